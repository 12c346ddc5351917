namespace AlphaKit.Factors;

/// <summary>All cross-sectional operators of the catalogue.</summary>
internal sealed class CatalogueCrossFamily : CrossFamily
{
    public override CrossKernel Create<F, D>(GraphNode node) => node.Custom is CrossSectionOperator custom ? new CustomCrossKernel(custom) : node.Operator switch
    {
        "Rank" => new RankKernel<F, D>(),
        "ZScore" => new ZScoreKernel(),
        "Demean" => new DemeanKernel(),
        "Scale" => new ScaleKernel(node.Parameters[0]),
        "WinsoriseMad" => new WinsoriseMadKernel(node.Parameters[0]),
        "WinsoriseQuantile" => new WinsoriseQuantileKernel(node.Parameters[0]),
        "QuantileBucket" => new QuantileBucketKernel<F, D>((int)node.Parameters[0]),
        "Neutralise" => new NeutraliseKernel(node.Inputs.Length - 2),
        "GroupMean" or "GroupRank" or "GroupZScore" => new GroupKernel(node.Operator),
        _ => throw new InvalidOperationException($"The engine has no cross-section '{node.Operator}'."),
    };
}
