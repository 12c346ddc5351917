namespace AlphaKit.Factors;

internal static partial class Operators
{
    private const string Gap = "x is missing (the state stays as it was) or fewer than the minimum (by default days) have been present so far";

    public static readonly Operator Ema = new()
    {
        Name = nameof(Ema), Kind = OperatorKind.Recursive, Inputs = ["x"], Parameters = [Window(1), FirstValueSeed], HasMinPeriods = true,
        Aliases = ["ewma"], Definition = "y = y₋₁ + (x − y₋₁)·2/(days + 1)", Missing = Gap,
        LookBack = DaysMinusOne, WarmUp = static p => Fading(2 / (p[0] + 1), (int)p[0] - 1),
    };

    public static readonly Operator Wilder = new()
    {
        Name = nameof(Wilder), Kind = OperatorKind.Recursive, Inputs = ["x"], Parameters = [Window(1), AverageSeed], HasMinPeriods = true,
        Aliases = ["rma", "smma"], Definition = "y = y₋₁ + (x − y₋₁)/days", Missing = Gap,
        LookBack = DaysMinusOne, WarmUp = static p => Fading(1 / p[0], (int)p[0] - 1),
    };

    public static readonly Operator Sma = new()
    {
        Name = nameof(Sma), Kind = OperatorKind.Recursive, Inputs = ["x"],
        Parameters = [Window(1), new("weight", ParameterKind.Number, 0, Op.MaxDays) { Above = true }], HasMinPeriods = true,
        Definition = "the Chinese SMA(x, n, m): y = (m·x + (n − m)·y₋₁)/n with n = days and m = weight ≤ n, started with the first value present", Missing = Gap,
        LookBack = DaysMinusOne, WarmUp = static p => Fading(p[1] / p[0], (int)p[0] - 1),
    };

    public static readonly Operator AdaptiveMean = new()
    {
        Name = nameof(AdaptiveMean), Kind = OperatorKind.Recursive, Inputs = ["x", "alpha"], Aliases = ["dma"],
        Definition = "y = y₋₁ + (x − y₋₁)·alpha with alpha limited to 0 … 1, started with the first x at which both are present",
        Missing = "either is (the state stays as it was)", WarmUp = static _ => Operator.Unbounded,
    };

    public static readonly Operator CumulativeSum = new()
    {
        Name = nameof(CumulativeSum), Kind = OperatorKind.Recursive, Inputs = ["x"], Aliases = ["cumsum"],
        Definition = "sum of the values present from the panel's first row to T", Missing = "x is (the state stays as it was)",
        WarmUp = static _ => Operator.Unbounded,
    };

    private static IEnumerable<Operator> Recursive() => [Ema, Wilder, Sma, AdaptiveMean, CumulativeSum];
}
