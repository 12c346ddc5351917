namespace AlphaKit.Factors;

/// <summary>Computes a node that needs all symbols of a day at once. Only members with a finite value count; the others become NaN.</summary>
internal abstract class CrossKernel
{
    public abstract void Run(CrossRow row);
}
