namespace AlphaKit.Portfolio;

/// <summary>
/// Limits on weights of net asset value: of one name, of one industry, of all names together. What the strategy wants above them stays in cash. Holdings
/// that have drifted above a limit are cut once they exceed it by <see cref="Band"/>.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record ExposureLimits : IOverlay
{
    /// <summary>Default of <see cref="MaxWeight"/>.</summary>
    public const double DefaultMaxWeight = 0.03;

    /// <summary>Default of <see cref="Band"/>.</summary>
    public const double DefaultBand = 0.1;

    /// <inheritdoc/>
    public string Name => "exposure limits";

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => MaxIndustry is null ? [] : [Field.Industry];

    /// <summary>The highest weight of one name.</summary>
    /// <value>Above 0, at most 1. The default is <see cref="DefaultMaxWeight"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double MaxWeight
    {
        get;
        init => field = NetAssetShare.Checked(value, nameof(MaxWeight));
    } = DefaultMaxWeight;

    /// <summary>The highest weight of all names together.</summary>
    /// <value>Above 0, at most 1. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double MaxInvested
    {
        get;
        init => field = NetAssetShare.Checked(value, nameof(MaxInvested));
    } = 1;

    /// <summary>The highest weight of one industry (<see cref="Field.Industry"/>); names without one are a group of their own. Null for no limit.</summary>
    /// <value>Above 0, at most 1, or null. The default is null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double? MaxIndustry
    {
        get;
        init => field = value is null or (> 0 and <= 1) ? value : throw new ArgumentOutOfRangeException(nameof(MaxIndustry), value, "Must be above 0 and at most 1 of net asset value, or null.");
    }

    /// <summary>How far holdings may drift above a limit, as a part of it, before they are cut.</summary>
    /// <value>0 to 1. The default is <see cref="DefaultBand"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Band
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Band), value, "Must be 0 to 1.");
    } = DefaultBand;

    /// <inheritdoc/>
    public IOverlayRun Start() => new Run(this);

    private sealed class Run(ExposureLimits rule) : IOverlayRun
    {
        public void Apply(DecisionContext context, TargetDraft draft)
        {
            double slack = draft.IsKept ? 1 + rule.Band : 1;
            foreach (Symbol symbol in draft.Symbols)
            {
                double weight = draft.WeightOf(symbol);
                if (weight <= rule.MaxWeight * slack) continue;
                draft.Limit(symbol, rule.MaxWeight);
                draft.Log("name limited", weight, FormattableString.Invariant($"to {rule.MaxWeight:P2}"), symbol);
            }

            if (rule.MaxIndustry is { } most) LimitIndustries(context, draft, most, slack);
            double all = draft.Symbols.Sum(draft.WeightOf);
            if (all <= (rule.MaxInvested * slack) + TargetWeights.RoundingTolerance) return;
            draft.LimitInvested(rule.MaxInvested);
            draft.Log("total limited", all, FormattableString.Invariant($"to {rule.MaxInvested:P2}"));
        }

        private static void LimitIndustries(DecisionContext context, TargetDraft draft, double most, double slack)
        {
            ReadOnlySpan<float> industries = Newest.Row(context, Field.Industry);
            SortedDictionary<int, List<Symbol>> groups = [];
            foreach (Symbol symbol in draft.Symbols)
            {
                int column = context.Past.Axes.ColumnOf(symbol);
                int industry = column >= 0 && !industries.IsEmpty && !float.IsNaN(industries[column]) ? (int)industries[column] : -1;
                if (!groups.TryGetValue(industry, out List<Symbol>? members)) groups[industry] = members = [];
                members.Add(symbol);
            }

            foreach ((int industry, List<Symbol> members) in groups)
            {
                double weight = members.Sum(draft.WeightOf);
                if (weight <= most * slack) continue;
                string name = industry < 0 ? "without industry" : FormattableString.Invariant($"industry {industry:00}");
                draft.LimitGroup(name, members, most);
                draft.Log("industry limited", weight, FormattableString.Invariant($"{name} to {most:P2}"));
            }
        }
    }
}
