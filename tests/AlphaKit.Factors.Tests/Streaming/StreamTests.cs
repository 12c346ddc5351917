using AlphaKit.Factors.Tests.Engine;
using AlphaKit.Factors.Tests.Sessions;
using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Streaming;

public sealed class StreamTests
{
    private static readonly Panel Data = TestPanels.Random(900, 30, gaps: 0.05, outside: 0.1, seed: 81);

    private static readonly EngineOptions Small = new() { Threads = 2, MemoryBudget = 1 << 20 };

    [Fact]
    public async Task Blocks_are_the_whole_cut_in_days()
    {
        FactorSet set = SessionTests.SetOf(Catalogue.All);
        Kept sink = new(set.Compute(Data));
        await set.WriteAsync(Data, sink, Small);
        Assert.Equal(900, sink.Days);
        Assert.True(sink.Blocks > 10 && sink.IsComplete, $"{sink.Blocks} blocks");
    }

    [Fact]
    public async Task Preprocessing_is_that_of_the_whole()
    {
        FactorSet set = SessionTests.SetOf(Enumerable.Range(2, 30).Select(n => Mean(Close, n))).Then(Winsorise.Mad(3), Standardise.ZScore());
        Kept sink = new(set.Compute(Data));
        await set.WriteAsync(Data, sink, Small);
        Assert.Equal(900, sink.Days);
    }

    [Fact]
    public async Task A_sink_that_fails_stops_the_run_and_is_not_completed()
    {
        FactorSet set = SessionTests.SetOf(Catalogue.All);
        Kept sink = new(set.Compute(Data)) { FailsAfter = 3 };
        await Assert.ThrowsAsync<IOException>(() => set.WriteAsync(Data, sink, Small));
        Assert.False(sink.IsComplete);
        Assert.Equal(3, sink.Blocks);
    }

    [Fact]
    public async Task What_cannot_fit_is_refused_before_it_begins()
    {
        FactorSet set = SessionTests.SetOf(Catalogue.All);
        MemoryBudgetException e = Assert.Throws<MemoryBudgetException>(() => set.Compute(Data, Small));
        Assert.Equal(set.Count * 900L * 32 * 4, e.Needed);
        Assert.Equal(1 << 20, e.Budget);
        Panel wide = TestPanels.Of(Field.AdjustedClose, [[.. Enumerable.Range(0, 40_000).Select(i => (float)i)]]);
        FactorSet four = SessionTests.SetOf([Close, Close + 1, Close + 2, Close + 3]);
        await Assert.ThrowsAsync<MemoryBudgetException>(() => four.WriteAsync(wide, new Kept(four.Compute(wide)), Small));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EngineOptions { MemoryBudget = 1000 });
    }

    private sealed class Kept(FeatureTensor whole) : IFactorSink
    {
        public int Days { get; private set; }

        public int Blocks { get; private set; }

        public bool IsComplete { get; private set; }

        public int FailsAfter { get; init; } = int.MaxValue;

        public async Task WriteAsync(FeatureTensor block, CancellationToken cancellationToken)
        {
            if (Blocks == FailsAfter) throw new IOException("full");
            await Task.Delay(1, cancellationToken);
            SessionTests.Same(whole, block, Days);
            Assert.True(block.Count * block.Axes.Days * 32 * 4 * 2 <= 1 << 20);
            Days += block.Axes.Days;
            Blocks++;
        }

        public Task CompleteAsync(CancellationToken cancellationToken)
        {
            IsComplete = true;
            return Task.CompletedTask;
        }
    }
}
