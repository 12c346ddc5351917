namespace AlphaKit.Data.Tushare;

/// <summary>A row of a reply that was set aside, because its key cannot be read.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">What stood there.</param>
/// <param name="Reason">What would be right.</param>
public sealed record TushareRejectedRow(string Column, string Value, string Reason);
