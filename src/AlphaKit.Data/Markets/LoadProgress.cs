namespace AlphaKit.Data;

/// <summary>How far a load has come.</summary>
/// <param name="Table">The table that was just read.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Done">Tables read.</param>
/// <param name="Total">Tables to read.</param>
public sealed record LoadProgress(string Table, long Rows, int Done, int Total);
