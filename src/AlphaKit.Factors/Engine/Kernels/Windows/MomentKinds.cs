namespace AlphaKit.Factors;

/// <summary>Which moments a kernel carries: the sum, the squared deviations, the product with time.</summary>
internal interface IMomentKind
{
    static abstract int Arrays { get; }
}

internal readonly struct Sums : IMomentKind
{
    public static int Arrays => 1;
}

internal readonly struct Squares : IMomentKind
{
    public static int Arrays => 2;
}

internal readonly struct Trends : IMomentKind
{
    public static int Arrays => 3;
}
