namespace AlphaKit.Factors;

/// <summary>Windows that share nothing: each node has its own kernel.</summary>
internal sealed class SingleWindowFamily : KernelFamily
{
    public override bool ReadsBack => true;

    public override bool AsksForGaps => true;

    public override int History(GraphNode node) => node.Operator == "ForwardFill" ? node.Days : node.Days - 1;

    public override Kernel Create<F, D>(IReadOnlyList<GraphNode> members)
    {
        GraphNode node = members[0];
        int minimum = node.Minimum == 0 ? node.Days : node.Minimum;
        return node.Operator switch
        {
            "Skew" => new DirectKernel<F, D, SkewStatistic>(node.Days, minimum),
            "Kurtosis" => new DirectKernel<F, D, KurtosisStatistic>(node.Days, minimum),
            "MeanAbsoluteDeviation" => new DirectKernel<F, D, MeanAbsoluteDeviationStatistic>(node.Days, minimum),
            "Product" => new DirectKernel<F, D, ProductStatistic>(node.Days, minimum),
            "DecayLinear" => new DecayKernel<F, D>(node.Days, minimum),
            "ForwardFill" => new ForwardFillKernel<F, D>(node.Days),
            _ => throw new InvalidOperationException($"The engine has no window '{node.Operator}'."),
        };
    }
}
