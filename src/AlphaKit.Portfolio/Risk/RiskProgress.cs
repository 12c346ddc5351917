namespace AlphaKit.Portfolio;

/// <summary>How far an estimate is.</summary>
/// <param name="Step">The step at work, in words.</param>
/// <param name="Done">Steps of <paramref name="Total"/> that are complete.</param>
/// <param name="Total">How many steps there are.</param>
public readonly record struct RiskProgress(string Step, int Done, int Total);
