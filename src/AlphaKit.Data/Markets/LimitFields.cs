namespace AlphaKit.Data;

/// <summary>Limit prices from the dated rules, where no table tells them.</summary>
internal static class LimitFields
{
    /// <summary>Calendar days after a listing before the calendar begins in which trading days since listing cannot be counted.</summary>
    private const int UncertainDays = 25;

    /// <summary>
    /// Upper and lower limit of every bar, from its pre_close, board, ST state and days since listing. A share whose listing day is unknown
    /// and that first appears after the first day counts as listed on that day. Missing on days without limit and where the rules or the
    /// listing day do not tell.
    /// </summary>
    public static (FieldMatrix Up, FieldMatrix Down) Compute(MarketAxes axes, Rulebook rules, FieldMatrix previousClose, FieldMatrix suspended, FieldMatrix? specialTreatment)
    {
        FieldMatrixBuilder up = axes.NewMatrix(), down = axes.NewMatrix();
        Security[] securities = [.. axes.Securities.All];
        HashSet<(Board, bool)> unruled = [];
        int[] first = FirstAppearance(axes, suspended);
        for (int t = 0; t < axes.Days; t++)
        {
            DateOnly date = axes.Calendar[t];
            unruled.Clear();
            ReadOnlySpan<float> before = previousClose.Row(t);
            Span<float> highs = up.Row(t), lows = down.Row(t);
            for (int i = 0; i < before.Length; i++)
            {
                if (!(before[i] > 0)) continue;
                bool st = specialTreatment is not null && specialTreatment[t, i] > 0;
                if (unruled.Contains((securities[i].Board, st)) || StateOf(axes, securities[i], t, first[i], st) is not { } state) continue;
                try
                {
                    LimitPrices limits = rules.LimitPricesOn(securities[i].Symbol, date, Math.Round((decimal)before[i], 2, MidpointRounding.AwayFromZero), state);
                    if (limits.Up is { } high) highs[i] = (float)high;
                    if (limits.Down is { } low) lows[i] = (float)low;
                }
                catch (RuleNotAvailableException)
                {
                    // The rulebook does not reach back to this day for this board: the limit is not known.
                    unruled.Add((securities[i].Board, st));
                }
            }
        }

        return (up.Build(), down.Build());
    }

    private static SecurityState? StateOf(MarketAxes axes, Security security, int day, int first, bool st)
    {
        DateOnly date = axes.Calendar[day];
        if (security.Listed is { } listed)
        {
            if (listed > date || (listed < axes.Calendar.First && date.DayNumber - listed.DayNumber <= UncertainDays)) return null;
            return SecurityState.Of(security, date, axes.Calendar, st ? PriceLimitState.St : PriceLimitState.Normal);
        }

        return first > 0
            ? new SecurityState(st, day - first + 1, axes.Calendar[first])
            : new SecurityState(st);
    }

    private static int[] FirstAppearance(MarketAxes axes, FieldMatrix suspended)
    {
        int[] first = new int[axes.Count];
        Array.Fill(first, int.MaxValue);
        for (int t = 0; t < axes.Days; t++)
        {
            ReadOnlySpan<float> row = suspended.Row(t);
            for (int i = 0; i < row.Length; i++)
            {
                if (t < first[i] && !float.IsNaN(row[i])) first[i] = t;
            }
        }

        return first;
    }
}
