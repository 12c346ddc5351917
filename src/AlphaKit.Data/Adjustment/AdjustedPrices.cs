namespace AlphaKit.Data;

/// <summary>
/// Prices comparable over time: price × cumulative factor (hfq, 后复权). They are computed, never stored, and missing where the factor is.
/// </summary>
internal static class AdjustedPrices
{
    /// <summary>The field that an adjusted field is computed from; null for other fields.</summary>
    public static Field? RawOf(Field field)
    {
        if (field.Equals(Field.AdjustedOpen)) return Field.Open;
        if (field.Equals(Field.AdjustedHigh)) return Field.High;
        if (field.Equals(Field.AdjustedLow)) return Field.Low;
        if (field.Equals(Field.AdjustedClose)) return Field.Close;
        return field.Equals(Field.AdjustedVwap) ? Field.Vwap : null;
    }

    /// <summary>price × factor.</summary>
    public static FieldMatrix Multiply(FieldMatrix prices, FieldMatrix factors) => FieldMatrix.Create(prices.Rows, prices.Columns, (t, row) =>
    {
        ReadOnlySpan<float> price = prices.Row(t), factor = factors.Row(t);
        for (int i = 0; i < row.Length; i++) row[i] = (float)((double)price[i] * factor[i]);
    });

    /// <summary>amount / volume; missing without volume.</summary>
    public static FieldMatrix Vwap(FieldMatrix amounts, FieldMatrix volumes) => FieldMatrix.Create(amounts.Rows, amounts.Columns, (t, row) =>
    {
        ReadOnlySpan<float> amount = amounts.Row(t), volume = volumes.Row(t);
        for (int i = 0; i < row.Length; i++) row[i] = volume[i] > 0 ? (float)((double)amount[i] / volume[i]) : float.NaN;
    });
}
