namespace AlphaKit.Benchmarks;

/// <summary>A claim about how long a whole job takes on the machine at hand.</summary>
/// <param name="Name">Name of the claim, as in docs/claims.md.</param>
/// <param name="AtMostSeconds">The time claimed.</param>
/// <param name="Work">The job; tells where its time goes when given somewhere to write.</param>
internal sealed record Measure(string Name, double AtMostSeconds, Action<Action<string>?> Work);
