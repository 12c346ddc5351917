namespace AlphaKit.Models;

/// <summary>A text about a share: a report, a title, an announcement.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Date">Day of publication, Chinese time.</param>
/// <param name="Time">Time of publication; null if it is not known, then the text counts as published at the end of the day.</param>
/// <param name="Text">The text.</param>
public sealed record TextItem(Symbol Symbol, DateOnly Date, TimeOnly? Time, string Text);
