using System.Collections.Concurrent;

namespace AlphaKit.Data.Tushare;

/// <summary>
/// Hands out calls so that no interface is asked more often than its quota allows, over all callers of the token on this machine. Calls are
/// counted over a sliding minute and a second, which holds for fixed and sliding windows of the service alike. What the service states in a
/// refusal counts more than the options, for a day; then the options are tried again.
/// </summary>
/// <threadsafety>Safe for concurrent use, by threads and by processes.</threadsafety>
internal sealed class QuotaLedger : IDisposable
{
    private static readonly TimeSpan s_minute = TimeSpan.FromSeconds(61);
    private static readonly TimeSpan s_memory = TimeSpan.FromDays(1);

    private readonly TushareOptions _options;
    private readonly TimeProvider _time;
    private readonly string _prefix;
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);

    public QuotaLedger(TushareToken token, TushareOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        string folder = options.QuotaFolder ?? DefaultFolder();
        Directory.CreateDirectory(folder);
        _prefix = Path.Combine(folder, token.Fingerprint);
    }

    /// <summary>Waits for a free call and takes it.</summary>
    /// <exception cref="TushareQuotaException">The hour's or the day's quota is used up.</exception>
    public async ValueTask AcquireAsync(string api, CancellationToken cancellationToken)
    {
        long start = await ChangeAsync(api, state => Take(api, state), cancellationToken).ConfigureAwait(false);
        TimeSpan wait = new(start - Now);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes a refusal: what limit the service stated, and until when nobody may call.</summary>
    public ValueTask<DateTimeOffset> RefuseAsync(string api, TushareQuotaWindow window, int stated, CancellationToken cancellationToken) =>
        ChangeAsync(api, state =>
        {
            long now = Now;
            if (stated > 0) (state.Learned[(int)window], state.LearnedAt[(int)window]) = (stated, now);
            long until = window switch
            {
                TushareQuotaWindow.Minute => (now / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute + TimeSpan.TicksPerSecond,
                TushareQuotaWindow.Hour => (HourOf(now) + 1) * TimeSpan.TicksPerHour,
                _ => ((DayOf(now) + 1) * TimeSpan.TicksPerDay) - TushareReadyClock.Beijing.Ticks,
            };
            if (until > state.BlockedUntil) (state.BlockedUntil, state.BlockedBy) = (until, window);
            return new DateTimeOffset(until, TimeSpan.Zero);
        }, cancellationToken);

    /// <summary>What is left.</summary>
    public ValueTask<TushareQuota> LeftAsync(string api, CancellationToken cancellationToken) =>
        ChangeAsync(api, state =>
        {
            long now = Now;
            int perMinute = PerMinute(api, state, now), perDay = PerDay(state, now);
            int used = state.Calls.Count(c => c > now - s_minute.Ticks);
            long today = state.Day == DayOf(now) ? state.CallsThisDay : 0;
            return new TushareQuota(api, perMinute, Math.Max(0, perMinute - used), perDay, perDay == 0 ? 0 : (int)Math.Max(0, perDay - today), Stated(state, TushareQuotaWindow.Minute, now) > 0);
        }, cancellationToken);

    public void Dispose()
    {
        foreach (SemaphoreSlim gate in _gates.Values) gate.Dispose();
    }

    private long Now => _time.GetUtcNow().UtcTicks;

    /// <summary>When the next call may start, in UTC ticks; the call is counted.</summary>
    private long Take(string api, QuotaState state)
    {
        long now = Now;
        if (state.BlockedUntil > now && state.BlockedBy != TushareQuotaWindow.Minute)
            throw new TushareQuotaException(api, state.BlockedBy, state.Learned[(int)state.BlockedBy], new DateTimeOffset(state.BlockedUntil, TimeSpan.Zero));
        if (state.Hour != HourOf(now)) (state.Hour, state.CallsThisHour) = (HourOf(now), 0);
        if (state.Day != DayOf(now)) (state.Day, state.CallsThisDay) = (DayOf(now), 0);
        int perHour = Used(Stated(state, TushareQuotaWindow.Hour, now)), perDay = PerDay(state, now), perMinute = PerMinute(api, state, now);
        if (perHour > 0 && state.CallsThisHour >= perHour)
            throw new TushareQuotaException(api, TushareQuotaWindow.Hour, perHour, new DateTimeOffset((HourOf(now) + 1) * TimeSpan.TicksPerHour, TimeSpan.Zero));
        if (perDay > 0 && state.CallsThisDay >= perDay)
            throw new TushareQuotaException(api, TushareQuotaWindow.Day, perDay, new DateTimeOffset(((DayOf(now) + 1) * TimeSpan.TicksPerDay) - TushareReadyClock.Beijing.Ticks, TimeSpan.Zero));

        // A clock that was set back leaves calls far in the future: they would block for ever.
        long window = s_minute.Ticks;
        if (state.Calls.Count > 0 && state.Calls[^1] > now + (window * 60)) state.Calls.Clear();
        state.Calls.RemoveAll(c => c <= now - window);
        List<long> calls = state.Calls;
        long start = Math.Max(now, state.BlockedUntil);
        if (calls.Count >= perMinute) start = Math.Max(start, calls[^perMinute] + window);
        if (calls.Count > 0) start = Math.Max(start, calls[^1]);
        calls.Add(start);
        state.CallsThisHour++;
        state.CallsThisDay++;
        return start;
    }

    private int PerMinute(string api, QuotaState state, long now)
    {
        int stated = Stated(state, TushareQuotaWindow.Minute, now);
        if (stated > 0) return Used(stated);
        if (_options.CallsPerMinute > 0) return Used(_options.CallsPerMinute);
        return Used(TushareEndpoints.Find(api)?.CallsPerMinute(_options.Points) ?? TushareEndpoints.TierOf(_options.Points).CallsPerMinute);
    }

    private int PerDay(QuotaState state, long now)
    {
        int stated = Stated(state, TushareQuotaWindow.Day, now);
        return Used(stated > 0 ? stated : TushareEndpoints.TierOf(_options.Points).CallsPerDay);
    }

    private int Used(int limit) => limit == 0 ? 0 : Math.Max(1, (int)(limit * _options.QuotaShare));

    private static int Stated(QuotaState state, TushareQuotaWindow window, long now) =>
        now - state.LearnedAt[(int)window] < s_memory.Ticks ? state.Learned[(int)window] : 0;

    private static long HourOf(long ticks) => ticks / TimeSpan.TicksPerHour;

    private static long DayOf(long ticks) => (ticks + TushareReadyClock.Beijing.Ticks) / TimeSpan.TicksPerDay;

    private static string DefaultFolder()
    {
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "alphakit", "tushare-quotas");
    }

    private async ValueTask<T> ChangeAsync<T>(string api, Func<QuotaState, T> change, CancellationToken cancellationToken)
    {
        SemaphoreSlim gate = _gates.GetOrAdd(api, static _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await QuotaFile.ChangeAsync($"{_prefix}-{FileName(api)}.quota", change, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Names of interfaces are lower-case words; anything else becomes a hash, so that no path can be built from one.</summary>
    private static string FileName(string api) =>
        api.Length <= 64 && api.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') ? api : "x" + ContentHash.Of(api).ToString()[..16];
}
