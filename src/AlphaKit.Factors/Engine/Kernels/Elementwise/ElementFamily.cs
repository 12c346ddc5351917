namespace AlphaKit.Factors;

/// <summary>Operators that work element by element.</summary>
internal sealed class ElementFamily<TOperation> : KernelFamily
    where TOperation : struct, IElementOperation
{
    public override Kernel Create<F, D>(IReadOnlyList<GraphNode> members) => new ElementKernel<F, D, TOperation>(members[0].Parameters);
}
