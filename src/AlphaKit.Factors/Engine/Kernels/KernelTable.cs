namespace AlphaKit.Factors;

/// <summary>Which family computes which operator: the one place to enter a new kernel.</summary>
internal static class KernelTable
{
    private static readonly KernelFamily s_moments = new MomentFamily(), s_pairs = new PairFamily();
    private static readonly CrossFamily s_rows = new CatalogueCrossFamily();

    /// <summary>Operators that work on tiles of columns.</summary>
    public static IReadOnlyDictionary<string, KernelFamily> Tiles { get; } = new Dictionary<string, KernelFamily>(StringComparer.Ordinal)
    {
        ["Add"] = new ElementFamily<AddOperation>(),
        ["Subtract"] = new ElementFamily<SubtractOperation>(),
        ["Multiply"] = new ElementFamily<MultiplyOperation>(),
        ["Divide"] = new ElementFamily<DivideOperation>(),
        ["Negate"] = new ElementFamily<NegateOperation>(),
        ["Abs"] = new ElementFamily<AbsOperation>(),
        ["Sqrt"] = new ElementFamily<SqrtOperation>(),
        ["Log"] = new ElementFamily<LogOperation>(),
        ["Exp"] = new ElementFamily<ExpOperation>(),
        ["Sign"] = new ElementFamily<SignOperation>(),
        ["Floor"] = new ElementFamily<FloorOperation>(),
        ["Power"] = new ElementFamily<PowerOperation>(),
        ["SignedPower"] = new ElementFamily<SignedPowerOperation>(),
        ["Larger"] = new ElementFamily<LargerOperation>(),
        ["Smaller"] = new ElementFamily<SmallerOperation>(),
        ["Clip"] = new ElementFamily<ClipOperation>(),
        ["Less"] = new ElementFamily<LessOperation>(),
        ["LessOrEqual"] = new ElementFamily<LessOrEqualOperation>(),
        ["Greater"] = new ElementFamily<GreaterOperation>(),
        ["GreaterOrEqual"] = new ElementFamily<GreaterOrEqualOperation>(),
        ["Equal"] = new ElementFamily<EqualOperation>(),
        ["NotEqual"] = new ElementFamily<NotEqualOperation>(),
        ["And"] = new ElementFamily<AndOperation>(),
        ["Or"] = new ElementFamily<OrOperation>(),
        ["Not"] = new ElementFamily<NotOperation>(),
        ["Where"] = new ElementFamily<WhereOperation>(),
        ["IsMissing"] = new ElementFamily<IsMissingOperation>(),
        ["FillMissing"] = new ElementFamily<FillMissingOperation>(),
        [LogRatio] = new ElementFamily<LogRatioOperation>(),
        [Reciprocal] = new ElementFamily<ReciprocalOperation>(),
        [Quotient] = new ElementFamily<QuotientOperation>(),
        [Same] = new ElementFamily<SameOperation>(),
        ["Sum"] = s_moments,
        ["Mean"] = s_moments,
        ["Variance"] = s_moments,
        ["Std"] = s_moments,
        ["Slope"] = s_moments,
        ["RSquared"] = s_moments,
        ["Residual"] = s_moments,
        ["Correlation"] = s_pairs,
        ["Covariance"] = s_pairs,
        ["RegressionBeta"] = s_pairs,
        ["RegressionResidual"] = s_pairs,
        ["TsMax"] = new OrderFamily(),
        ["TsMin"] = new OrderFamily(),
        ["TsArgMax"] = new OrderFamily(),
        ["TsArgMin"] = new OrderFamily(),
        ["TsRank"] = new OrderFamily(),
        ["TsQuantile"] = new OrderFamily(),
        ["Skew"] = new SingleWindowFamily(),
        ["Kurtosis"] = new SingleWindowFamily(),
        ["MeanAbsoluteDeviation"] = new SingleWindowFamily(),
        ["Product"] = new SingleWindowFamily(),
        ["DecayLinear"] = new SingleWindowFamily(),
        ["ForwardFill"] = new SingleWindowFamily(),
        ["Sma"] = new RecursionFamily(),
        ["AdaptiveMean"] = new RecursionFamily(),
        ["CumulativeSum"] = new RecursionFamily(),
        ["Ema"] = new RecursionFamily(),
        ["Wilder"] = new RecursionFamily(),
    };

    /// <summary>Operators that work on whole rows.</summary>
    public static IReadOnlyDictionary<string, CrossFamily> Rows { get; } = new Dictionary<string, CrossFamily>(StringComparer.Ordinal)
    {
        ["Rank"] = s_rows,
        ["ZScore"] = s_rows,
        ["Demean"] = s_rows,
        ["Scale"] = s_rows,
        ["WinsoriseMad"] = s_rows,
        ["WinsoriseQuantile"] = s_rows,
        ["QuantileBucket"] = s_rows,
        ["Neutralise"] = s_rows,
        ["GroupMean"] = s_rows,
        ["GroupRank"] = s_rows,
        ["GroupZScore"] = s_rows,
    };

    /// <summary>The identity, for what a plan must copy.</summary>
    public const string Same = "same";

    /// <summary>1/y for quotients that share a divisor, and such a quotient.</summary>
    public const string Reciprocal = "reciprocal";

    public const string Quotient = "quotient";

    /// <summary>ln(x/y) in one.</summary>
    public const string LogRatio = "log of quotient";

    private static readonly KernelFamily s_custom = new CustomFamily();

    /// <summary>The family of a node that works on tiles; null for the others.</summary>
    public static KernelFamily? TileFamily(GraphNode node) =>
        node.Custom is null ? Tiles.GetValueOrDefault(node.Operator) : node.IsCross ? null : s_custom;

    /// <summary>The family of a cross-section.</summary>
    public static CrossFamily RowFamily(GraphNode node) => node.Custom is null ? Rows[node.Operator] : s_rows;
}
