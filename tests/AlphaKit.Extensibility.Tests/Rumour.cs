namespace AlphaKit.Extensibility.Tests;

/// <summary>A row type of one's own.</summary>
internal sealed record Rumour(DateOnly Date, string Text);
