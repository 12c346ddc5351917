using AlphaKit.Factors.Tests.Engine;
using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Sessions;

/// <summary>Files that are no good, and days that do not follow, are refused by name.</summary>
public sealed class SnapshotTests : IDisposable
{
    private static readonly Panel Data = TestPanels.Random(40, 21, gaps: 0.05, seed: 73);
    private static readonly FactorSet Set = SessionTests.SetOf([Mean(Close, 5), Ema(Close, 3), TsQuantile(Volume, 4, 0.3)]);
    private readonly string _folder = Directory.CreateTempSubdirectory("alphakit").FullName;

    [Fact]
    public async Task What_was_saved_goes_on()
    {
        string path = Path.Combine(_folder, "a.session");
        FeatureTensor whole = Set.Compute(Data);
        using (FactorSession session = FactorSession.Open(Set, Part(0, 30))) await session.SaveAsync(path);
        using FactorSession resumed = await FactorSession.RestoreAsync(path, Set);
        for (int day = 30; day < 40; day++) SessionTests.Same(whole, resumed.Append(Part(day, 1)), day);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Any_changed_byte_is_noticed()
    {
        string path = Path.Combine(_folder, "b.session");
        using (FactorSession session = FactorSession.Open(Set, Part(0, 30))) await session.SaveAsync(path);
        byte[] good = await File.ReadAllBytesAsync(path);
        for (int at = 0; at < good.Length; at += 97)
        {
            byte[] bad = [.. good];
            bad[at] ^= 4;
            await File.WriteAllBytesAsync(path, bad);
            FactorSnapshotException e = await Assert.ThrowsAsync<FactorSnapshotException>(() => FactorSession.RestoreAsync(path, Set));
            Assert.Equal(at < 8 ? SnapshotFault.NoSnapshot : SnapshotFault.Damaged, e.Fault);
        }

        foreach (int length in new[] { 0, 5, 39, 40, 200, good.Length - 1 })
        {
            await File.WriteAllBytesAsync(path, good[..length]);
            FactorSnapshotException e = await Assert.ThrowsAsync<FactorSnapshotException>(() => FactorSession.RestoreAsync(path, Set));
            Assert.Equal(path, e.Path);
        }
    }

    [Fact]
    public async Task Other_factors_are_refused()
    {
        string path = Path.Combine(_folder, "c.session");
        using (FactorSession session = FactorSession.Open(Set, Part(0, 30))) await session.SaveAsync(path);
        FactorSet[] others =
        [
            SessionTests.SetOf([Mean(Close, 6), Ema(Close, 3), TsQuantile(Volume, 4, 0.3)]),
            SessionTests.SetOf([Ema(Close, 3), Mean(Close, 5), TsQuantile(Volume, 4, 0.3)]),
            SessionTests.SetOf([Mean(Close, 5), Ema(Close, 3)]),
            Set.Then(Standardise.ZScore()),
        ];
        foreach (FactorSet other in others)
        {
            FactorSnapshotException e = await Assert.ThrowsAsync<FactorSnapshotException>(() => FactorSession.RestoreAsync(path, other));
            Assert.Equal(SnapshotFault.OtherFactors, e.Fault);
        }
    }

    [Fact]
    public void Days_that_do_not_follow_and_other_symbols_are_refused()
    {
        using FactorSession session = FactorSession.Open(Set, Part(0, 30));
        Assert.Throws<ArgumentException>(() => session.Append(Part(29, 1)));
        Assert.Throws<ArgumentException>(() => session.Append(TestPanels.Random(40, 20, seed: 1).Between(Data.Calendar[30], Data.Calendar[30])));
        Panel lacking = Part(30, 1).Only([Field.AdjustedClose]);
        Assert.Throws<FieldNotAvailableException>(() => session.Append(lacking));
        SessionTests.Same(Set.Compute(Data), session.Append(Part(30, 1)), 30);
    }

    [Fact]
    public void After_a_failure_in_between_the_session_says_so()
    {
        FactorSet set = SessionTests.SetOf([Custom(new Failing(), Close)]);
        using FactorSession session = FactorSession.Open(set, Part(0, 20));
        Failing.Fails = true;
        try
        {
            Assert.Throws<NotSupportedException>(() => session.Append(Part(20, 1)));
        }
        finally
        {
            Failing.Fails = false;
        }

        Assert.Contains("open it anew", Assert.Throws<InvalidOperationException>(() => session.Append(Part(20, 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disposed_session_is_disposed()
    {
        FactorSession session = FactorSession.Open(Set, Part(0, 20));
        session.Dispose();
        session.Dispose();
        Assert.Throws<ObjectDisposedException>(() => session.Append(Part(20, 1)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Panel Part(int first, int count) => Data.Between(Data.Calendar[first], Data.Calendar[first + count - 1]);

    private sealed class Failing() : RecursiveOperator("failing", ["x"], 1, "fails when told to")
    {
        public static bool Fails { get; set; }

        public override double Next(ReadOnlySpan<float> today, Span<double> state) => Fails ? throw new NotSupportedException() : today[0];
    }
}
