namespace AlphaKit.Factors;

/// <summary>A finite number, the same everywhere; never −0.</summary>
internal sealed class ConstantFactor(double value) : Factor(FactorFacts.Of(value + 0.0), [])
{
    public double Value { get; } = value + 0.0;

    private protected override bool SameNode(Factor other) => other is ConstantFactor c && c.Value == Value;
}
