namespace AlphaKit.Factors;

/// <summary>The kernels of one operator, or of operators that share their work.</summary>
internal abstract class KernelFamily
{
    /// <summary>True if all nodes of the family over the same inputs are computed by one kernel.</summary>
    public virtual bool Shares => false;

    /// <summary>True if the kernel asks which of its inputs are complete.</summary>
    public virtual bool AsksForGaps => Shares;

    /// <summary>True if the kernel divides a result on its way out when its target says so.</summary>
    public virtual bool Divides => Shares;

    /// <summary>True if a row's result needs every earlier row.</summary>
    public virtual bool Remembers(GraphNode node) => false;

    /// <summary>True if the kernel reads rows or columns one after the other, so that a single number must be laid out as a series.</summary>
    public virtual bool ReadsBack => Shares;

    /// <summary>Rows before the current one that the kernel reads of its inputs.</summary>
    public virtual int History(GraphNode node) => 0;

    public abstract Kernel Create<F, D>(IReadOnlyList<GraphNode> members)
        where F : unmanaged, IFloats<F, D>
        where D : unmanaged, IDoubles<D>;
}
