namespace AlphaKit.Data;

/// <summary>
/// Prices adjusted forward (前复权, qfq) for display: those of the anchor day are as traded, earlier ones are scaled to it. They change with the anchor, so
/// they are never stored, and returns are taken from <see cref="Field.AdjustedClose"/> instead, which no later day changes.
/// </summary>
public static class ForwardAdjusted
{
    /// <summary>Adjusted price × 1 / adjustment factor of the anchor day.</summary>
    /// <param name="panel">A panel with the field and <see cref="Field.AdjFactor"/>.</param>
    /// <param name="adjusted">A backward-adjusted price, for example <see cref="Field.AdjustedClose"/>.</param>
    /// <param name="anchor">The anchor: the last day of the panel at or before it counts. For a share without a factor that day, the one before it.</param>
    /// <returns>CNY; missing after the anchor, and where the price or any factor up to the anchor is missing.</returns>
    /// <exception cref="ArgumentException">The field is no adjusted price, or the panel begins after the anchor.</exception>
    /// <exception cref="FieldNotAvailableException">The panel lacks a field.</exception>
    public static FieldMatrix Of(Panel panel, Field adjusted, DateOnly anchor)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(adjusted);
        if (AdjustedPrices.RawOf(adjusted) is null) throw new ArgumentException($"{adjusted} is no adjusted price.", nameof(adjusted));
        if (anchor < panel.Calendar.First) throw new ArgumentException($"The panel begins on {panel.Calendar.First:yyyy-MM-dd}, after the anchor {anchor:yyyy-MM-dd}.", nameof(anchor));
        FieldMatrix prices = panel[adjusted], factors = panel[Field.AdjFactor];
        int last = panel.Calendar.IndexAtOrBefore(anchor);
        double[] anchored = new double[panel.Axes.Count];
        Array.Fill(anchored, double.NaN);
        for (int t = last; t >= 0; t--)
        {
            ReadOnlySpan<float> row = factors.Row(t);
            for (int i = 0; i < anchored.Length; i++)
            {
                if (double.IsNaN(anchored[i])) anchored[i] = row[i];
            }
        }

        return FieldMatrix.Create(prices.Rows, prices.Columns, (t, row) =>
        {
            ReadOnlySpan<float> price = prices.Row(t);
            for (int i = 0; t <= last && i < row.Length; i++) row[i] = (float)(price[i] / anchored[i]);
        });
    }
}
