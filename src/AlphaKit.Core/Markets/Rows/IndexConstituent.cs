namespace AlphaKit;

/// <summary>The weight of one member in one snapshot of an index.</summary>
/// <param name="Index">The index.</param>
/// <param name="Date">Snapshot day.</param>
/// <param name="Symbol">The member.</param>
/// <param name="Weight">Weight as a fraction of one.</param>
public sealed record IndexConstituent(Symbol Index, DateOnly Date, Symbol Symbol, double Weight);
