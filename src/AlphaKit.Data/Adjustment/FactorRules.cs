using System.Globalization;

namespace AlphaKit.Data;

/// <summary>
/// Checks adjustment factors against bars: every bar has one, and from one bar to the next it steps by close / next pre_close, since
/// pre_close is the close less the right that left the share.
/// </summary>
internal static class FactorRules
{
    // pre_close is rounded to 0.01 and factors to three or four decimals.
    private const double PriceRounding = 0.011;
    private const double FactorRounding = 0.0005;

    public static void Check(CheckedTable table, int[] cells, MarketAxes axes, FieldMatrix factors, IReadOnlyDictionary<Field, FieldMatrix> bars)
    {
        FieldMatrix close = bars[Field.Close];
        FieldMatrix? previousClose = bars.GetValueOrDefault(Field.PreClose);
        Dictionary<int, int>? rowOf = null;
        float[] lastClose = new float[axes.Count], lastFactor = new float[axes.Count];
        lastClose.AsSpan().Fill(float.NaN);
        for (int t = 0; t < axes.Days; t++)
        {
            ReadOnlySpan<float> prices = close.Row(t), values = factors.Row(t), before = previousClose is null ? default : previousClose.Row(t);
            for (int i = 0; i < prices.Length; i++)
            {
                if (float.IsNaN(prices[i])) continue;
                Symbol symbol = axes.Panel.Symbols[i];
                float factor = values[i];
                if (float.IsNaN(factor))
                {
                    table.Report(-1, ValidationRule.MissingFactor, symbol, axes.Calendar[t], () => "there is a bar but no factor; adjusted prices are missing");
                    lastClose[i] = float.NaN;
                    continue;
                }

                if (!before.IsEmpty && before[i] > 0 && !float.IsNaN(lastClose[i]))
                {
                    double step = (double)factor / lastFactor[i], gap = (double)lastClose[i] / before[i];
                    if (Math.Abs((step / gap) - 1) > (PriceRounding / before[i]) + FactorRounding)
                    {
                        if (rowOf is null)
                        {
                            rowOf = new Dictionary<int, int>(cells.Length);
                            for (int row = 0; row < cells.Length; row++) rowOf[cells[row]] = row;
                        }

                        float pre = before[i], last = lastClose[i];
                        table.Report(rowOf[(t * axes.Count) + i], ValidationRule.FactorStep, symbol, axes.Calendar[t], () => string.Create(
                            CultureInfo.InvariantCulture,
                            $"factor steps by {step:F5}, close {last} / pre_close {pre} by {gap:F5}"));
                    }
                }

                lastClose[i] = prices[i];
                lastFactor[i] = factor;
            }
        }
    }
}
