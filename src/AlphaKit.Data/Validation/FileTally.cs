namespace AlphaKit.Data;

/// <summary>What became of the rows of one file: rows = imported + rejected + collapsed.</summary>
/// <param name="File">The file, or the description of the source.</param>
/// <param name="Table">The vendor table.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Imported">Rows that are in the market.</param>
/// <param name="Rejected">Rows left out, each counted under one rule.</param>
/// <param name="Collapsed">Exact copies of imported rows.</param>
public sealed record FileTally(string File, string Table, long Rows, long Imported, long Rejected, long Collapsed);
