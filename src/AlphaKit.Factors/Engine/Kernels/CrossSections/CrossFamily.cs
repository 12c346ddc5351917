namespace AlphaKit.Factors;

/// <summary>The kernels of a cross-sectional operator.</summary>
internal abstract class CrossFamily
{
    public abstract CrossKernel Create<F, D>(GraphNode node)
        where F : unmanaged, IFloats<F, D>
        where D : unmanaged, IDoubles<D>;
}
