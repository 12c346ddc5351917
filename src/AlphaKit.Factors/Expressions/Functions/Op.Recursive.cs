namespace AlphaKit.Factors;

// Means with a memory: they run from the panel's first row. The state of a share is its own; a suspension pauses it.
public static partial class Op
{
    /// <summary>Exponential mean: y = y₋₁ + (x − y₋₁)·2/(days + 1). A missing day gives a missing result and leaves the state as it was.</summary>
    /// <remarks>The result depends on where the panel begins; after about 7·days the start weighs less than a millionth (<see cref="Factor.WarmUp"/>).</remarks>
    /// <param name="x">The operand.</param>
    /// <param name="days">Span, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="seed">Start with the first value present (default), or with the mean of the first <paramref name="days"/> values, as TA-Lib does.</param>
    /// <param name="minPeriods">From which number of values present on the result is shown; the default, <see cref="MinPeriods.Full"/>, is the days-th.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span, the seed or the minimum is out of range; a start with an average has no value before it.</exception>
    public static Factor Ema(Factor x, int days, Seed seed = Seed.FirstValue, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Ema, [x], [days, (int)seed], minPeriods);

    /// <summary>Wilder's mean: started with the plain mean of the first <paramref name="days"/> values present, then y = y₋₁ + (x − y₋₁)/days. A missing day gives a missing result and leaves the state as it was.</summary>
    /// <remarks>J. W. Wilder, New Concepts in Technical Trading Systems (1978). The result depends on where the panel begins; after about 14·days the start weighs less than a millionth.</remarks>
    /// <param name="x">The operand.</param>
    /// <param name="days">Smoothing, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="seed">Start with the mean of the first values (default), or with the first value, as Chinese terminals do.</param>
    /// <param name="minPeriods">From which number of values present on the result is shown; the default, <see cref="MinPeriods.Full"/>, is the days-th.</param>
    /// <exception cref="ArgumentOutOfRangeException">The smoothing, the seed or the minimum is out of range; a start with an average has no value before it.</exception>
    public static Factor Wilder(Factor x, int days, Seed seed = Seed.Average, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Wilder, [x], [days, (int)seed], minPeriods);

    /// <summary>The SMA(X, N, M) of Chinese formula languages 移动平均: y = (m·x + (n − m)·y₋₁)/n with n = <paramref name="days"/> and m = <paramref name="weight"/>, started with the first value present. Not the plain mean, which is <see cref="Mean"/>. A missing day gives a missing result and leaves the state as it was.</summary>
    /// <remarks>As in Tongdaxin 通达信 and MyTT. The result depends on where the panel begins.</remarks>
    /// <param name="x">The operand.</param>
    /// <param name="days">n, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="weight">m, above 0 and at most <paramref name="days"/>.</param>
    /// <param name="minPeriods">From which number of values present on the result is shown; the default, <see cref="MinPeriods.Full"/>, is the days-th.</param>
    /// <exception cref="ArgumentOutOfRangeException">The days, the weight or the minimum is out of range.</exception>
    public static Factor Sma(Factor x, int days, double weight, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Sma, [x], [days, weight], minPeriods);

    /// <summary>Exponential mean with a weight that changes from day to day, the DMA of Chinese formula languages and the recursion of KAMA: y = y₋₁ + (x − y₋₁)·alpha with alpha limited to 0 … 1, started with the first x at which both are present. A day on which either is missing gives a missing result and leaves the state as it was.</summary>
    /// <remarks>The result depends on where the panel begins and there is no general number of days after which the start is forgotten.</remarks>
    /// <param name="x">The operand.</param>
    /// <param name="alpha">The weight of the day.</param>
    public static Factor AdaptiveMean(Factor x, Factor alpha) =>
        OperatorFactor.Apply(Operators.AdaptiveMean, [x, alpha]);

    /// <summary>Sum of the values present from the panel's first row to T, the recursion of OBV. A missing day gives a missing result and leaves the sum as it was.</summary>
    /// <remarks>The level depends on where the panel begins, for ever; differences of it do not.</remarks>
    /// <param name="x">The operand.</param>
    public static Factor CumulativeSum(Factor x) =>
        OperatorFactor.Apply(Operators.CumulativeSum, [x]);
}
