namespace AlphaKit.Data;

/// <summary>
/// Weekly, monthly and quarterly bars (周线, 月线) from daily ones. Open is that of the first day with a bar, high and low are the extremes, close is that of
/// the last day with a bar, volume and amount are sums, and Vwap = amount / volume. Other fields are taken as they stood on the last day that has them.
/// </summary>
/// <remarks>
/// Take adjusted prices across ex-dates: raw ones of before and after are no prices of one thing. AdjustedVwap is the mean of the days' values weighted
/// by volume. A share without a bar in a period has none there.
/// </remarks>
public static class PeriodBars
{
    /// <summary>Builds bars.</summary>
    /// <param name="daily">A panel of days, with the fields to build; flags and other states are taken from the last day.</param>
    /// <param name="period">The span.</param>
    /// <param name="unfinished">What becomes of the last period.</param>
    /// <returns>A panel with the same fields and symbols whose days are the last trading days of the periods: a bar is known at the close of its day.
    /// Members are those of the last day.</returns>
    /// <exception cref="InsufficientDataException">No period is finished.</exception>
    /// <exception cref="FieldNotAvailableException">AdjustedVwap is asked for without Volume.</exception>
    public static Panel Of(Panel daily, BarPeriod period, UnfinishedPeriod unfinished = UnfinishedPeriod.LeaveOut)
    {
        ArgumentNullException.ThrowIfNull(daily);
        if (!Enum.IsDefined(period)) throw new ArgumentOutOfRangeException(nameof(period), period, "Must be a period.");
        if (!Enum.IsDefined(unfinished)) throw new ArgumentOutOfRangeException(nameof(unfinished), unfinished, "Must be LeaveOut or UpToLastDay.");
        List<Range> spans = Spans(daily.Calendar, period);
        if (unfinished == UnfinishedPeriod.LeaveOut) spans.RemoveAt(spans.Count - 1);
        if (spans.Count == 0) throw new InsufficientDataException($"a finished {period} in {daily.Calendar}", 1, 0);
        PanelAxes axes = new(new TradingCalendar(spans.Select(s => daily.Calendar[s.End.Value - 1])), daily.Symbols);
        List<KeyValuePair<Field, FieldMatrix>> matrices = [];
        foreach (Field field in daily.Fields) matrices.Add(new(field, Build(daily, field, spans)));
        Membership members = Membership.Create(axes.Days, axes.Count, (t, row) => daily.Members.Row(spans[t].End.Value - 1).CopyTo(row));
        return new Panel(axes, matrices).With(members, daily.MembersKnownAt);
    }

    private static List<Range> Spans(TradingCalendar calendar, BarPeriod period)
    {
        List<Range> spans = [];
        int start = 0;
        for (int t = 1; t <= calendar.Count; t++)
        {
            if (t < calendar.Count && Name(calendar[t], period) == Name(calendar[start], period)) continue;
            spans.Add(start..t);
            start = t;
        }

        return spans;
    }

    /// <summary>A number that the days of one period share.</summary>
    private static int Name(DateOnly day, BarPeriod period) => period switch
    {
        BarPeriod.Week => (day.DayNumber - (((int)day.DayOfWeek + 6) % 7)) / 7,
        BarPeriod.Month => (day.Year * 12) + day.Month,
        _ => (day.Year * 4) + ((day.Month - 1) / 3),
    };

    private static FieldMatrix Build(Panel daily, Field field, List<Range> spans)
    {
        if (field.Equals(Field.Vwap) && daily.Has(Field.Amount) && daily.Has(Field.Volume))
            return Ratio(Fold(daily[Field.Amount], spans, Sum), Fold(daily[Field.Volume], spans, Sum));
        if (field.Equals(Field.AdjustedVwap) || field.Equals(Field.Vwap))
        {
            if (!daily.Has(Field.Volume)) throw new FieldNotAvailableException(field, "a mean over days is weighted by Volume: add it to the panel.");
            return Weighted(daily[field], daily[Field.Volume], spans);
        }

        if (field.Equals(Field.Open) || field.Equals(Field.AdjustedOpen) || field.Equals(Field.PreClose)) return Fold(daily[field], spans, static (first, _) => first);
        if (field.Equals(Field.High) || field.Equals(Field.AdjustedHigh)) return Fold(daily[field], spans, Math.Max);
        if (field.Equals(Field.Low) || field.Equals(Field.AdjustedLow)) return Fold(daily[field], spans, Math.Min);
        if (field.Equals(Field.Volume) || field.Equals(Field.Amount)) return Fold(daily[field], spans, Sum);
        return Fold(daily[field], spans, static (_, last) => last);
    }

    private static double Sum(double total, double value) => total + value;

    /// <summary>Combines the values of a period in the order of days, without the missing ones; in double precision.</summary>
    private static FieldMatrix Fold(FieldMatrix values, List<Range> spans, Func<double, double, double> combine)
    {
        double[] state = new double[values.Columns];
        return FieldMatrix.Create(spans.Count, values.Columns, (t, row) =>
        {
            Array.Fill(state, double.NaN);
            for (int day = spans[t].Start.Value; day < spans[t].End.Value; day++)
            {
                ReadOnlySpan<float> today = values.Row(day);
                for (int i = 0; i < today.Length; i++)
                {
                    if (!float.IsNaN(today[i])) state[i] = double.IsNaN(state[i]) ? today[i] : combine(state[i], today[i]);
                }
            }

            for (int i = 0; i < row.Length; i++) row[i] = (float)state[i];
        });
    }

    private static FieldMatrix Ratio(FieldMatrix amounts, FieldMatrix volumes) => FieldMatrix.Create(amounts.Rows, amounts.Columns, (t, row) =>
    {
        for (int i = 0; i < row.Length; i++) row[i] = volumes[t, i] > 0 ? (float)((double)amounts[t, i] / volumes[t, i]) : float.NaN;
    });

    private static FieldMatrix Weighted(FieldMatrix values, FieldMatrix volumes, List<Range> spans) => FieldMatrix.Create(spans.Count, values.Columns, (t, row) =>
    {
        for (int i = 0; i < row.Length; i++)
        {
            double total = 0, weight = 0;
            for (int day = spans[t].Start.Value; day < spans[t].End.Value; day++)
            {
                double value = values[day, i], volume = volumes[day, i];
                if (double.IsNaN(value) || !(volume > 0)) continue;
                total += value * volume;
                weight += volume;
            }

            row[i] = weight > 0 ? (float)(total / weight) : float.NaN;
        }
    });
}
