namespace AlphaKit.Factors;

// Across the universe members of one day.
public static partial class Op
{
    /// <summary>Rank among the universe members of the day that have a value, divided by their number: in (0, 1], equal values share the mean of their ranks. Missing outside the universe and where the operand is.</summary>
    /// <param name="x">The operand.</param>
    public static Factor Rank(Factor x) =>
        OperatorFactor.Apply(Operators.Rank, [x]);

    /// <summary>(x − mean)/standard deviation (n − 1) over the universe members of the day that have a value. Missing outside the universe, and for the whole day when the values are all equal or fewer than two members have one.</summary>
    /// <param name="x">The operand.</param>
    public static Factor ZScore(Factor x) =>
        OperatorFactor.Apply(Operators.ZScore, [x]);

    /// <summary>x less the mean of the universe members of the day that have a value. Missing outside the universe and where the operand is.</summary>
    /// <param name="x">The operand.</param>
    public static Factor Demean(Factor x) =>
        OperatorFactor.Apply(Operators.Demean, [x]);

    /// <summary>a·x/Σ|x| over the universe members of the day that have a value. Missing outside the universe, and for the whole day when Σ|x| is 0.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="a">What the absolute values add up to, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="a"/> is not positive and finite.</exception>
    public static Factor Scale(Factor x, double a = 1) =>
        OperatorFactor.Apply(Operators.Scale, [x], [a]);

    /// <summary>x limited to median ± k·1.4826·median |x − median| over the universe members of the day that have a value; unchanged on days when that width is 0. Missing outside the universe and where the operand is.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="k">How many robust deviations, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not positive and finite.</exception>
    public static Factor WinsoriseMad(Factor x, double k = 3) =>
        OperatorFactor.Apply(Operators.WinsoriseMad, [x], [k]);

    /// <summary>x limited to its q- and (1 − q)-quantile over the universe members of the day that have a value; quantiles are linear between the two nearest values. Missing outside the universe and where the operand is.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="q">Above 0, at most 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is out of range.</exception>
    public static Factor WinsoriseQuantile(Factor x, double q = 0.01) =>
        OperatorFactor.Apply(Operators.WinsoriseQuantile, [x], [q]);

    /// <summary>The bucket of x among the n universe members of the day that have a value: ⌈k·r/n⌉ with r the rank from 1 to n, equal values sharing the mean of their ranks; 1 holds the smallest. Missing outside the universe and where the operand is.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="k">Number of buckets, 2 to 1000.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is out of range.</exception>
    public static Factor QuantileBucket(Factor x, int k) =>
        OperatorFactor.Apply(Operators.QuantileBucket, [x], [k]);

    /// <summary>
    /// x without what its group and the exposures explain, over the universe members of the day that have everything. Without exposures: x
    /// less the mean of its group (the IndNeutralize of formula collections). With exposures: the residual of the least-squares regression
    /// of x on one constant per group and the exposures; an exposure that depends linearly on the groups and the exposures before it (less
    /// than a hundred-thousandth of what varies within the groups is left) counts as absent. Missing outside the universe and where x, the group or an exposure is.
    /// </summary>
    /// <param name="x">The operand.</param>
    /// <param name="group">The group, for example <see cref="Field.Industry"/>: equal numbers are one group. A constant makes all one group.</param>
    /// <param name="exposures">What else to remove, for example <c>Op.Log(Op.Cap)</c>.</param>
    public static Factor GroupNeutralise(Factor x, Factor group, params Factor[] exposures)
    {
        ArgumentNullException.ThrowIfNull(exposures);
        return OperatorFactor.Apply(Operators.Neutralise, [x, group, .. exposures]);
    }

    /// <summary>Mean of the universe members of the day in the same group that have a value. Missing outside the universe and where x or the group is.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="group">The group: equal numbers are one group.</param>
    public static Factor GroupMean(Factor x, Factor group) =>
        OperatorFactor.Apply(Operators.GroupMean, [x, group]);

    /// <summary>Rank among the universe members of the day in the same group that have a value, divided by their number; equal values share the mean of their ranks. Missing outside the universe and where x or the group is.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="group">The group: equal numbers are one group.</param>
    public static Factor GroupRank(Factor x, Factor group) =>
        OperatorFactor.Apply(Operators.GroupRank, [x, group]);

    /// <summary>(x − mean)/standard deviation (n − 1) over the universe members of the day in the same group that have a value. Missing outside the universe, where x or the group is, and for a whole group when its values are all equal or fewer than two.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="group">The group: equal numbers are one group.</param>
    public static Factor GroupZScore(Factor x, Factor group) =>
        OperatorFactor.Apply(Operators.GroupZScore, [x, group]);
}
