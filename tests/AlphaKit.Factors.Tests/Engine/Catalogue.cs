using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Engine;

/// <summary>At least one expression of every operator, windows under several policies, nested where the planner has something to do.</summary>
internal static class Catalogue
{
    private static readonly MinPeriods[] s_policies = [MinPeriods.Full, MinPeriods.AtLeast(3), MinPeriods.SkipMissing];

    public static IReadOnlyList<Factor> All { get; } =
    [
        .. Elements(), .. s_policies.SelectMany(p => new[] { 4, 5, 7, 12, 31 }.SelectMany(d => Windows(d, p))), .. Recursions(), .. CrossSections(), .. Nested(),
    ];

    /// <summary>Those whose value depends on a bounded stretch of days.</summary>
    public static IReadOnlyList<Factor> Forgetting { get; } = [.. All.Where(f => f.WarmUp == f.LookBack)];

    private static IEnumerable<Factor> Elements() =>
    [
        Close + Open, Close - Open, Close * Volume, (Close - Open) / (High - Close), -Close, Power(Close - 20, 3), Power(Close / Open, Close - Open),
        SignedPower(Close - Open, 0.5), Less(Close, Open), LessOrEqual(Close, 20), Greater(Close, Open), GreaterOrEqual(Close, Open), Equal(Close, Close),
        NotEqual(Close, Open), And(Greater(Close, Open), Less(Volume, Amount)), Or(Greater(Close, Open), 0), Not(Greater(Close, Open)),
        Where(Greater(Close, Open), High, Low), Abs(Close - Open), Log(Close - 20), Log(Close / Open), Exp(Close / Open), Sqrt(Close - 20), Sign(Close - Open),
        Larger(Close, Open), Smaller(Close, Open), Clip(Close, 10, 20), IsMissing(Close), FillMissing(Close, 7), (Close / Open) - 1, 3, Close, Delay(Close, 4),
    ];

    private static IEnumerable<Factor> Windows(int days, MinPeriods policy)
    {
        Factor move = Close - Open;
        yield return Sum(move, days, policy);
        yield return Mean(Close, days, policy);
        yield return Std(Close, days, Deviation.Sample, policy);
        yield return Std(move, days, Deviation.Population, policy);
        yield return Variance(Close, days, Deviation.Sample, policy);
        yield return Skew(Close, days, policy);
        yield return Kurtosis(Close, days, policy);
        yield return MeanAbsoluteDeviation(Close, days, policy);
        yield return Product(Close / Open, days, policy);
        yield return TsMax(move, days, policy);
        yield return TsMin(move, days, policy);
        yield return TsArgMax(Close, days, policy);
        yield return TsArgMin(Close, days, policy);
        yield return TsRank(Sign(move), days, policy);
        yield return TsRank(Close, days, policy);
        yield return TsQuantile(Close, days, 0.8, policy);
        yield return TsMedian(move, days, policy);
        yield return Count(Greater(Close, Open), days, policy);
        yield return DecayLinear(Close, days, policy);
        yield return Slope(Close, days, policy);
        yield return RSquared(Close, days, policy);
        yield return Residual(Close, days, policy);
        yield return Correlation(Close, Log(Volume), days, policy);
        yield return Covariance(Close, Open, days, Deviation.Sample, policy);
        yield return RegressionBeta(Close, Volume, days, policy);
        yield return RegressionResidual(Close, Open, days, policy);
        yield return ForwardFill(Close, days);
        yield return Delta(Close, days);
        yield return Mean(Delay(Close, 3), days, policy);
    }

    private static IEnumerable<Factor> Recursions() =>
    [
        Ema(Close, 6), Ema(Close, 6, Seed.Average), Ema(Close, 6, Seed.FirstValue, MinPeriods.SkipMissing), Wilder(Close, 7), Wilder(Close, 7, Seed.FirstValue),
        Sma(Close, 9, 2), AdaptiveMean(Close, Rank(Volume)), CumulativeSum(Close - Open),
    ];

    private static IEnumerable<Factor> CrossSections() =>
    [
        Rank(Close), Rank(Sign(Close - Open)), Rank(Rank(Volume)), Rank(Delay(Close, 2)), ZScore(Close), Demean(Close), Scale(Close - Open), Scale(Close, 3), WinsoriseMad(Volume, 1.5),
        WinsoriseQuantile(Close, 0.1), QuantileBucket(Close, 7), GroupNeutralise(Close, Field.Industry), GroupNeutralise(Close, Field.Industry, Log(Cap), Volume), GroupMean(Close, Field.Industry),
        GroupRank(Close, Field.Industry), GroupZScore(Close, Field.Industry),
    ];

    private static IEnumerable<Factor> Nested() =>
    [
        Mean(Rank(Close), 5), Rank(Mean(Rank(Volume), 5) - Delay(Rank(Close), 2)), Correlation(Rank(Close), Rank(Volume), 6), Rank(Correlation(Rank(Close), Rank(Volume), 6)),
        -Rank(Std(Close, 5)) * Rank(DecayLinear(ZScore(Close), 4)), TsRank(Rank(Ema(Close, 5)), 9), Where(Less(Rank(Close), 0.5), Mean(Close, 5), Rank(Volume)),
        Sum(Mean(Delta(Close, 1), 5), 12), Std(Sum(Larger(Delta(Close, 1), 0), 7), 9), Mean(3, 5), Rank(2), GroupNeutralise(Rank(Close), Field.Industry, Delay(Log(Cap), 3)),
    ];
}
