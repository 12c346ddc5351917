namespace AlphaKit.Factors;

/// <summary>Windows over one series or a pair; all nodes over the same inputs share one kernel.</summary>
internal abstract class WindowFamily : KernelFamily
{
    public override bool Shares => true;

    public override int History(GraphNode node) => node.Days - 1;

    /// <summary>How many values a result needs whatever the policy.</summary>
    protected virtual int Least(GraphNode node) => 1;

    /// <summary>What is taken off the number of values for the divisor.</summary>
    protected virtual int Freedom(GraphNode node) => 0;

    protected WindowOutput[] Outputs(IReadOnlyList<GraphNode> members)
    {
        WindowOutput[] outputs = new WindowOutput[members.Count];
        for (int k = 0; k < outputs.Length; k++)
        {
            GraphNode m = members[k];
            outputs[k] = new WindowOutput(m.Operator, m.Days, m.Minimum == 0 ? m.Days : Math.Max(m.Minimum, Least(m)), m.Minimum == 0, Freedom(m), k);
        }

        return outputs;
    }
}

/// <summary>Sums, means, deviations, regressions on time.</summary>
internal sealed class MomentFamily : WindowFamily
{
    public override Kernel Create<F, D>(IReadOnlyList<GraphNode> members)
    {
        return new MomentKernel<F, D>(Outputs(members));
    }

    protected override int Least(GraphNode node) => node.Operator switch
    {
        "Std" or "Variance" => 1 + Freedom(node),
        "Slope" or "RSquared" or "Residual" => 2,
        _ => 1,
    };

    protected override int Freedom(GraphNode node) =>
        node.Operator is "Std" or "Variance" && node.Parameters[1] == (int)Deviation.Sample ? 1 : 0;
}

/// <summary>Correlations, covariances and regressions of two series.</summary>
internal sealed class PairFamily : WindowFamily
{
    public override Kernel Create<F, D>(IReadOnlyList<GraphNode> members)
    {
        return new PairKernel<F, D>(Outputs(members));
    }

    protected override int Least(GraphNode node) => node.Operator == "Covariance" ? 1 + Freedom(node) : 2;

    protected override int Freedom(GraphNode node) => node.Operator == "Covariance" && node.Parameters[1] == (int)Deviation.Sample ? 1 : 0;
}

/// <summary>Extremes, their places, ranks and quantiles.</summary>
internal sealed class OrderFamily : WindowFamily
{
    public override int History(GraphNode node) => node.Operator == "TsQuantile" ? node.Days : node.Days - 1;

    public override Kernel Create<F, D>(IReadOnlyList<GraphNode> members)
    {
        WindowOutput[] outputs = Outputs(members);
        return members[0].Operator switch
        {
            "TsMax" => new ExtremeKernel<F, D>(outputs, largest: true),
            "TsMin" => new ExtremeKernel<F, D>(outputs, largest: false),
            "TsArgMax" => new ArgExtremeKernel<F, D>(outputs, largest: true),
            "TsArgMin" => new ArgExtremeKernel<F, D>(outputs, largest: false),
            "TsRank" => new TimeRankKernel<F, D>(outputs),
            _ => new QuantileKernel<F, D>(outputs, Quantiles(members)),
        };
    }

    private static double[] Quantiles(IReadOnlyList<GraphNode> members)
    {
        double[] quantiles = new double[members.Count];
        for (int k = 0; k < quantiles.Length; k++) quantiles[k] = members[k].Parameters[1];
        return quantiles;
    }
}
