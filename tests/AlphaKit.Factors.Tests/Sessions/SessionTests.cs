using AlphaKit.Factors.Tests.Engine;
using AlphaKit.Factors.Tests.Expressions;
using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Sessions;

/// <summary>Day by day is the whole at once, to the bit, and a snapshot is no break.</summary>
public sealed class SessionTests
{
    private const int Days = 90;

    private static readonly Panel Data = TestPanels.Random(Days, 83, gaps: 0.06, outside: 0.15, seed: 71);

    private static readonly FactorSet All = SetOf(Catalogue.All);

    private static readonly FeatureTensor Whole = All.Compute(Data);

    [Theory]
    [InlineData(1, 1, 32, 512)]
    [InlineData(1, 5, 7, 16)]
    [InlineData(60, 1, 32, 512)]
    [InlineData(60, 1, 3, 48)]
    [InlineData(40, 13, 32, 64)]
    [InlineData(1, 89, 128, 64)]
    public void Day_by_day_every_operator_has_the_bits_of_the_whole(int history, int step, int room, int columns)
    {
        using FactorSession session = Open(All, history, room, new Shape { Columns = columns });
        for (int day = history; day < Days;)
        {
            int count = Math.Min(step, Days - day);
            Same(Whole, session.Append(Part(day, count)), day);
            day += count;
        }

        Assert.Equal(Data.Calendar.Last, session.LastDay);
    }

    [Fact]
    public void A_snapshot_is_no_break_whatever_tiles_and_vectors_go_on()
    {
        using FactorSession session = Open(All, 35, 5, new Shape { Columns = 32 });
        for (int day = 35; day < 48; day++) session.Append(Part(day, 1));
        byte[] snapshot = session.Snapshot("x");
        foreach ((int columns, int bits, int room) in new[] { (512, 512, 32), (16, 256, 3), (64, 256, 40) })
        {
            using FactorSession resumed = FactorSession.Restore("x", snapshot, All, new EngineOptions { Threads = 2 }, new Shape { Columns = columns, Bits = bits }, room);
            Assert.Equal(Data.Calendar[47], resumed.LastDay);
            for (int day = 48; day < 70; day++) Same(Whole, resumed.Append(Part(day, 1)), day);
        }

        Same(Whole, session.Append(Part(48, 1)), 48);
    }

    [Fact]
    public void Preprocessing_is_that_of_the_whole()
    {
        FactorSet set = SetOf([Close / Delay(Close, 3) - 1, Std(Close, 10), Ema(Volume, 5)])
            .Then(Winsorise.Mad(3), Neutralise.IndustryAndSize(), Standardise.ZScore());
        FeatureTensor whole = set.Compute(Data);
        using FactorSession session = Open(set, 50, 32, FactorSession.LiveShape);
        for (int day = 50; day < 60; day++)
        {
            FeatureTensor today = session.Append(Part(day, 1));
            Same(whole, today, day);
            Assert.Equal(whole.KnownAt, today.KnownAt);
        }
    }

    [Fact]
    public void What_comes_later_does_not_reach_back()
    {
        Panel poisoned = Data.PoisonedAfter(60, Clock.NextMorning);
        using FactorSession session = FactorSession.Open(All, poisoned.Between(poisoned.Calendar[0], poisoned.Calendar[50]));
        for (int day = 51; day <= 60; day++) Same(Whole, session.Append(poisoned.Between(poisoned.Calendar[day], poisoned.Calendar[day])), day);
    }

    [Fact]
    public void A_custom_operator_keeps_its_state()
    {
        FactorSet set = SetOf([Indicators.ParabolicSar(), Mean(Indicators.ParabolicSar(), 7)]);
        FeatureTensor whole = set.Compute(Data);
        using FactorSession session = Open(set, 20, 4, new Shape { Columns = 16 });
        for (int day = 20; day < 40; day++) Same(whole, session.Append(Part(day, 1)), day);
        using FactorSession resumed = FactorSession.Restore("x", session.Snapshot("x"), set, EngineOptions.Default, new Shape { Columns = 48 }, 32);
        for (int day = 40; day < 60; day++) Same(whole, resumed.Append(Part(day, 1)), day);
    }

    internal static FactorSet SetOf(IEnumerable<Factor> factors) => FactorSet.Of(factors.Select((f, k) => new NamedFactor($"f{k}", f)));

    internal static void Same(FeatureTensor whole, FeatureTensor part, int first)
    {
        for (int k = 0; k < whole.Count; k++)
        {
            for (int t = 0; t < part.Axes.Days; t++)
            {
                Assert.Equal(whole.Axes.Calendar[first + t], part.Axes.Calendar[t]);
                ReadOnlySpan<float> expected = whole[k].Values.Row(first + t), actual = part[k].Values.Row(t);
                for (int i = 0; i < expected.Length; i++)
                {
                    if (float.IsNaN(expected[i]) && float.IsNaN(actual[i])) continue;
                    if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
                        Assert.Fail($"{whole.Names[k]}, row {first + t}, column {i}: {expected[i]:R} became {actual[i]:R}.");
                }
            }
        }
    }

    private static Panel Part(int first, int count) => Data.Between(Data.Calendar[first], Data.Calendar[first + count - 1]);

    private static FactorSession Open(FactorSet set, int history, int room, Shape shape) =>
        FactorSession.Open(set, Part(0, history), new EngineOptions { Threads = 2 }, shape, room, null, default);
}
