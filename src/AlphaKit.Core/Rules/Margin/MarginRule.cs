namespace AlphaKit;

/// <summary>One ratio of margin trading.</summary>
/// <param name="Measure">What it is.</param>
/// <param name="Ratio">The ratio; 1.30 is 130 %.</param>
/// <param name="Source">The row that says so.</param>
public sealed record MarginRule(MarginMeasure Measure, decimal Ratio, RuleSource Source);
