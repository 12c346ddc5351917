namespace AlphaKit.Backtest;

/// <summary>One entry in which two manifests differ.</summary>
/// <param name="Entry">What differs: <c>data_version</c>, <c>code_version</c>, <c>seed</c>, <c>parameters.NAME</c> or <c>results.TABLE</c>.</param>
/// <param name="Expected">The entry of the manifest that is verified; empty where it has none.</param>
/// <param name="Actual">The entry of the run made now; empty where it has none.</param>
public sealed record ManifestDifference(string Entry, string Expected, string Actual)
{
    /// <summary>The entry and both values.</summary>
    public override string ToString() => $"{Entry}: '{Expected}' became '{Actual}'";
}
