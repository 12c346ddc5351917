namespace AlphaKit.Factors;

internal enum UnaryKind
{
    Negate,
    Abs,
    Log,
    Sqrt,
    Sign,
}

internal enum BinaryKind
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Larger,
    Smaller,
}

internal enum WindowKind
{
    Sum,
    Mean,
    Std,
    Max,
    Min,
}

internal enum RecursionKind
{
    Ema,
    Wilder,
}

internal enum CrossSectionKind
{
    Rank,
    ZScore,
}

internal sealed record WindowFactor(WindowKind Kind, int Days, MinPeriods MinPeriods, Deviation Deviation);
