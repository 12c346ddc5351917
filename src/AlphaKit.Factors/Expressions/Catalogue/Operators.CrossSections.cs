namespace AlphaKit.Factors;

internal static partial class Operators
{
    /// <summary>An exposure is constant within the groups when less than this part of its length is left after removing their means.</summary>
    internal const double ConstantExposure = 1e-7;

    /// <summary>An exposure depends on the ones before when less than this part of what varies within the groups is left after removing them.</summary>
    internal const double DependentExposure = 1e-5;

    private const string Outside = "x is missing or the share outside the universe";

    public static readonly Operator Rank = Across(
        nameof(Rank), "rank over the number n of members with a value, in (0, 1]; equal values share the mean of their ranks", aliases: ["cs_rank"]);

    public static readonly Operator ZScore = Across(
        nameof(ZScore), "(x − mean)/standard deviation with divisor n − 1", Outside + "; all day when n < 2 or all values are equal", ["zscore", "cs_zscore"]);

    public static readonly Operator Demean = Across(nameof(Demean), "x − mean", aliases: ["cs_demean"]);

    public static readonly Operator Scale = new()
    {
        Name = nameof(Scale), Kind = OperatorKind.CrossSection, Inputs = ["x"],
        Parameters = [new("a", ParameterKind.Number, 0, double.MaxValue, 1) { Above = true }],
        Definition = "a·x/Σ|x|", Missing = Outside + "; all day when Σ|x| is 0",
    };

    public static readonly Operator WinsoriseMad = new()
    {
        Name = nameof(WinsoriseMad), Kind = OperatorKind.CrossSection, Inputs = ["x"],
        Parameters = [new("k", ParameterKind.Number, 0, double.MaxValue, 3) { Above = true }], Aliases = ["winsorize_mad"],
        Definition = "x limited to median ± k·1.4826·median |x − median|; unchanged when that width is 0", Missing = Outside,
    };

    public static readonly Operator WinsoriseQuantile = new()
    {
        Name = nameof(WinsoriseQuantile), Kind = OperatorKind.CrossSection, Inputs = ["x"],
        Parameters = [new("q", ParameterKind.Number, 0, 0.5, 0.01) { Above = true }], Aliases = ["winsorize_quantile", "winsorise", "winsorize"],
        Definition = "x limited to its q- and (1 − q)-quantile, linear between the two nearest values", Missing = Outside,
    };

    public static readonly Operator QuantileBucket = new()
    {
        Name = nameof(QuantileBucket), Kind = OperatorKind.CrossSection, Inputs = ["x"],
        Parameters = [new("k", ParameterKind.Integer, 2, 1000)], Aliases = ["bucket", "qcut"],
        Definition = "bucket 1 (smallest) to k: ⌈k·r/n⌉ with r the rank from 1 to n, equal values sharing the mean of their ranks", Missing = Outside,
    };

    public static readonly Operator Neutralise = new()
    {
        Name = nameof(Neutralise), Method = nameof(Op.GroupNeutralise), Kind = OperatorKind.CrossSection, Inputs = ["x", "group", "exposure"], Variadic = true,
        Aliases = ["neutralize", "indneutralize", "ind_neutralize", "group_neutralise", "group_neutralize"],
        Definition = "x less its group's mean; with exposures, the residual of the least-squares regression of x on one constant per group and the exposures (exposures that depend on the ones before count as absent)",
        Missing = Outside + ", or its group or an exposure is missing",
    };

    public static readonly Operator GroupMean = Grouped(nameof(GroupMean), "mean of the members of the same group");
    public static readonly Operator GroupRank = Grouped(nameof(GroupRank), "rank among the members of the same group over their number; equal values share the mean of their ranks");

    public static readonly Operator GroupZScore = Grouped(
        nameof(GroupZScore), "(x − mean)/standard deviation (n − 1) within the same group", Outside + " or its group is missing; the whole group when n < 2 or all values are equal", "group_zscore");

    private static IEnumerable<Operator> CrossSections() =>
        [Rank, ZScore, Demean, Scale, WinsoriseMad, WinsoriseQuantile, QuantileBucket, Neutralise, GroupMean, GroupRank, GroupZScore];

    private static Operator Across(string name, string definition, string missing = Outside, params string[] aliases) => new()
    {
        Name = name, Kind = OperatorKind.CrossSection, Inputs = ["x"], Definition = definition, Missing = missing, Aliases = aliases,
    };

    private static Operator Grouped(string name, string definition, string missing = Outside + " or its group is missing", params string[] aliases) => new()
    {
        Name = name, Kind = OperatorKind.CrossSection, Inputs = ["x", "group"], Definition = definition, Missing = missing, Aliases = aliases,
    };
}
