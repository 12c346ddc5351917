namespace AlphaKit.Data;

/// <summary>What remains of a vendor table after import: matrices of its fields, and typed rows or marked cells.</summary>
internal sealed record LoadedTable(
    IReadOnlyDictionary<Field, FieldMatrix> Fields,
    object? Rows = null,
    MarkedCells? Marks = null,
    MarkedCells? Suspended = null)
{
    public static LoadedTable OfRows(object rows) => new(new Dictionary<Field, FieldMatrix>(), rows);
}
