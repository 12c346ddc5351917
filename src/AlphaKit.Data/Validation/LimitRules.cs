using System.Globalization;

namespace AlphaKit.Data;

/// <summary>Checks closes against the limit prices of their day. A close outside is listed, not left out: re-listing days look like that.</summary>
internal static class LimitRules
{
    public static void Check(CheckedTable daily, MarketAxes axes, FieldMatrix up, FieldMatrix down)
    {
        ReadOnlySpan<Symbol> symbols = daily.Get("ts_code").Symbols;
        ReadOnlySpan<DateOnly> dates = daily.Get("trade_date").Dates;
        ReadOnlySpan<double> closes = daily.Get("close").Numbers, volumes = daily.Get("vol").Numbers;
        int column = -1;
        for (int row = 0; row < symbols.Length; row++)
        {
            if (!daily.IsImported(row) || !(volumes[row] > 0)) continue;
            column = axes.ColumnOf(symbols[row], column);
            int day = axes.RowOf(dates[row]);
            float close = (float)closes[row], high = up[day, column], low = down[day, column];
            if (!(close > high) && !(close < low)) continue;
            daily.Report(row, ValidationRule.CloseOutsideLimit, symbols[row], dates[row], () => string.Create(
                CultureInfo.InvariantCulture, $"close {close} is outside {low} … {high}"));
        }
    }
}
