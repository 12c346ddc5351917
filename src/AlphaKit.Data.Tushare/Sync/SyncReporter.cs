namespace AlphaKit.Data.Tushare;

/// <summary>Adds up where a run stands and tells it.</summary>
internal sealed class SyncReporter(TushareClient client, IProgress<TushareSyncProgress>? progress)
{
    private readonly Lock _gate = new();
    private readonly long _start = client.Time.GetTimestamp();
    private readonly Dictionary<string, (int Left, int PerMinute)> _left = new(StringComparer.Ordinal);
    private int _done;
    private int _planned;
    private long _rows;

    public TimeSpan Elapsed => client.Time.GetElapsedTime(_start);

    public void Plan(SyncWork work)
    {
        lock (_gate)
        {
            _planned += work.Questions;
            _left[work.Api] = (work.Questions, 0);
        }
    }

    public async ValueTask AdvanceAsync(SyncWork work, SyncStep step, int rows, CancellationToken cancellationToken)
    {
        if (progress is null) return;
        TushareQuota quota = await client.QuotaAsync(work.Api, cancellationToken).ConfigureAwait(false);
        TushareSyncProgress state;
        lock (_gate)
        {
            _done += step.Slices.Count;
            _rows += rows;
            _left[work.Api] = (_left.GetValueOrDefault(work.Api).Left - step.Slices.Count, quota.PerMinute);
            TimeSpan elapsed = Elapsed;
            TimeSpan pace = elapsed * ((double)(_planned - _done) / _done);
            TimeSpan quotas = TimeSpan.FromMinutes(_left.Values.Max(l => l.PerMinute == 0 ? 0 : (double)l.Left / l.PerMinute));
            state = new TushareSyncProgress(work.Endpoint.Name, step.Label, _done, _planned, _rows, elapsed, pace > quotas ? pace : quotas, quota);
        }

        progress.Report(state);
    }
}
