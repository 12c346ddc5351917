using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Engine;

/// <summary>The engine's public entry.</summary>
public sealed class FactorEngineTests
{
    private static readonly Panel Data = TestPanels.Random(60, 40, gaps: 0.05, seed: 91);

    [Fact]
    public void Days_asked_for_are_those_of_the_whole()
    {
        Factor[] expressions = [Mean(Close, 7), Rank(Ema(Volume, 3))];
        IReadOnlyList<FactorValues> whole = FactorEngine.Compute(expressions, Data);
        IReadOnlyList<FactorValues> part = FactorEngine.Compute(expressions, Data, Data.Calendar[30], Data.Calendar[39].AddDays(1), new EngineOptions { Threads = 1 });
        Assert.Equal(["mean(close, 7)", "rank(ema(volume, 3))"], part.Select(v => v.Name));
        for (int k = 0; k < 2; k++)
        {
            Assert.Equal(Data.Calendar[30], part[k].Axes.Calendar.First);
            Assert.Equal(10, part[k].Axes.Days);
            TestPanels.SameBits(whole[k].Values.Slice(30, 10), part[k].Values, 10);
        }
    }

    [Fact]
    public void Progress_reaches_one_and_a_token_stops_in_between()
    {
        List<double> seen = [];
        using CancellationTokenSource stop = new();
        FactorEngine.Compute([Mean(Close, 5)], Data, new EngineOptions { Threads = 1 }, new Direct(seen.Add));
        Assert.Equal(1, seen[^1]);
        Panel wide = TestPanels.Random(30, 700, seed: 92);
        seen.Clear();
        Assert.ThrowsAny<OperationCanceledException>(() => FactorSet.Of(new NamedFactor("a", Mean(Close, 5)))
            .Compute(wide, new EngineOptions { Threads = 1 }, new Direct(v => { seen.Add(v); stop.Cancel(); }), stop.Token));
        Assert.Single(seen);
    }

    [Fact]
    public void What_is_asked_of_nothing_is_told()
    {
        Assert.Empty(FactorEngine.Compute([], Data));
        Assert.Throws<InsufficientDataException>(() => FactorEngine.Compute([Close], Data, Data.Calendar.Last.AddDays(1), Data.Calendar.Last.AddDays(9)));
        Assert.Throws<FieldNotAvailableException>(() => FactorEngine.Compute([Field.Pb], Data));
        Assert.Throws<ArgumentNullException>(() => FactorEngine.Compute([Close, null!], Data));
    }

    private sealed class Direct(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
