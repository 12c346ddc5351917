using System.Text;

namespace AlphaKit.Parquet;

/// <content>Values to be written.</content>
public sealed partial class ParquetValues
{
    /// <summary>Booleans to be written. The arrays are not copied: leave them as they are until they are written.</summary>
    /// <param name="column">A column stored as <see cref="PhysicalType.Boolean"/>.</param>
    /// <param name="values">One element a row; those of missing rows are not looked at.</param>
    /// <param name="validity">One flag a row, true where a value is present; null where all are.</param>
    /// <exception cref="ArgumentException">Type or lengths do not fit, or a required column lacks a value.</exception>
    public static ParquetValues Of(ParquetColumn column, bool[] values, bool[]? validity = null) => Numbers(column, PhysicalType.Boolean, values, validity);

    /// <summary>32-bit integers to be written, as stored: dates as days since 1970-01-01. The arrays are not copied: leave them as they are until they are written.</summary>
    /// <param name="column">A column stored as <see cref="PhysicalType.Int32"/>.</param>
    /// <param name="values">One element a row; those of missing rows are not looked at.</param>
    /// <param name="validity">One flag a row, true where a value is present; null where all are.</param>
    /// <exception cref="ArgumentException">Type or lengths do not fit, or a required column lacks a value.</exception>
    public static ParquetValues Of(ParquetColumn column, int[] values, bool[]? validity = null) => Numbers(column, PhysicalType.Int32, values, validity);

    /// <summary>64-bit integers to be written, as stored: timestamps in their unit, decimals unscaled. The arrays are not copied: leave them as they are until they are written.</summary>
    /// <param name="column">A column stored as <see cref="PhysicalType.Int64"/>.</param>
    /// <param name="values">One element a row; those of missing rows are not looked at.</param>
    /// <param name="validity">One flag a row, true where a value is present; null where all are.</param>
    /// <exception cref="ArgumentException">Type or lengths do not fit, or a required column lacks a value.</exception>
    public static ParquetValues Of(ParquetColumn column, long[] values, bool[]? validity = null) => Numbers(column, PhysicalType.Int64, values, validity);

    /// <summary>Single-precision numbers to be written; NaN is a value, not a missing one. The arrays are not copied: leave them as they are until they are written.</summary>
    /// <param name="column">A column stored as <see cref="PhysicalType.Float"/>.</param>
    /// <param name="values">One element a row; those of missing rows are not looked at.</param>
    /// <param name="validity">One flag a row, true where a value is present; null where all are.</param>
    /// <exception cref="ArgumentException">Type or lengths do not fit, or a required column lacks a value.</exception>
    public static ParquetValues Of(ParquetColumn column, float[] values, bool[]? validity = null) => Numbers(column, PhysicalType.Float, values, validity);

    /// <summary>Double-precision numbers to be written; NaN is a value, not a missing one. The arrays are not copied: leave them as they are until they are written.</summary>
    /// <param name="column">A column stored as <see cref="PhysicalType.Double"/>.</param>
    /// <param name="values">One element a row; those of missing rows are not looked at.</param>
    /// <param name="validity">One flag a row, true where a value is present; null where all are.</param>
    /// <exception cref="ArgumentException">Type or lengths do not fit, or a required column lacks a value.</exception>
    public static ParquetValues Of(ParquetColumn column, double[] values, bool[]? validity = null) => Numbers(column, PhysicalType.Double, values, validity);

    /// <summary>Texts to be written as UTF-8.</summary>
    /// <param name="column">A column stored as <see cref="PhysicalType.ByteArray"/>.</param>
    /// <param name="values">One element a row, null where missing.</param>
    /// <exception cref="ArgumentException">The type does not fit, or a required column lacks a value.</exception>
    public static ParquetValues Of(ParquetColumn column, IReadOnlyList<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Strings(column, values.Count, row => values[row] is { } text ? Encoding.UTF8.GetBytes(text) : null);
    }

