namespace AlphaKit.Factors;

/// <summary>Operators whose result depends on every row since the panel's first.</summary>
internal sealed class RecursionFamily : KernelFamily
{
    public override bool Remembers(GraphNode node) => true;

    public override bool ReadsBack => true;

    public override Kernel Create<F, D>(IReadOnlyList<GraphNode> members)
    {
        GraphNode node = members[0];
        if (node.Operator == "CumulativeSum") return new RecursionKernel<F, D, Accumulation>(0, 0, 1);
        if (node.Operator == "AdaptiveMean") return new RecursionKernel<F, D, AdaptiveStep>(0, 0, 1);
        int days = node.Days, least = node.Minimum == 0 ? days : node.Minimum;
        return node.Operator switch
        {
            "Sma" => new RecursionKernel<F, D, FromFirstValue>(node.Parameters[1] / days, days, least),
            "Ema" => Seeded<F, D>(node, 2.0 / (days + 1), least),
            _ => Seeded<F, D>(node, 1.0 / days, least),
        };
    }

    private static Kernel Seeded<F, D>(GraphNode node, double weight, int least)
        where F : unmanaged, IFloats<F, D>
        where D : unmanaged, IDoubles<D> =>
        node.Parameters[1] == 0
            ? new RecursionKernel<F, D, FromFirstValue>(weight, node.Days, least)
            : new RecursionKernel<F, D, FromFirstMean>(weight, node.Days, Math.Max(node.Days, least));
}
