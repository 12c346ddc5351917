using System.Globalization;

namespace AlphaKit.Data;

/// <summary>Minute bars from rows of the vendor's minutes, stamped with the end of the minute: 09:30, 09:31 to 11:30, 13:01 to 15:00.</summary>
internal static class MinuteRows
{
    public const string Table = "stk_mins";
    private static readonly TimeSpan s_call = new(9, 30, 0);

    /// <summary>The bars of one day, ordered by share and time; those of the opening call joined with the first minute.</summary>
    /// <exception cref="DataValidationException">A time cannot be read, or a column is not there.</exception>
    public static List<MinuteBar> Of(SourceTable rows, IReadOnlyList<Symbol>? symbols)
    {
        SourceColumn shares = Column(rows, "ts_code"), times = Column(rows, "trade_time");
        SourceColumn open = Column(rows, "open"), high = Column(rows, "high"), low = Column(rows, "low"), close = Column(rows, "close"), volume = Column(rows, "vol"), amount = Column(rows, "amount");
        HashSet<Symbol>? chosen = symbols is null ? null : [.. symbols];
        List<MinuteBar> bars = new(rows.RowCount);
        for (int row = 0; row < rows.RowCount; row++)
        {
            if (chosen?.Contains(shares.Symbols[row]) == false || double.IsNaN(close.Numbers[row])) continue;
            if (!DateTime.TryParseExact(times.Texts[row], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time))
                throw new DataValidationException(ValidationRule.ReadableValue, rows.Name, new RowLocation(rows.Origin, row + 1), $"{shares.Symbols[row]}, column trade_time", times.Texts[row], "A time yyyy-MM-dd HH:mm:ss is expected.");
            bars.Add(new MinuteBar(
                shares.Symbols[row], time, open.Numbers[row], high.Numbers[row], low.Numbers[row], close.Numbers[row],
                double.IsNaN(volume.Numbers[row]) ? 0 : (long)Math.Round(volume.Numbers[row]), double.IsNaN(amount.Numbers[row]) ? 0 : amount.Numbers[row], null));
        }

        bars.Sort((a, b) => a.Symbol != b.Symbol ? a.Symbol.CompareTo(b.Symbol) : a.Time.CompareTo(b.Time));
        return WithOpeningCall(bars);
    }

    private static List<MinuteBar> WithOpeningCall(List<MinuteBar> bars)
    {
        List<MinuteBar> joined = new(bars.Count);
        MinuteBar? call = null;
        foreach (MinuteBar bar in bars)
        {
            if (call is { } waiting && (waiting.Symbol != bar.Symbol || bar.Time - waiting.Time > TimeSpan.FromMinutes(1))) Release();
            if (bar.Time.TimeOfDay == s_call)
            {
                call = bar;
            }
            else if (call is { } first)
            {
                joined.Add(Joined(first, bar));
                call = null;
            }
            else
            {
                joined.Add(bar);
            }
        }

        Release();
        return joined;

        // A call without a minute after it is the first minute.
        void Release()
        {
            if (call is { } alone) joined.Add(alone with { Time = alone.Time.AddMinutes(1) });
            call = null;
        }
    }

    private static MinuteBar Joined(MinuteBar call, MinuteBar minute)
    {
        if (call.Volume == 0) return minute;
        if (minute.Volume == 0) return call with { Time = minute.Time };
        return minute with
        {
            Open = call.Open, High = Math.Max(call.High, minute.High), Low = Math.Min(call.Low, minute.Low), Volume = call.Volume + minute.Volume, Amount = call.Amount + minute.Amount,
        };
    }

    private static SourceColumn Column(SourceTable rows, string name) => rows.Find(name) is { } column
        ? column
        : throw new DataValidationException(ValidationRule.RequiredColumn, rows.Name, new RowLocation(rows.Origin, 0), $"column {name}", string.Join(", ", rows.Columns.Select(c => c.Name)), "Minute bars need it; these are there.");
}
