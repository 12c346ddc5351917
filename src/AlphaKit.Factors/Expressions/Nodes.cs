namespace AlphaKit.Factors;

// The node types of expressions: data only. What they compute is in the folder Engine.

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

internal sealed class FieldFactor(Field field) : Factor(0, field.KnownAt)
{
    public Field Field { get; } = field;

    private protected override string Print() => Field.Name;
}

internal sealed class ConstantFactor(double value) : Factor(0, Clock.Open)
{
    public double Value { get; } = value;

    private protected override string Print() => Number(Value);
}

internal sealed class UnaryFactor(UnaryKind kind, Factor x) : Factor(NotNull(x).LookBack, x.KnownAt, x)
{
    public UnaryKind Kind { get; } = kind;

    private protected override string Print() => Kind == UnaryKind.Negate ? $"(-{Inputs[0]})" : $"{Kind}({Inputs[0]})";
}

internal sealed class BinaryFactor(BinaryKind kind, Factor left, Factor right)
    : Factor(Math.Max(NotNull(left).LookBack, NotNull(right).LookBack), left.KnownAt > right.KnownAt ? left.KnownAt : right.KnownAt, left, right)
{
    public BinaryKind Kind { get; } = kind;

    private protected override string Print() => Kind switch
    {
        BinaryKind.Add => $"({Inputs[0]} + {Inputs[1]})",
        BinaryKind.Subtract => $"({Inputs[0]} - {Inputs[1]})",
        BinaryKind.Multiply => $"({Inputs[0]} * {Inputs[1]})",
        BinaryKind.Divide => $"({Inputs[0]} / {Inputs[1]})",
        _ => $"{Kind}({Inputs[0]}, {Inputs[1]})",
    };
}

internal sealed class DelayFactor(Factor x, int days) : Factor(checked(NotNull(x).LookBack + days), days > 0 ? Clock.Open : x.KnownAt, x)
{
    public int Days { get; } = days;

    private protected override string Print() => $"Delay({Inputs[0]}, {Days})";
}

internal sealed class WindowFactor(WindowKind kind, Factor x, int days, MinPeriods minPeriods, Deviation deviation)
    : Factor(checked(NotNull(x).LookBack + days - 1), x.KnownAt, x)
{
    public WindowKind Kind { get; } = kind;

    public int Days { get; } = days;

    public MinPeriods MinPeriods { get; } = minPeriods;

    public Deviation Deviation { get; } = deviation;

    private protected override string Print()
    {
        string deviation = Deviation == Deviation.Sample ? "" : $", {Deviation}";
        string minPeriods = MinPeriods == MinPeriods.Full ? "" : $", AtLeast({MinPeriods})";
        return $"{Kind}({Inputs[0]}, {Days}{deviation}{minPeriods})";
    }
}

internal sealed class RecursionFactor(RecursionKind kind, Factor x, int days) : Factor(checked(NotNull(x).LookBack + days - 1), x.KnownAt, x)
{
    public RecursionKind Kind { get; } = kind;

    public int Days { get; } = days;

    private protected override string Print() => $"{Kind}({Inputs[0]}, {Days})";
}

internal sealed class CrossSectionFactor(CrossSectionKind kind, Factor x) : Factor(NotNull(x).LookBack, x.KnownAt, x)
{
    public CrossSectionKind Kind { get; } = kind;

    private protected override string Print() => $"{Kind}({Inputs[0]})";
}
