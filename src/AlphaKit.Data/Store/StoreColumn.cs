namespace AlphaKit.Data;

/// <summary>A column of a stored table.</summary>
/// <param name="Name">The vendor's name.</param>
/// <param name="Kind">How its values are held; in the files symbols and texts are strings, dates are dates, numbers are doubles.</param>
public sealed record StoreColumn(string Name, SourceColumnKind Kind);
