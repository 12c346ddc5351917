namespace AlphaKit.Data.Tushare.Tests.Quotas;

public sealed class LedgerTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 2, 0, 30, TimeSpan.Zero);
    private static readonly TushareToken s_token = new(StubHandler.Secret);

    private static QuotaLedger Ledger(TempFolder folder, TimeProvider time, int perMinute = 100, double share = 1, int points = 5000) =>
        new(s_token, new TushareOptions { QuotaFolder = folder.Path, CallsPerMinute = perMinute, QuotaShare = share, Points = points }, time);

    [Fact]
    public async Task No_minute_fixed_or_sliding_has_more_calls_than_the_quota()
    {
        using TempFolder folder = new();
        JumpingTime time = new(s_start);

        // Two ledgers over one folder stand for two processes.
        using QuotaLedger one = Ledger(folder, time, 30), two = Ledger(folder, time, 30);
        List<DateTimeOffset> calls = [];
        RandomStream random = RandomStream.Create(3, "pauses");
        for (int i = 0; i < 400; i++)
        {
            await (i % 3 == 0 ? one : two).AcquireAsync("daily", default);
            calls.Add(time.GetUtcNow());
            if (random.NextDouble() < 0.5) time.Advance(TimeSpan.FromSeconds(random.NextDouble() * 4));
        }

        for (int i = 30; i < calls.Count; i++) Assert.True(calls[i] - calls[i - 30] > TimeSpan.FromSeconds(60), $"calls {i - 30} to {i} lie in {calls[i] - calls[i - 30]}");
        Assert.All(calls.GroupBy(c => c.UtcTicks / TimeSpan.TicksPerMinute), m => Assert.True(m.Count() <= 30));
        Assert.True(calls[^1] - calls[0] < TimeSpan.FromMinutes(400 / 30.0 * 61 / 60 + 1.1), "it waits longer than it must");
    }

    [Fact]
    public async Task Interfaces_have_quotas_of_their_own_and_a_share_is_left_to_others()
    {
        using TempFolder folder = new();
        JumpingTime time = new(s_start);
        using QuotaLedger ledger = Ledger(folder, time, 10, share: 0.8);
        for (int i = 0; i < 8; i++) await ledger.AcquireAsync("daily", default);
        Assert.Equal(new TushareQuota("daily", 8, 0, 0, 0, false), await ledger.LeftAsync("daily", default));
        Assert.Equal(8, (await ledger.LeftAsync("moneyflow", default)).LeftThisMinute);
        Assert.Equal(s_start, time.GetUtcNow());
        await ledger.AcquireAsync("daily", default);
        Assert.Equal(s_start.AddSeconds(61), time.GetUtcNow());
    }

    [Fact]
    public async Task What_the_service_states_counts_for_a_day_and_in_every_process()
    {
        using TempFolder folder = new();
        JumpingTime time = new(s_start);
        using QuotaLedger one = Ledger(folder, time), two = Ledger(folder, time);
        DateTimeOffset again = await one.RefuseAsync("daily", TushareQuotaWindow.Minute, 20, default);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 2, 1, 1, TimeSpan.Zero), again);
        Assert.Equal((20, true), await two.LeftAsync("daily", default) is var left ? (left.PerMinute, left.IsLearned) : default);
        await two.AcquireAsync("daily", default);
        Assert.True(time.GetUtcNow() >= again);
        time.Advance(TimeSpan.FromHours(24));
        Assert.Equal((100, false), await two.LeftAsync("daily", default) is var later ? (later.PerMinute, later.IsLearned) : default);
    }

    [Fact]
    public async Task An_hour_or_a_day_that_is_used_up_stays_closed_without_a_call()
    {
        using TempFolder folder = new();
        JumpingTime time = new(s_start);
        using QuotaLedger one = Ledger(folder, time), two = Ledger(folder, time);
        await one.RefuseAsync("report_rc", TushareQuotaWindow.Day, 10, default);
        TushareQuotaException closed = await Assert.ThrowsAsync<TushareQuotaException>(async () => await two.AcquireAsync("report_rc", default));
        Assert.Equal((TushareQuotaWindow.Day, 10, new DateTimeOffset(2026, 3, 2, 16, 0, 0, TimeSpan.Zero)), (closed.Window, closed.Limit, closed.RetryAt));
        await one.RefuseAsync("stock_basic", TushareQuotaWindow.Hour, 1, default);
        closed = await Assert.ThrowsAsync<TushareQuotaException>(async () => await two.AcquireAsync("stock_basic", default));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero), closed.RetryAt);
        time.Advance(TimeSpan.FromHours(1));
        await two.AcquireAsync("stock_basic", default);
        closed = await Assert.ThrowsAsync<TushareQuotaException>(async () => await two.AcquireAsync("stock_basic", default));
        Assert.Equal(TushareQuotaWindow.Hour, closed.Window);
        time.Advance(TimeSpan.FromHours(13));
        await two.AcquireAsync("report_rc", default);
    }

    [Fact]
    public async Task The_day_of_a_level_is_counted_by_Beijing_time()
    {
        using TempFolder folder = new();
        JumpingTime time = new(new DateTimeOffset(2026, 3, 2, 15, 59, 0, TimeSpan.Zero));
        using QuotaLedger ledger = Ledger(folder, time, 10_000, points: 120);
        for (int i = 0; i < 8000; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            await ledger.AcquireAsync("daily", default);
        }

        Assert.Equal(0, (await ledger.LeftAsync("daily", default)).LeftToday);
        Assert.Equal(TushareQuotaWindow.Day, (await Assert.ThrowsAsync<TushareQuotaException>(async () => await ledger.AcquireAsync("daily", default))).Window);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(8000, (await ledger.LeftAsync("daily", default)).LeftToday);
    }

    [Fact]
    public async Task A_damaged_file_or_a_clock_set_back_does_not_block()
    {
        using TempFolder folder = new();
        JumpingTime time = new(s_start);
        using QuotaLedger ledger = Ledger(folder, time, 5);
        for (int i = 0; i < 5; i++) await ledger.AcquireAsync("daily", default);
        string file = Directory.GetFiles(folder.Path).Single();
        Assert.DoesNotContain(StubHandler.Secret, file, StringComparison.Ordinal);
        byte[] bytes = File.ReadAllBytes(file);
        for (int length = 0; length < bytes.Length; length += 3)
        {
            File.WriteAllBytes(file, bytes[..length]);
            Assert.Equal(5, (await ledger.LeftAsync("daily", default)).LeftThisMinute);
        }

        File.WriteAllBytes(file, bytes);
        JumpingTime earlier = new(s_start.AddHours(-5));
        using QuotaLedger back = Ledger(folder, earlier, 5);
        await back.AcquireAsync("daily", default);
        Assert.Equal(s_start.AddHours(-5), earlier.GetUtcNow());
    }

    [Fact]
    public async Task What_a_longer_state_left_behind_a_shorter_one_does_not_undo_it()
    {
        // A process that is killed between writing and cutting the file leaves the end of the state before.
        using TempFolder folder = new();
        using QuotaLedger ledger = Ledger(folder, new JumpingTime(s_start), 5);
        for (int i = 0; i < 4; i++) await ledger.AcquireAsync("daily", default);
        string file = Directory.GetFiles(folder.Path).Single();
        File.WriteAllBytes(file, [.. File.ReadAllBytes(file), .. new byte[24]]);
        Assert.Equal(1, (await ledger.LeftAsync("daily", default)).LeftThisMinute);
    }

    [Fact]
    public async Task Many_callers_at_once_get_what_there_is_and_no_more()
    {
        using TempFolder folder = new();
        JumpingTime time = new(s_start);
        using QuotaLedger one = Ledger(folder, time, 1000), two = Ledger(folder, time, 1000);
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(async () => await (i % 2 == 0 ? one : two).AcquireAsync("daily", default))));
        Assert.Equal(600, (await one.LeftAsync("daily", default)).LeftThisMinute);
    }

    [Fact]
    public async Task Names_of_interfaces_cannot_lead_out_of_the_folder()
    {
        using TempFolder folder = new();
        using QuotaLedger ledger = Ledger(folder, new JumpingTime(s_start));
        await ledger.AcquireAsync("../../etc/passwd", default);
        await ledger.AcquireAsync("DAILY", default);
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }
}
