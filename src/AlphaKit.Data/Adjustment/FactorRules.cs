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

    /// <returns>By symbol, the number of rows before its first step without reason: those whose factors can be trusted.</returns>
    public static int[] Check(CheckedTable table, int[] cells, MarketAxes axes, FieldMatrix factors, IReadOnlyDictionary<Field, FieldMatrix> bars)
    {
        FieldMatrix close = bars[Field.Close];
        FieldMatrix? previousClose = bars.GetValueOrDefault(Field.PreClose);
        Dictionary<int, int>? rowOf = null;
        float[] lastClose = new float[axes.Count], lastFactor = new float[axes.Count];
        int[] trusted = new int[axes.Count];
        Array.Fill(trusted, axes.Days);
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

                        trusted[i] = Math.Min(trusted[i], t);
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

        return trusted;
    }

    /// <summary>The factors of the rows that can be trusted; the rest is missing.</summary>
    public static FieldMatrix Until(FieldMatrix factors, int[] trusted)
    {
        if (Array.TrueForAll(trusted, rows => rows >= factors.Rows)) return factors;
        return FieldMatrix.Create(factors.Rows, factors.Columns, (t, row) =>
        {
            ReadOnlySpan<float> values = factors.Row(t);
            for (int i = 0; i < row.Length; i++)
            {
                if (t < trusted[i]) row[i] = values[i];
            }
        });
    }
}