    /// <summary>Byte strings to be written; fixed lengths, Int96, decimals (two's complement, highest byte first), half-precision numbers and UUIDs in their stored form.</summary>
    /// <param name="column">A column of byte strings.</param>
    /// <param name="values">One element a row, null where missing.</param>
    /// <exception cref="ArgumentException">Type or length of a value does not fit, or a required column lacks a value.</exception>
    public static ParquetValues Of(ParquetColumn column, IReadOnlyList<byte[]?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Strings(column, values.Count, row => values[row]);
    }

    /// <summary>Texts to be written, given by their place in a list of texts: the quick way for columns with few different values.</summary>
    /// <param name="column">A column stored as <see cref="PhysicalType.ByteArray"/>.</param>
    /// <param name="codes">One element a row, the place in <paramref name="entries"/>, −1 where missing. Not copied.</param>
    /// <param name="entries">The texts.</param>
    /// <exception cref="ArgumentException">Type or a code does not fit, or a required column lacks a value.</exception>
    public static ParquetValues Of(ParquetColumn column, int[] codes, IReadOnlyList<string> entries)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(entries);
        if (column.Type != PhysicalType.ByteArray) throw new ArgumentException($"Column '{column.Name}' is stored as {column.Type}, not as byte strings.", nameof(column));
        ByteTable table = new(entries.Count);
        foreach (string entry in entries)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(entry ?? throw new ArgumentException("An entry is null; missing values have the code -1.", nameof(entries)));
            table.Reserve(1, bytes.Length);
            table.Add(bytes);
        }

        bool[]? validity = null;
        for (int row = 0; row < codes.Length; row++)
        {
            if (codes[row] < -1 || codes[row] >= entries.Count) throw new ArgumentException($"Row {row} has code {codes[row]}; there are {entries.Count} entries.", nameof(codes));
            if (codes[row] == -1) MarkMissing(ref validity, codes.Length, row);
        }

        return Checked(column, codes, validity, table, codes.Length);
    }

    private static ParquetValues Numbers<T>(ParquetColumn column, PhysicalType type, T[] values, bool[]? validity)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(values);
        if (column.Type != type) throw new ArgumentException($"Column '{column.Name}' is stored as {column.Type}, not as {type}.", nameof(column));
        if (validity is not null && validity.Length != values.Length) throw new ArgumentException($"{validity.Length} flags for {values.Length} values.", nameof(validity));
        return Checked(column, values, validity, null, values.Length);
    }

    private static ParquetValues Strings(ParquetColumn column, int count, Func<int, byte[]?> at)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (!column.HoldsBytes) throw new ArgumentException($"Column '{column.Name}' is stored as {column.Type}, not as byte strings.", nameof(column));
        ByteTable table = new(count);
        int[] codes = new int[count];
        bool[]? validity = null;
        for (int row = 0; row < count; row++)
        {
            byte[]? bytes = at(row);
            if (bytes is null)
            {
                MarkMissing(ref validity, count, row);
                codes[row] = -1;
                continue;
            }

            if (column.FixedLength > 0 && bytes.Length != column.FixedLength)
                throw new ArgumentException($"Column '{column.Name}', row {row}: {bytes.Length} bytes, the column has {column.FixedLength}.");
            codes[row] = table.Count;
            table.Reserve(1, bytes.Length);
            table.Add(bytes);
        }

        return Checked(column, codes, validity, table, count);
    }

    private static void MarkMissing(ref bool[]? validity, int count, int row)
    {
        if (validity is null)
        {
            validity = new bool[count];
            Array.Fill(validity, true);
        }

        validity[row] = false;
    }

    private static ParquetValues Checked(ParquetColumn column, Array values, bool[]? validity, ByteTable? table, int count)
    {
        ParquetValues made = new(column, values, validity, table, 0, count);
        if (made.NullCount > 0 && column.Nullability == Nullability.Required)
            throw new ArgumentException($"Column '{column.Name}' is required, but row {made.Validity.IndexOf(false)} lacks a value.");
        return made;
    }
}
