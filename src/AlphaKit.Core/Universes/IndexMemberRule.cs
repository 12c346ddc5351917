namespace AlphaKit;

/// <summary>Has a weight in the index.</summary>
internal sealed class IndexMemberRule(Symbol index) : UniverseRule
{
    private readonly Field _weight = Field.IndexWeight(index);

    public override string Name => $"member of {index}";

    public override IReadOnlyList<Field> RequiredFields => [_weight];

    public override void Apply(UniverseContext context, int row, Span<bool> members)
    {
        ReadOnlySpan<float> weights = context.Panel[_weight].Row(row);
        for (int i = 0; i < members.Length; i++)
        {
            if (float.IsNaN(weights[i])) members[i] = false;
        }
    }
}
