using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Backtest.Tests;

/// <summary>Random markets beside the same ones, spoiled from a day on.</summary>
internal static class SpoiledMarkets
{
    /// <summary>Of a random market and day, a run shows the same up to the day whether the market is spoiled or not.</summary>
    /// <param name="spoil">Spoils a market from a day on.</param>
    /// <param name="shown">What a run on the market shows up to the day, given the seed.</param>
    public static void ShowTheSame(Func<FakeMarket, DateOnly, FakeMarket> spoil, Func<FakeMarket, DateOnly, int, string> shown) => Properties.Holds(
        Gen.Choose(0, 1_000_000),
        seed =>
        {
            FakeMarket market = RandomMarket.Create((ulong)seed);
            DateOnly day = market.Calendar[5 + (seed % 20)];
            return shown(market, day, seed) == shown(spoil(RandomMarket.Create((ulong)seed), day), day, seed);
        },
        cases: 60);

    /// <summary>All that is known after a day: flags turned, numbers moved, every fifth one missing.</summary>
    public static FakeMarket AfterDay(this FakeMarket market, DateOnly day) => market.Change((field, symbol, date, value) => date <= day ? value
        : field.Unit == Unit.Flag ? 1 - value
        : (date.DayNumber + symbol.Number) % 5 == 0 ? float.NaN : MathF.Round(value * 2.37f, 2));

    /// <summary>All that is known after the open of a day: numbers moved.</summary>
    public static FakeMarket AfterOpen(this FakeMarket market, DateOnly day) => market.Change((field, _, date, value) =>
        date < day || (field.KnownAt == Clock.Open && date == day) ? value : MathF.Round((value * 1.43f) + 1, 2));
}
