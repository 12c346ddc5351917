namespace AlphaKit.Portfolio;

/// <summary>What one decision knows of one name.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Benchmark">Its weight in the index, 0 for others.</param>
/// <param name="Score">Its standardised score; NaN when it has none.</param>
/// <param name="Drifted">Its drifted weight.</param>
/// <param name="Unsellable">The part of that weight that cannot be sold.</param>
/// <param name="IsFrozen">It does not trade.</param>
/// <param name="Industry">Name of its industry.</param>
/// <param name="Size">Its standardised logarithm of market value; 0 where none is known.</param>
internal sealed record EnhancementName(
    Symbol Symbol, double Benchmark, double Score, double Drifted, double Unsellable, bool IsFrozen, string Industry, double Size)
{
    public bool IsMember => Benchmark > 0;
}
