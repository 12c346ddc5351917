using System.Globalization;
using AlphaKit.Factors;
using static AlphaKit.Factors.Op;

namespace AlphaKit.Models;

/// <summary>
/// Bars of one, five and twenty trading days (日线、周线、月线) as features for a network: what <see cref="SequenceInput.MultiFrequency"/> reads.
/// <code>
/// FactorSet bars = BarFeatures.Set.CoveredBy(market.Coverage).Then(Winsorise.Mad(5));
/// RecurrentScorer gru = new() { Inputs = BarFeatures.Inputs(bars) };
/// </code>
/// A bar of n days ends on the day itself. Open, high, low, close and mean price are stated as changes from the close before the bar, the mean daily volume
/// as the logarithm of its ratio to that of the n days before: <c>open_5</c> = O(T − 4) / C(T − 5) − 1, <c>volume_5</c> = ln(V̄(T) / V̄(T − 5)).
/// </summary>
/// <remarks>
/// Prices are adjusted. High and low are the extremes of the days there are; a bar is missing where its last close or the close before it is. The mean price
/// is that of the days weighted by volume. Volume is as traded: on the days around a split its change is that of the number of shares.
/// </remarks>
public static class BarFeatures
{
    private static readonly int[] s_spans = [1, 5, 20];

    /// <summary>The eighteen features: open, high, low, close, vwap, volume of 1, 5 and 20 days, named <c>close_5</c>.</summary>
    public static FactorSet Set { get; } = FactorSet.Of(s_spans.SelectMany(Of));

    /// <summary>Daily, weekly and monthly sequences of those features that a set still has: 40 days, 20 weeks, 12 months.</summary>
    /// <param name="features"><see cref="Set"/> after <see cref="FactorSet.CoveredBy"/>; further factors are not read.</param>
    /// <exception cref="ArgumentException">A span has no feature, or the spans have different ones.</exception>
    public static IReadOnlyList<SequenceInput> Inputs(FactorSet features)
    {
        ArgumentNullException.ThrowIfNull(features);
        string[][] names = [.. s_spans.Select(n => Set.Names.Intersect(features.Names, StringComparer.Ordinal).Where(f => f.EndsWith(Suffix(n), StringComparison.Ordinal)).ToArray())];
        if (names[0].Length == 0 || names.Any(x => x.Length != names[0].Length))
            throw new ArgumentException($"Every span needs the same bar features; there are {string.Join(", ", names.SelectMany(x => x))}.", nameof(features));
        return SequenceInput.MultiFrequency(names[0], names[1], names[2]);
    }

    private static string Suffix(int n) => string.Create(CultureInfo.InvariantCulture, $"_{n}");

    private static IEnumerable<NamedFactor> Of(int n)
    {
        Factor close = Field.AdjustedClose, before = Delay(close, n), volume = Field.Volume, mean = Mean(volume, n, MinPeriods.SkipMissing);
        Factor vwap = Sum((Factor)Field.AdjustedVwap * volume, n, MinPeriods.SkipMissing) / Sum(volume, n, MinPeriods.SkipMissing);
        return
        [
            Price("open", n == 1 ? Field.AdjustedOpen : Delay(Field.AdjustedOpen, n - 1)),
            Price("high", n == 1 ? Field.AdjustedHigh : TsMax(Field.AdjustedHigh, n, MinPeriods.SkipMissing)),
            Price("low", n == 1 ? Field.AdjustedLow : TsMin(Field.AdjustedLow, n, MinPeriods.SkipMissing)),
            Price("close", close),
            Price("vwap", n == 1 ? Field.AdjustedVwap : vwap),
            new NamedFactor($"volume{Suffix(n)}", Log(mean / Delay(mean, n)), string.Create(CultureInfo.InvariantCulture, $"ln of the mean volume of {n} days over that of the {n} days before.")),
        ];

        NamedFactor Price(string name, Factor price) => new(
            $"{name}{Suffix(n)}", (price / before) - 1, string.Create(CultureInfo.InvariantCulture, $"{name} of a bar of {n} days over the close before it, less 1."));
    }
}
