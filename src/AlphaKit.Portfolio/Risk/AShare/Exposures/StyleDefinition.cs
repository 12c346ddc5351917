namespace AlphaKit.Portfolio;

/// <summary>Of which descriptors a style is the weighted mean, and to which styles it is made orthogonal.</summary>
internal sealed record StyleDefinition(RiskStyle Style, IReadOnlyList<(Descriptor Descriptor, double Weight)> Parts, IReadOnlyList<RiskStyle> Against)
{
    /// <summary>All but size and its cube, in the order in which they can be computed. Analyst forecasts are not among the fields; their weights go to the rest.</summary>
    public static IReadOnlyList<StyleDefinition> All { get; } =
    [
        new(RiskStyle.Beta, [(Descriptor.Beta, 1)], []),
        new(RiskStyle.Momentum, [(Descriptor.Rstr, 1)], []),
        new(RiskStyle.ResidualVolatility, [(Descriptor.Dastd, 0.74), (Descriptor.Cmra, 0.16), (Descriptor.Hsigma, 0.10)], [RiskStyle.Beta, RiskStyle.Size]),
        new(RiskStyle.BookToPrice, [(Descriptor.Btop, 1)], []),
        new(RiskStyle.Liquidity, [(Descriptor.Stom, 0.35), (Descriptor.Stoq, 0.35), (Descriptor.Stoa, 0.30)], [RiskStyle.Size]),
        new(RiskStyle.EarningsYield, [(Descriptor.Cetop, 0.21), (Descriptor.Etop, 0.11)], []),
        new(RiskStyle.Growth, [(Descriptor.Sgro, 0.47), (Descriptor.Egro, 0.24)], []),
        new(RiskStyle.Leverage, [(Descriptor.Mlev, 0.38), (Descriptor.Dtoa, 0.35), (Descriptor.Blev, 0.27)], []),
    ];
}
