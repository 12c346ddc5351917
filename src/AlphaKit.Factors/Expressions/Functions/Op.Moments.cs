namespace AlphaKit.Factors;

// Deviations, moments and regressions over windows that end at T; two passes around the mean.
public static partial class Op
{
    /// <summary>Standard deviation √(Σ(x − mean)²/(n − ddof)); exactly 0 for equal values.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 2 to <see cref="MaxDays"/> (1 with <see cref="Deviation.Population"/>).</param>
    /// <param name="deviation">Divide by n − 1 (default) or by n, n being the number of values present.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Std(Factor x, int days, Deviation deviation = Deviation.Sample, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Std, [x], [days, (int)deviation], minPeriods);

    /// <summary>Variance Σ(x − mean)²/(n − ddof); exactly 0 for equal values.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 2 to <see cref="MaxDays"/> (1 with <see cref="Deviation.Population"/>).</param>
    /// <param name="deviation">Divide by n − 1 (default) or by n, n being the number of values present.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Variance(Factor x, int days, Deviation deviation = Deviation.Sample, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Variance, [x], [days, (int)deviation], minPeriods);

    /// <summary>Bias-corrected skewness of the n values present, G₁ = √(n(n − 1))/(n − 2)·m₃/m₂^1.5 with mₖ = Σ(x − mean)ᵏ/n. Missing for fewer than 3 and for equal values.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 3 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Skew(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Skew, [x], [days], minPeriods);

    /// <summary>Bias-corrected excess kurtosis of the n values present, G₂ = (n − 1)/((n − 2)(n − 3))·((n + 1)·m₄/m₂² − 3(n − 1)) with mₖ = Σ(x − mean)ᵏ/n. Missing for fewer than 4 and for equal values.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 4 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Kurtosis(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Kurtosis, [x], [days], minPeriods);

    /// <summary>Mean of |x − mean| over the values present.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor MeanAbsoluteDeviation(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.MeanAbsoluteDeviation, [x], [days], minPeriods);

    /// <summary>Pearson correlation over the days on which both are present, within −1 … 1; two points give exactly ±1. Missing where a side has only equal values.</summary>
    /// <param name="x">One operand.</param>
    /// <param name="y">The other operand.</param>
    /// <param name="days">Window, 2 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">On how many days both must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Correlation(Factor x, Factor y, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Correlation, [x, y], [days], minPeriods);

    /// <summary>Covariance Σ(x − mean x)(y − mean y)/(n − ddof) over the n days on which both are present.</summary>
    /// <param name="x">One operand.</param>
    /// <param name="y">The other operand.</param>
    /// <param name="days">Window, 2 to <see cref="MaxDays"/> (1 with <see cref="Deviation.Population"/>).</param>
    /// <param name="deviation">Divide by n − 1 (default) or by n.</param>
    /// <param name="minPeriods">On how many days both must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Covariance(Factor x, Factor y, int days, Deviation deviation = Deviation.Sample, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Covariance, [x, y], [days, (int)deviation], minPeriods);

    /// <summary>Slope per day of the least-squares line of the values present on their day. Missing for fewer than 2.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 2 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Slope(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Slope, [x], [days], minPeriods);

    /// <summary>Coefficient of determination of the least-squares line of the values present on their day: their squared correlation. Missing for fewer than 2 and for equal values.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 2 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor RSquared(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.RSquared, [x], [days], minPeriods);

    /// <summary>x(T) less the value at T of the least-squares line of the values present on their day. Missing where x(T) is and for fewer than 2.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="days">Window, 2 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">How many values must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor Residual(Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.Residual, [x], [days], minPeriods);

    /// <summary>Slope of the least-squares line of <paramref name="y"/> on <paramref name="x"/> over the days on which both are present. Missing where x has only equal values.</summary>
    /// <param name="y">The dependent side.</param>
    /// <param name="x">The explaining side.</param>
    /// <param name="days">Window, 2 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">On how many days both must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor RegressionBeta(Factor y, Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.RegressionBeta, [y, x], [days], minPeriods);

    /// <summary>y(T) less the value at T of the least-squares line of <paramref name="y"/> on <paramref name="x"/> over the days on which both are present. Missing where a side is missing at T or x has only equal values.</summary>
    /// <param name="y">The dependent side.</param>
    /// <param name="x">The explaining side.</param>
    /// <param name="days">Window, 2 to <see cref="MaxDays"/>.</param>
    /// <param name="minPeriods">On how many days both must be present; the default is <see cref="MinPeriods.Full"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the minimum is out of range.</exception>
    public static Factor RegressionResidual(Factor y, Factor x, int days, MinPeriods minPeriods = default) =>
        OperatorFactor.Apply(Operators.RegressionResidual, [y, x], [days], minPeriods);
}
