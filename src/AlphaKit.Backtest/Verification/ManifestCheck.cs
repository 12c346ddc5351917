namespace AlphaKit.Backtest;

/// <summary>What came of verifying a manifest.</summary>
/// <param name="Differences">Every entry that differs, ordered by name; empty when the run repeats exactly.</param>
public sealed record ManifestCheck(IReadOnlyList<ManifestDifference> Differences)
{
    /// <summary>True if data, code, parameters and every result table are the same.</summary>
    public bool Holds => Differences.Count == 0;

    /// <summary>True if every result table has the same hash, whatever else differs.</summary>
    public bool ResultsHold => !Differences.Any(d => d.Entry.StartsWith("results.", StringComparison.Ordinal));

    /// <summary>The differences, one a line, or that there are none.</summary>
    public override string ToString() => Holds ? "the run repeats exactly" : string.Join('\n', Differences);
}
