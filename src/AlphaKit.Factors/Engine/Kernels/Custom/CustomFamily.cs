namespace AlphaKit.Factors;

/// <summary>The user's own operators that work on single cells, windows or series.</summary>
internal sealed class CustomFamily : KernelFamily
{
    public override bool Remembers(GraphNode node) => node.Custom is RecursiveOperator;

    public override int History(GraphNode node) => node.Custom is WindowOperator window ? window.Days - 1 : 0;

    public override Kernel Create<F, D>(IReadOnlyList<GraphNode> members) => members[0].Custom switch
    {
        ElementwiseOperator element => new CustomElementKernel(element, members[0].Inputs.Length),
        WindowOperator window => new CustomWindowKernel(window, members[0].Inputs.Length),
        RecursiveOperator recursive => new CustomRecursiveKernel(recursive, members[0].Inputs.Length),
        _ => throw new InvalidOperationException($"The engine has no kernel for the custom operator {members[0].Operator}."),
    };
}
