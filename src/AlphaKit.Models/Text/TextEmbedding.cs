namespace AlphaKit.Models;

/// <summary>The vector of a text about a share, made here or elsewhere.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Date">Day of publication, Chinese time.</param>
/// <param name="Time">Time of publication; null if it is not known, then the text counts as published at the end of the day.</param>
/// <param name="Vector">The vector; all of one length, finite.</param>
public sealed record TextEmbedding(Symbol Symbol, DateOnly Date, TimeOnly? Time, ReadOnlyMemory<float> Vector);
