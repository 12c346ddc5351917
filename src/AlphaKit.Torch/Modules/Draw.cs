namespace AlphaKit.Torch.Modules;

/// <summary>The first values of parameters, drawn as PyTorch draws them: equal seeds give equal networks.</summary>
internal static class Draw
{
    /// <summary>Uniform within ± bound.</summary>
    public static Parameter Uniform(double bound, long[] size, Device? device, ScalarType? dtype)
    {
        using Tensor t = torch.empty(size, dtype, device);
        using IDisposable guard = torch.no_grad();
        return new Parameter(t.uniform_(-bound, bound));
    }

    /// <summary>All one number.</summary>
    public static Parameter Constant(double value, long[] size, Device? device, ScalarType? dtype)
    {
        using Tensor t = torch.full(size, value, dtype ?? ScalarType.Float32, device);
        return new Parameter(t);
    }

    /// <summary>The bound of Kaiming's uniform draw with a = √5, in the order of operations of PyTorch.</summary>
    public static double KaimingBound(long fanIn)
    {
        double a = Math.Sqrt(5), gain = Math.Sqrt(2.0 / (1 + (a * a)));
        return Math.Sqrt(3.0) * (gain / Math.Sqrt(fanIn));
    }

    /// <summary>The bound of a bias: 1/√fan-in.</summary>
    public static double BiasBound(long fanIn) => fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;

    /// <summary>The bound of Xavier's uniform draw.</summary>
    public static double XavierBound(long fanIn, long fanOut) => Math.Sqrt(3.0) * Math.Sqrt(2.0 / (fanIn + fanOut));
}
