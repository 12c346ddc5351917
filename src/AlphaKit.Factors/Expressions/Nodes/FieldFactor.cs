namespace AlphaKit.Factors;

/// <summary>A field as it stands in the panel.</summary>
internal sealed class FieldFactor(Field field) : Factor(FactorFacts.Of(field), [])
{
    public Field Field { get; } = field;

    private protected override bool SameNode(Factor other) => other is FieldFactor f && f.Field.Equals(Field);
}
