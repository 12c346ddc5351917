using System.Globalization;

namespace AlphaKit.Data;

/// <summary>The rules for bars: possible prices, plausible units. Rows without volume are suspensions and carry no bar.</summary>
internal static class BarRules
{
    // Mean prices may leave the bar by the rounding of volume and amount.
    private const double Rounding = 0.011;

    /// <summary>Checks every row of daily that is still to be imported.</summary>
    /// <param name="table">daily.</param>
    /// <param name="cells">Cells of the rows; set to −1 where a row is rejected.</param>
    /// <param name="securities">For listing and delisting days.</param>
    /// <returns>For each row, whether it is a bar (true) or a suspended day (false).</returns>
    public static bool[] Check(CheckedTable table, int[] cells, SecurityMaster securities)
    {
        ReadOnlySpan<double> open = table.Get("open").Numbers, high = table.Get("high").Numbers, low = table.Get("low").Numbers;
        ReadOnlySpan<double> close = table.Get("close").Numbers, volume = table.Get("vol").Numbers;
        ReadOnlySpan<double> amount = table.Find("amount") is { } a ? a.Numbers : default;
        ReadOnlySpan<double> previous = table.Find("pre_close") is { } p ? p.Numbers : default;
        ReadOnlySpan<double> status = table.Find("tradestatus") is { } s ? s.Numbers : default;
        ReadOnlySpan<Symbol> symbols = table.Get("ts_code").Symbols;
        ReadOnlySpan<DateOnly> dates = table.Get("trade_date").Dates;
        bool[] isBar = new bool[cells.Length];
        int[] firstDay = FirstDays(cells, securities.All.Count);
        Security? security = null;
        for (int row = 0; row < cells.Length; row++)
        {
            if (cells[row] < 0) continue;
            double o = open[row], h = high[row], l = low[row], c = close[row], v = volume[row];
            double money = amount.IsEmpty ? 0 : amount[row];
            if (v == 0 || (double.IsNaN(v) && !status.IsEmpty && status[row] == 0)) continue;
            isBar[row] = true;
            ValidationRule? rule = null;
            if (double.IsNaN(o) || double.IsNaN(h) || double.IsNaN(l) || double.IsNaN(c) || double.IsNaN(v)) rule = ValidationRule.IncompleteBar;
            else if (!(l > 0 && l <= o && l <= c && o <= h && c <= h && v > 0 && !(money < 0)) || !double.IsFinite(h) || !double.IsFinite(v)) rule = ValidationRule.ImpossibleBar;
            else if (!previous.IsEmpty && previous[row] <= 0) rule = ValidationRule.ImpossibleBar;
            else if (!previous.IsEmpty && (c > 10 * previous[row] || 10 * c < previous[row]) && IsSeasoned(cells[row], firstDay)) rule = ValidationRule.OutOfScale;
            if (security?.Symbol != symbols[row]) security = securities.Find(symbols[row]);
            if (rule is null && security is not null && !security.IsListedOn(dates[row])) rule = ValidationRule.NotListed;
            if (rule is null) continue;
            isBar[row] = false;
            cells[row] = -1;
            double before = previous.IsEmpty ? double.NaN : previous[row];
            Security? listing = security;
            table.Reject(row, rule, symbols[row], dates[row], () => string.Create(
                CultureInfo.InvariantCulture,
                $"open {o:R}, high {h:R}, low {l:R}, close {c:R}, pre_close {before:R}, vol {v:R}, amount {money:R}{(rule == ValidationRule.NotListed ? $"; listed {listing?.Listed:yyyy-MM-dd}, delisted {listing?.Delisted:yyyy-MM-dd}" : "")}"));
        }

        return isBar;
    }

    /// <summary>In Tushare's units amount × 1000 / (vol × 100) is the mean price and lies between low and high.</summary>
    public static void CheckUnits(CheckedTable table, int[] cells, bool[] isBar, double share)
    {
        if (share <= 0 || table.Find("amount") is not { } amountColumn) return;
        ReadOnlySpan<double> high = table.Get("high").Numbers, low = table.Get("low").Numbers, volume = table.Get("vol").Numbers, amount = amountColumn.Numbers;
        long inside = 0, asked = 0, first = -1;
        List<double> ratios = [];
        for (int row = 0; row < cells.Length; row++)
        {
            if (!isBar[row] || !(amount[row] > 0)) continue;
            double mean = amount[row] * 10 / volume[row];
            asked++;
            ratios.Add(mean / ((low[row] + high[row]) / 2));
            if (IsInside(mean, low[row], high[row])) inside++;
            else if (first < 0) first = row;
        }

        if (asked == 0) return;
        if (inside >= share * asked)
        {
            ReportRows(table, isBar, first);
            return;
        }

        ratios.Sort();
        double median = ratios[ratios.Count / 2];
        throw table.Fail(
            ValidationRule.Units,
            (int)first,
            "columns amount, vol",
            string.Create(CultureInfo.InvariantCulture, $"amount × 10 / vol = {median:G4} × price in the median of {asked} bars"),
            Advice(median));
    }

    private static int[] FirstDays(int[] cells, int columns)
    {
        int[] first = new int[columns];
        Array.Fill(first, int.MaxValue);
        foreach (int cell in cells)
        {
            if (cell >= 0) first[cell % columns] = Math.Min(first[cell % columns], cell / columns);
        }

        return first;
    }

    // In its first days a share may multiply: there is no limit then, and pre_close is the issue price.
    private static bool IsSeasoned(int cell, int[] firstDay) => cell / firstDay.Length >= firstDay[cell % firstDay.Length] + 5;

    private static bool IsInside(double mean, double low, double high) => mean >= low - Rounding && mean <= high + Rounding;

    private static void ReportRows(CheckedTable table, bool[] isBar, long first)
    {
        if (first < 0) return;
        SourceColumn high = table.Get("high"), low = table.Get("low"), volume = table.Get("vol"), amount = table.Get("amount");
        for (int row = (int)first; row < isBar.Length; row++)
        {
            double mean = amount.Numbers[row] * 10 / volume.Numbers[row];
            if (!isBar[row] || !(amount.Numbers[row] > 0) || IsInside(mean, low.Numbers[row], high.Numbers[row])) continue;
            double l = low.Numbers[row], h = high.Numbers[row];
            table.Report(row, ValidationRule.UnitOfRow, table.Get("ts_code").Symbols[row], table.Get("trade_date").Dates[row], () => string.Create(
                CultureInfo.InvariantCulture, $"amount × 10 / vol = {mean:F4} is outside {l} … {h}"));
        }
    }

    private static string Advice(double ratio)
    {
        const string Right = "Right are vol in lots of 100 shares and amount in thousand yuan.";
        return Math.Round(Math.Log10(ratio)) switch
        {
            -2 => $"vol seems to be in shares instead of lots: divide it by 100. {Right}",
            3 => $"amount seems to be in yuan instead of thousand yuan: divide it by 1000. {Right}",
            1 => $"vol seems to be in shares and amount in yuan: divide them by 100 and by 1000. {Right}",
            -1 => $"amount seems to be in ten thousand yuan: multiply it by 10. {Right}",
            0 => $"The prices seem to be adjusted while volume and amount are as traded: name the file daily_qfq or daily_hfq. {Right}",
            _ => Right,
        };
    }
}
