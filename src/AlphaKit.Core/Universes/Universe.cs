namespace AlphaKit;

/// <summary>
/// Which shares count on each day: a list of rules, all of which must hold as of that day. A universe is a description; it becomes a
/// <see cref="Membership"/> when a panel is read.
/// <code>Universe.AShares.ListedAtLeast(days: 250).WithoutSt().WithoutSuspended()</code>
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class Universe
{
    private Universe(string name, IReadOnlyList<UniverseRule> rules)
    {
        Name = name;
        Rules = rules;
    }

    /// <summary>Every symbol on every day, without any rule.</summary>
    public static Universe Everything { get; } = new("everything", []);

    /// <summary>
    /// Every share of the market data that is listed on the day, suspended or not. Where the listing day is not known (no stock_basic) a share
    /// counts as listed long ago, before its first bar too.
    /// </summary>
    public static Universe AShares { get; } = new("A shares", [new ListedRule(0)]);

    /// <summary>Name, for reports.</summary>
    public string Name { get; }

    /// <summary>The rules.</summary>
    public IReadOnlyList<UniverseRule> Rules { get; }

    /// <summary>The fields that the rules read.</summary>
    public IReadOnlyList<Field> RequiredFields => [.. Rules.SelectMany(r => r.RequiredFields).Distinct()];

    /// <summary>The latest clock of the rules: when membership of day T is known.</summary>
    public Clock KnownAt => Rules.Count == 0 ? Clock.Open : Rules.Max(r => r.KnownAt);

    /// <summary>The members of an index as of each day.</summary>
    /// <param name="index">The index, for example 000906.SH.</param>
    public static Universe Index(Symbol index) => new($"members of {index}", [new IndexMemberRule(index)]);

    /// <summary>Adds a rule.</summary>
    /// <param name="rule">The rule.</param>
    public Universe Where(UniverseRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new Universe($"{Name}, {rule.Name}", [.. Rules, rule]);
    }

    /// <summary>Leaves out shares under special treatment on the day.</summary>
    public Universe WithoutSt() => Where(new FlagRule(Field.IsSt, "without ST"));

    /// <summary>Leaves out shares that do not trade on the day.</summary>
    public Universe WithoutSuspended() => Where(new FlagRule(Field.IsSuspended, "without suspended"));

    /// <summary>Leaves out shares listed for fewer trading days than <paramref name="days"/>; an unknown listing day counts as long ago.</summary>
    /// <param name="days">Trading days since listing, the first counting 1.</param>
    public Universe ListedAtLeast(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return Where(new ListedRule(days));
    }

    /// <summary>Keeps shares whose field lies in a band on the day; missing values are left out.</summary>
    /// <param name="field">The field, for example <see cref="Field.MarketCap"/>.</param>
    /// <param name="min">Lower bound, inclusive, in the field's unit.</param>
    /// <param name="max">Upper bound, inclusive.</param>
    public Universe Between(Field field, double min, double max = double.PositiveInfinity) => Where(new BandRule(field, min, max));

    /// <summary>The universe as far as a source can tell: without the rules whose fields it lacks.</summary>
    /// <param name="coverage">What the source has.</param>
    /// <param name="dropped">Name of each rule left out, with the reason. Tell the user: the universe is wider than was asked for.</param>
    public Universe CoveredBy(MarketCoverage coverage, out IReadOnlyList<string> dropped)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        List<string> left = [];
        List<UniverseRule> kept = [];
        foreach (UniverseRule rule in Rules)
        {
            Field? lacking = rule.RequiredFields.FirstOrDefault(f => !coverage.Has(f));
            if (lacking is null) kept.Add(rule);
            else left.Add($"{rule.Name}: {coverage.WhyMissing(lacking)}");
        }

        dropped = left;
        return left.Count == 0 ? this : new Universe(string.Join(", ", kept.Select(r => r.Name).DefaultIfEmpty("everything")), kept);
    }

    /// <summary>Evaluates the rules on every day of a panel.</summary>
    /// <param name="panel">A panel that holds <see cref="RequiredFields"/>.</param>
    /// <param name="securities">The master records.</param>
    /// <exception cref="FieldNotAvailableException">The panel lacks a field that a rule needs.</exception>
    public Membership Evaluate(Panel panel, SecurityMaster securities)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(securities);
        UniverseContext context = new(panel, securities);
        return Membership.Create(panel.Axes.Days, panel.Axes.Count, (t, members) =>
        {
            members.Fill(true);
            foreach (UniverseRule rule in Rules) rule.Apply(context, t, members);
        });
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
