namespace AlphaKit;

/// <summary>The smallest price step of an instrument.</summary>
/// <param name="Size">The step, in the instrument's currency.</param>
/// <param name="Currency">The currency: CNY, USD or HKD.</param>
/// <param name="Source">The row that says so.</param>
public sealed record PriceTick(decimal Size, string Currency, RuleSource Source);
