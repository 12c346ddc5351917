namespace AlphaKit.Factors;

internal static partial class Operators
{
    private const string TooFew = "fewer values than the minimum are present";

    public static readonly Operator Delay = new()
    {
        Name = nameof(Delay), Kind = OperatorKind.Window, Inputs = ["x"], Parameters = [Window(0)], Aliases = ["ref", "lag", "ts_delay"],
        Definition = "x of T − days; known before the open of T when days ≥ 1", Missing = "that value is",
        LookBack = static p => (int)p[0], KnownBeforeOpen = static p => p[0] >= 1,
    };

    public static readonly Operator Delta = new()
    {
        Name = nameof(Delta), Kind = OperatorKind.Window, Inputs = ["x"], Parameters = [Window(1)], Aliases = ["ts_delta", "diff"],
        Definition = "x(T) − x(T − days)", Missing = "either is", LookBack = static p => (int)p[0],
    };

    public static readonly Operator Sum = Rolling(nameof(Sum), "sum of the values present", TooFew, aliases: ["ts_sum"]);
    public static readonly Operator Mean = Rolling(nameof(Mean), "mean of the values present", TooFew, aliases: ["ts_mean", "ma", "avg"]);
    public static readonly Operator Product = Rolling(nameof(Product), "product of the values present", TooFew, aliases: ["ts_product", "prod"]);
    public static readonly Operator Std = Deviating(nameof(Std), "standard deviation √(Σ(x − mean)²/(n − ddof)), exactly 0 for equal values", ["stddev", "ts_std", "ts_stddev"]);
    public static readonly Operator Variance = Deviating(nameof(Variance), "variance Σ(x − mean)²/(n − ddof), exactly 0 for equal values", ["var", "ts_var"]);

    public static readonly Operator Skew = Rolling(
        nameof(Skew), "bias-corrected skewness √(n(n−1))/(n−2)·m₃/m₂^1.5 with mₖ = Σ(x − mean)ᵏ/n", TooFew + ", fewer than 3, or all are equal", least: 3, aliases: ["ts_skew", "skewness"]);

    public static readonly Operator Kurtosis = Rolling(
        nameof(Kurtosis), "bias-corrected excess kurtosis (n−1)/((n−2)(n−3))·((n+1)·m₄/m₂² − 3(n−1))", TooFew + ", fewer than 4, or all are equal", least: 4, aliases: ["kurt", "ts_kurt"]);

    public static readonly Operator TsMax = Rolling(nameof(TsMax), "largest value present", TooFew);
    public static readonly Operator TsMin = Rolling(nameof(TsMin), "smallest value present", TooFew);

    public static readonly Operator TsArgMax = Rolling(
        nameof(TsArgMax), "day of the largest value, counted from the window's oldest day as 1 to T as days; the oldest of equal ones", TooFew, aliases: ["ts_argmax", "argmax", "idxmax"]);

    public static readonly Operator TsArgMin = Rolling(
        nameof(TsArgMin), "day of the smallest value, counted from the window's oldest day as 1 to T as days; the oldest of equal ones", TooFew, aliases: ["ts_argmin", "argmin", "idxmin"]);

    public static readonly Operator TsRank = Rolling(
        nameof(TsRank), "rank of x(T) among the values present over their number n, in (0, 1]; equal values share the mean of their ranks", "x(T) is missing or " + TooFew);

    public static readonly Operator TsQuantile = new()
    {
        Name = nameof(TsQuantile), Kind = OperatorKind.Window, Inputs = ["x"],
        Parameters = [Window(1), new("q", ParameterKind.Number, 0, 1)], HasMinPeriods = true, Aliases = ["quantile"],
        Definition = "q-quantile of the values present, linear between the two nearest: position q·(n − 1) of the sorted values", Missing = TooFew,
        LookBack = DaysMinusOne,
    };

    public static readonly Operator TsMedian = Rolling(nameof(TsMedian), "median of the values present; the mean of the middle two when n is even", TooFew, aliases: ["median"]);
    public static readonly Operator MeanAbsoluteDeviation = Rolling(nameof(MeanAbsoluteDeviation), "mean of |x − mean| over the values present", TooFew, aliases: ["mad", "ts_mad"]);
    public static readonly Operator Count = Rolling(nameof(Count), "number of days on which x is present and not 0", TooFew, aliases: ["ts_count"]);

