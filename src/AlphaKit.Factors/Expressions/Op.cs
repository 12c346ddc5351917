namespace AlphaKit.Factors;

/// <summary>
/// The fields and functions that factors are written with. The prices here (<see cref="Open"/>, <see cref="High"/>, <see cref="Low"/>,
/// <see cref="Close"/>, <see cref="Vwap"/>) are the <b>adjusted</b> ones 后复权, comparable over time; the unadjusted prices are reached as
/// <see cref="Field.Close"/> and so on, every other field as itself: <c>Factor turnover = Field.TurnoverRate;</c>.
/// </summary>
/// <remarks>
/// Days are trading days. There is no shift into the future: delays are zero or positive, windows end at T.
/// Rolling windows cover T and the days − 1 trading days before it.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public static class Op
{
    /// <summary>Longest delay or window, in trading days.</summary>
    public const int MaxDays = 5000;

    /// <summary>Adjusted opening price, <see cref="Field.AdjustedOpen"/>.</summary>
    public static Factor Open { get; } = Field.AdjustedOpen;

    /// <summary>Adjusted highest price, <see cref="Field.AdjustedHigh"/>.</summary>
    public static Factor High { get; } = Field.AdjustedHigh;

    /// <summary>Adjusted lowest price, <see cref="Field.AdjustedLow"/>.</summary>
    public static Factor Low { get; } = Field.AdjustedLow;

    /// <summary>Adjusted closing price, <see cref="Field.AdjustedClose"/>.</summary>
    public static Factor Close { get; } = Field.AdjustedClose;

    /// <summary>Adjusted mean price of the day, <see cref="Field.AdjustedVwap"/>.</summary>
    public static Factor Vwap { get; } = Field.AdjustedVwap;

    /// <summary>Shares traded, as published (a split makes them jump), <see cref="Field.Volume"/>.</summary>
    public static Factor Volume { get; } = Field.Volume;

    /// <summary>Turnover in yuan, <see cref="Field.Amount"/>.</summary>
    public static Factor Amount { get; } = Field.Amount;

    /// <summary>The value of <paramref name="days"/> trading days ago: y(T) = x(T − days). Known before the open of T when days ≥ 1.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">0 to <see cref="MaxDays"/>; a negative delay would look ahead.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative or too large.</exception>
    public static Factor Delay(Factor x, int days) => new DelayFactor(x, Days(days, 0));

    /// <summary>The change over <paramref name="days"/> trading days: x(T) − x(T − days).</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">1 to <see cref="MaxDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of range.</exception>
    public static Factor Delta(Factor x, int days) => x - Delay(x, Days(days, 1));

    /// <summary>Rolling sum.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Sum(Factor x, int days, MinPeriods minPeriods = default) => Window(WindowKind.Sum, x, days, minPeriods);

    /// <summary>Rolling mean of the values present.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Mean(Factor x, int days, MinPeriods minPeriods = default) => Window(WindowKind.Mean, x, days, minPeriods);

    /// <summary>Rolling standard deviation, computed in two passes; exactly 0 for equal values.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 2 to <see cref="MaxDays"/> (1 with <see cref="Deviation.Population"/>).</param>
    /// <param name="deviation">Divide by n − 1 (default) or by n, n being the number of values present.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Std(Factor x, int days, Deviation deviation = Deviation.Sample, MinPeriods minPeriods = default)
    {
        if (!Enum.IsDefined(deviation)) throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "Must be Sample or Population.");
        return Window(WindowKind.Std, x, Days(days, deviation == Deviation.Sample ? 2 : 1), minPeriods, deviation);
    }

    /// <summary>Rolling maximum.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Max(Factor x, int days, MinPeriods minPeriods = default) => Window(WindowKind.Max, x, days, minPeriods);

    /// <summary>Rolling minimum.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Min(Factor x, int days, MinPeriods minPeriods = default) => Window(WindowKind.Min, x, days, minPeriods);

    /// <summary>
    /// Exponential mean: y = y₋₁ + (x − y₋₁)·2/(days + 1), started with the first value present, shown from the days-th value on.
    /// A missing day gives a missing result and leaves the state as it was.
    /// </summary>
    /// <remarks>The result depends on where the panel begins; after 3·days the start weighs less than 0.3 %.</remarks>
    /// <param name="x">The operand.</param>
    /// <param name="days">Span, 1 to <see cref="MaxDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of range.</exception>
    public static Factor Ema(Factor x, int days) => new RecursionFactor(RecursionKind.Ema, x, Days(days, 1));

    /// <summary>
    /// Wilder's mean: started with the plain mean of the first <paramref name="days"/> values present, then y = y₋₁ + (x − y₋₁)/days.
    /// A missing day gives a missing result and leaves the state as it was.
    /// </summary>
    /// <remarks>J. W. Wilder, New Concepts in Technical Trading Systems (1978). The result depends on where the panel begins.</remarks>
    /// <param name="x">The operand.</param>
    /// <param name="days">Smoothing, 1 to <see cref="MaxDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of range.</exception>
    public static Factor Wilder(Factor x, int days) => new RecursionFactor(RecursionKind.Wilder, x, Days(days, 1));

    /// <summary>Absolute value.</summary>
    /// <param name="x">The operand.</param>
    public static Factor Abs(Factor x) => new UnaryFactor(UnaryKind.Abs, x);

    /// <summary>Natural logarithm; missing for values that are not positive.</summary>
    /// <param name="x">The operand.</param>
    public static Factor Log(Factor x) => new UnaryFactor(UnaryKind.Log, x);

    /// <summary>Square root; missing for negative values.</summary>
    /// <param name="x">The operand.</param>
    public static Factor Sqrt(Factor x) => new UnaryFactor(UnaryKind.Sqrt, x);

    /// <summary>−1, 0 or 1.</summary>
    /// <param name="x">The operand.</param>
    public static Factor Sign(Factor x) => new UnaryFactor(UnaryKind.Sign, x);

    /// <summary>The larger of the two, element by element; missing where a side is missing.</summary>
    /// <param name="left">One operand.</param>
    /// <param name="right">The other operand.</param>
    public static Factor Larger(Factor left, Factor right) => new BinaryFactor(BinaryKind.Larger, left, right);

    /// <summary>The smaller of the two, element by element; missing where a side is missing.</summary>
    /// <param name="left">One operand.</param>
    /// <param name="right">The other operand.</param>
    public static Factor Smaller(Factor left, Factor right) => new BinaryFactor(BinaryKind.Smaller, left, right);

    /// <summary>
    /// Rank among the universe members of the day that have a value, divided by their number: in (0, 1], equal values share the mean of
    /// their ranks. Missing outside the universe.
    /// </summary>
    /// <param name="x">The operand.</param>
    public static Factor Rank(Factor x) => new CrossSectionFactor(CrossSectionKind.Rank, x);

    /// <summary>
    /// (x − mean)/standard deviation (n − 1) over the universe members of the day that have a value. Missing outside the universe, and for
    /// the whole day when the deviation is 0 or fewer than two members have a value.
    /// </summary>
    /// <param name="x">The operand.</param>
    public static Factor ZScore(Factor x) => new CrossSectionFactor(CrossSectionKind.ZScore, x);

    private static WindowFactor Window(WindowKind kind, Factor x, int days, MinPeriods minPeriods, Deviation deviation = Deviation.Sample)
    {
        Days(days, 1);
        if (minPeriods.Count > days)
            throw new ArgumentOutOfRangeException(nameof(minPeriods), minPeriods.Count, $"Must not exceed the window of {days} trading days.");
        return new WindowFactor(kind, x, days, minPeriods, deviation);
    }

    private static int Days(int days, int least) => days >= least && days <= MaxDays
        ? days
        : throw new ArgumentOutOfRangeException(nameof(days), days, $"Must be {least} to {MaxDays} trading days; a factor can only look back.");
}
