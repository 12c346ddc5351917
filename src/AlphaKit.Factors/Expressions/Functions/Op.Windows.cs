namespace AlphaKit.Factors;

// Windows of one series that end at T.
public static partial class Op
{
    /// <summary>The value of <paramref name="days"/> trading days ago: y(T) = x(T − days). Known before the open of T when days ≥ 1.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">0 to <see cref="MaxDays"/>; a negative delay would look ahead.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative or too large.</exception>
    public static Factor Delay(Factor x, int days) =>
        OperatorFactor.Apply(Operators.Delay, [x], [days]);

    /// <summary>The change over <paramref name="days"/> trading days: x(T) − x(T − days). Missing where either is.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">1 to <see cref="MaxDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of range.</exception>
    public static Factor Delta(Factor x, int days) =>
        OperatorFactor.Apply(Operators.Delta, [x], [days]);

    /// <summary>Sum of the values present.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Sum(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Sum, [x], [days], minPeriods);

    /// <summary>Mean of the values present.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Mean(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Mean, [x], [days], minPeriods);

    /// <summary>Product of the values present.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Product(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Product, [x], [days], minPeriods);

    /// <summary>Largest value present.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor TsMax(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.TsMax, [x], [days], minPeriods);

    /// <summary>Smallest value present.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor TsMin(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.TsMin, [x], [days], minPeriods);

    /// <summary>The day of the largest value, counted from the window's oldest day: 1 to <paramref name="days"/> (T itself), as Qlib's IdxMax. Of equal values the oldest counts. Missing days keep their place in the count.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor TsArgMax(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.TsArgMax, [x], [days], minPeriods);

    /// <summary>The day of the smallest value, counted from the window's oldest day: 1 to <paramref name="days"/> (T itself), as Qlib's IdxMin. Of equal values the oldest counts. Missing days keep their place in the count.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor TsArgMin(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.TsArgMin, [x], [days], minPeriods);

    /// <summary>Rank of x(T) among the n values present, divided by n: in (0, 1]; equal values share the mean of their ranks (pandas <c>rolling.rank(pct=True)</c>). Missing where x(T) is.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor TsRank(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.TsRank, [x], [days], minPeriods);

    /// <summary>The q-quantile of the n values present: position q·(n − 1) of the sorted values, linear between the two nearest.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="q">0 (the smallest) to 1 (the largest).</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window, the quantile or the minimum is out of range.</exception>
    public static Factor TsQuantile(Factor x, int days, double q, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.TsQuantile, [x], [days, q], minPeriods);

    /// <summary>Median of the values present; the mean of the middle two when their number is even.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor TsMedian(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.TsMedian, [x], [days], minPeriods);

    /// <summary>Number of days in the window on which the operand is present and not 0, for example on which a comparison holds. The minimum counts days on which it is present.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Count(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Count, [x], [days], minPeriods);

    /// <summary>Weighted mean of the values present: weight 1 on the window's oldest day to <paramref name="days"/> on T, divided by the sum of the weights of the days present.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor DecayLinear(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.DecayLinear, [x], [days], minPeriods);

    /// <summary>The latest value present among x(T), x(T − 1), …, x(T − days). Missing where none is.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">How far to carry a value forward, 1 to <see cref="MaxDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of range.</exception>
    public static Factor ForwardFill(Factor x, int days) =>
        OperatorFactor.Apply(Operators.ForwardFill, [x], [days]);

    /// <summary>The linearly weighted mean: another name of <see cref="DecayLinear"/>.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Wma(Factor x, int days, MinPeriods minPeriods = default) => DecayLinear(x, days, minPeriods);
}
