namespace AlphaKit;

/// <summary>The flag is not set. A missing flag counts as not set: sources that cannot tell do not offer the field.</summary>
internal sealed class FlagRule(Field subject, string name) : UniverseRule
{
    public override string Name => name;

    public override IReadOnlyList<Field> RequiredFields => [subject];

    public override void Apply(UniverseContext context, int row, Span<bool> members)
    {
        ReadOnlySpan<float> flags = context.Panel[subject].Row(row);
        for (int i = 0; i < members.Length; i++)
        {
            if (flags[i] > 0) members[i] = false;
        }
    }
}