    public static readonly Operator DecayLinear = Rolling(
        nameof(DecayLinear), "weighted mean of the values present, weight 1 on the window's oldest day to days on T", TooFew, aliases: ["wma", "decaylinear", "ts_decay_linear"]);

    public static readonly Operator Slope = Rolling(
        nameof(Slope), "slope per day of the least-squares line through the values present", TooFew + " or fewer than 2", least: 2, aliases: ["ts_slope"]);

    public static readonly Operator RSquared = Rolling(
        nameof(RSquared), "squared correlation of the values present with their day", TooFew + ", fewer than 2, or all are equal", least: 2, aliases: ["rsquare", "rsquared"]);

    public static readonly Operator Residual = Rolling(
        nameof(Residual), "x(T) less the least-squares line through the values present at T", "x(T) is missing, " + TooFew + " or fewer than 2", least: 2, aliases: ["resi"]);

    public static readonly Operator Correlation = Pair(
        nameof(Correlation), "Pearson correlation of the days on which both are present, within −1 … 1", TooFew + ", fewer than 2, or a side has only equal ones", ["corr", "ts_corr"]);

    public static readonly Operator Covariance = new()
    {
        Name = nameof(Covariance), Kind = OperatorKind.Window, Inputs = ["x", "y"], Parameters = [Window(1), Ddof], HasMinPeriods = true,
        Aliases = ["cov", "ts_cov"], Definition = "Σ(x − mean x)(y − mean y)/(n − ddof) over the n days on which both are present",
        Missing = TooFew + " or n − ddof is 0", LookBack = DaysMinusOne, LeastValues = LeastForDeviation,
    };

    public static readonly Operator RegressionBeta = Pair(
        nameof(RegressionBeta), "slope of the least-squares line of x (the dependent side) on y over the days on which both are present",
        TooFew + ", fewer than 2, or y has only equal ones", ["regbeta"]);

    public static readonly Operator RegressionResidual = Pair(
        nameof(RegressionResidual), "x(T) less the least-squares line of x (the dependent side) on y over the days on which both are present",
        "a side is missing at T, " + TooFew + ", fewer than 2, or y has only equal ones", ["regresi"]);

    public static readonly Operator ForwardFill = new()
    {
        Name = nameof(ForwardFill), Kind = OperatorKind.Window, Inputs = ["x"], Parameters = [new("days", ParameterKind.Days, 1, Op.MaxDays)], Aliases = ["ffill"],
        Definition = "the latest value present among x(T), x(T − 1), …, x(T − days)", Missing = "none of them is present", LookBack = static p => (int)p[0],
    };

    private static IEnumerable<Operator> Windows() =>
    [
        Delay, Delta, Sum, Mean, Product, Std, Variance, Skew, Kurtosis, TsMax, TsMin, TsArgMax, TsArgMin, TsRank, TsQuantile, TsMedian,
        MeanAbsoluteDeviation, Count, DecayLinear, Slope, RSquared, Residual, Correlation, Covariance, RegressionBeta, RegressionResidual, ForwardFill,
    ];

    private static Operator Rolling(string name, string definition, string missing, int least = 1, params string[] aliases) => new()
    {
        Name = name, Kind = OperatorKind.Window, Inputs = ["x"], Parameters = [Window(least)], HasMinPeriods = true, Aliases = aliases,
        Definition = definition, Missing = missing, LookBack = DaysMinusOne, LeastValues = _ => least,
    };

    private static Operator Deviating(string name, string definition, string[] aliases) => new()
    {
        Name = name, Kind = OperatorKind.Window, Inputs = ["x"], Parameters = [Window(1), Ddof], HasMinPeriods = true, Aliases = aliases,
        Definition = definition, Missing = TooFew + " or n − ddof is 0", LookBack = DaysMinusOne, LeastValues = LeastForDeviation,
    };

    private static Operator Pair(string name, string definition, string missing, string[] aliases) => new()
    {
        Name = name, Kind = OperatorKind.Window, Inputs = ["x", "y"], Parameters = [Window(2)], HasMinPeriods = true, Aliases = aliases,
        Definition = definition, Missing = missing, LookBack = DaysMinusOne, LeastValues = static _ => 2,
    };
}
