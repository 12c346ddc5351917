namespace AlphaKit.Benchmarks;

/// <summary>A claim about speed: how many times as long the baseline takes as the subject, in one process, turn by turn.</summary>
/// <param name="Name">Name of the claim, as in docs/claims.md.</param>
/// <param name="AtLeast">The ratio baseline time / subject time claimed.</param>
/// <param name="Baseline">The naive way.</param>
/// <param name="Subject">AlphaKit's way; must return what the baseline returns.</param>
internal sealed record Ratio(string Name, double AtLeast, Func<double> Baseline, Func<double> Subject);
