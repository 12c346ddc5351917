namespace AlphaKit;

/// <summary>Listed, and for at least some trading days.</summary>
internal sealed class ListedRule(int days) : UniverseRule
{
    public override string Name => days == 0 ? "listed" : $"listed at least {days} trading days";

    public override void Apply(UniverseContext context, int row, Span<bool> members)
    {
        for (int i = 0; i < members.Length; i++)
        {
            if (context.DaysListed(row, i) < Math.Max(1, days) || context.IsDelisted(row, i)) members[i] = false;
        }
    }
}

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

/// <summary>The field lies in a band.</summary>
internal sealed class BandRule(Field subject, double min, double max) : UniverseRule
{
    public override string Name => $"{subject} from {min:R} to {max:R}";

    public override IReadOnlyList<Field> RequiredFields => [subject];

    public override void Apply(UniverseContext context, int row, Span<bool> members)
    {
        ReadOnlySpan<float> values = context.Panel[subject].Row(row);
        for (int i = 0; i < members.Length; i++)
        {
            if (!(values[i] >= min && values[i] <= max)) members[i] = false;
        }
    }
}

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
