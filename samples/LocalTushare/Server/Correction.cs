using AlphaKit;

namespace LocalTushare;

/// <summary>A value that the vendor changes after the fact.</summary>
/// <param name="Api">The interface.</param>
/// <param name="Symbol">The share.</param>
/// <param name="Day">Event date of the row.</param>
/// <param name="Column">The column.</param>
/// <param name="Value">The value from then on.</param>
/// <param name="From">When it changes.</param>
public sealed record Correction(string Api, Symbol Symbol, DateOnly Day, string Column, double Value, DateTimeOffset From);
