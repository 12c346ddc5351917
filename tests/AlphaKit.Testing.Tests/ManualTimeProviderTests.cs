namespace AlphaKit.Testing.Tests;

public sealed class ManualTimeProviderTests
{
    [Fact]
    public void The_clock_moves_only_when_it_is_moved()
    {
        ManualTimeProvider time = new(new DateTimeOffset(2026, 1, 5, 9, 25, 0, TimeSpan.FromHours(8)));
        long start = time.GetTimestamp();
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 1, 25, 0, TimeSpan.Zero), time.GetUtcNow());
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(TimeSpan.FromMinutes(5), time.GetElapsedTime(start));
        Assert.Throws<ArgumentOutOfRangeException>(() => time.Advance(TimeSpan.FromSeconds(-1)));
    }
}
