namespace AlphaKit.Data;

/// <summary>One file of a table, as the manifest knows it.</summary>
/// <param name="File">Its name in the table's folder.</param>
/// <param name="Partition">Which rows it holds: <c>2020</c>, <c>2020-03</c>, <c>all</c>, <c>undated</c>.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Content">Sum of the hashes of its rows: the same however the rows are divided into files.</param>
/// <param name="First">First event date; <see cref="SourceColumn.NoDate"/> without one.</param>
/// <param name="Last">Last event date; <see cref="SourceColumn.NoDate"/> without one.</param>
/// <param name="Corrections">How many rows are newer versions of a key recorded before.</param>
internal sealed record StoredPart(string File, string Partition, int Rows, long Bytes, string Hash, UInt128 Content, DateOnly First, DateOnly Last, int Corrections)
{
    /// <summary>True if this is the one file of its partition that compacting leaves.</summary>
    public bool IsCompact => File == Compact(Partition);

    public static string Compact(string partition) => partition + ".parquet";
}
