namespace AlphaKit.Data;

/// <summary>Picks the columns that a query asks for.</summary>
internal static class PanelColumns
{
    /// <summary>The columns of symbols, ascending; null for all.</summary>
    /// <exception cref="ArgumentException">The axes lack a symbol.</exception>
    public static int[]? Of(PanelAxes axes, IReadOnlyList<Symbol>? symbols) => symbols is null
        ? null
        : [.. symbols.Distinct().Order().Select(s => axes.ColumnOf(s) is >= 0 and var column ? column : throw new ArgumentException($"{s} is not a share of this market.", nameof(symbols)))];

    /// <summary>A matrix of those columns alone.</summary>
    public static FieldMatrix Select(FieldMatrix matrix, int[]? columns) => columns is null
        ? matrix
        : FieldMatrix.Create(matrix.Rows, columns.Length, (t, row) =>
        {
            ReadOnlySpan<float> source = matrix.Row(t);
            for (int i = 0; i < columns.Length; i++) row[i] = source[columns[i]];
        });
}
