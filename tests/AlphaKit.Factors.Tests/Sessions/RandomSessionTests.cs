using AlphaKit.Factors.Tests.Expressions;

namespace AlphaKit.Factors.Tests.Sessions;

/// <summary>Batch = append, and straight = saved and restored on the way, over random expressions a hundred at a time.</summary>
[Trait("Speed", "Slow")]
public sealed class RandomSessionTests
{
    private const int Days = 50;

    private static readonly Panel Data = TestPanels.Random(Days, 37, gaps: 0.06, outside: 0.15, seed: 72);

    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(201, 10).Select(s => (ulong)s)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Day_by_day_with_a_snapshot_in_the_middle_is_the_whole(ulong seed)
    {
        FactorSet set = SessionTests.SetOf(new RandomExpressions(seed, RandomExpressions.Leaves).Take(100, 4));
        FeatureTensor whole = set.Compute(Data);
        RandomStream random = RandomStream.Create(seed, "cuts");
        int day = 1 + random.NextInt32(30);
        FactorSession session = Open(set, day, random);
        try
        {
            while (day < Days)
            {
                int count = Math.Min(1 + random.NextInt32(4), Days - day);
                SessionTests.Same(whole, session.Append(Data.Between(Data.Calendar[day], Data.Calendar[day + count - 1])), day);
                day += count;
                if (random.NextInt32(5) > 0) continue;
                byte[] snapshot = session.Snapshot("x");
                session.Dispose();
                session = FactorSession.Restore("x", snapshot, set, new EngineOptions { Threads = 1 }, Shape(random), 1 + random.NextInt32(20));
            }
        }
        finally
        {
            session.Dispose();
        }
    }

    private static FactorSession Open(FactorSet set, int history, RandomStream random) => FactorSession.Open(
        set, Data.Between(Data.Calendar[0], Data.Calendar[history - 1]), new EngineOptions { Threads = 2 }, Shape(random), 1 + random.NextInt32(20), null, default);

    private static Shape Shape(RandomStream random) => new() { Columns = 16 * (1 + random.NextInt32(4)), Bits = random.NextInt32(2) == 0 ? 256 : 512 };
}
