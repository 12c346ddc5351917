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
