namespace AlphaKit.Data.Tushare;

/// <summary>
/// Fetches the steps of one table, a few at a time, and stores them in order, so that a mark never claims what is not there. Whatever stops it,
/// the steps before are stored first.
/// </summary>
internal sealed class TableSync(TushareClient client, StoreWriter writer, SyncWork work, int callsInFlight, SyncReporter reporter)
{
    private const long FlushCells = 1_000_000;
    private const int FlushSteps = 64;
    private const int RecentDays = 3;
    private const int ListedRejections = 100;

    private readonly List<TushareBatch> _pending = [];
    private readonly SortedSet<DateOnly> _gaps = [.. work.Gaps];
    private readonly List<TushareRejectedRow> _rejected = [];
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string> _marks = new Dictionary<string, string>();
    private AppendResult _rows = AppendResult.None;
    private int _pendingSteps;
    private int _questions;
    private int _rejectedCount;
    private DateOnly? _through;

    /// <summary>Runs the steps.</summary>
    /// <param name="through">How far the table reaches.</param>
    /// <param name="limit">Strikes when the time of the whole run is over.</param>
    /// <param name="cancellationToken">Strikes then, or when the caller wants to stop.</param>
    public async Task<TushareTableSummary> RunAsync(DateOnly? through, CancellationToken limit, CancellationToken cancellationToken)
    {
        _through = through;
        TushareSyncStatus status = TushareSyncStatus.Complete;
        string reason = "";
        try
        {
            reason = await FetchAsync(work.Steps, work.Finish, cancellationToken).ConfigureAwait(false);
            if (reason.Length > 0) status = TushareSyncStatus.Waiting;
            else reason = await AuditAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is not TushareTokenException and (AlphaKitException or IOException or UnauthorizedAccessException))
        {
            reason = failed.Message;
            status = failed switch
            {
                TushareQuotaException => TushareSyncStatus.QuotaUsed,
                TusharePermissionException => TushareSyncStatus.NotPermitted,
                _ => TushareSyncStatus.Failed,
            };
        }

        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            reason = "the time limit of the run is over; the next run goes on";
            status = TushareSyncStatus.Failed;
        }

        return new TushareTableSummary(work.Endpoint.Name, status, reason, _through, _questions, _rows, [.. _gaps], _rejected, _rejectedCount, [.. _missing]);
    }

    /// <summary>Asks again what is held; a remark, or nothing.</summary>
    private async Task<string> AuditAsync(CancellationToken cancellationToken)
    {
        if (work.AuditFinish.Count == 0) return "";
        _marks = new Dictionary<string, string>();
        try
        {
            return await FetchAsync(work.Audit, work.AuditFinish, cancellationToken).ConfigureAwait(false);
        }
        catch (TushareQuotaException used) when (work.AuditRolls)
        {
            return $"complete; the audit of older days goes on in the next run: {used.Message}";
        }
    }

    /// <summary>Fetches and stores; why it stopped early, or nothing.</summary>
    private async Task<string> FetchAsync(IReadOnlyList<SyncStep> steps, IReadOnlyDictionary<string, string> finish, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Queue<(SyncStep Step, Task<List<TushareBatch>> Rows)> underWay = [];
        int next = 0, previous = 0;
        string waiting = "";
        try
        {
            for (int at = 0; at < steps.Count; at++)
            {
                while (underWay.Count < callsInFlight && next < steps.Count)
                {
                    SyncStep started = steps[next++];
                    underWay.Enqueue((started, AskAsync(started, stop.Token)));
                }

                (SyncStep step, Task<List<TushareBatch>> answer) = underWay.Peek();
                List<TushareBatch> batches = await answer.ConfigureAwait(false);
                underWay.Dequeue();
                int rows = batches.Sum(b => b.RowCount);
                if (step.Day is { } day && work.Endpoint.FillsEveryDay)
                {
                    bool recent = steps.Count - at <= RecentDays;
                    if (recent && rows <= previous / 2)
                    {
                        waiting = FormattableString.Invariant($"{day:yyyy-MM-dd} has {rows} rows{(previous > 0 ? FormattableString.Invariant($" after {previous}") : "")}: not published whole yet");
                        break;
                    }

                    if (rows == 0) _gaps.Add(day);
                    else _gaps.Remove(day);
                    if (rows > 0) previous = rows;
                }

                Keep(step, batches);
                await reporter.AdvanceAsync(work, step, rows, cancellationToken).ConfigureAwait(false);
                if (_pendingSteps >= FlushSteps || _pending.Sum(b => (long)b.RowCount * b.Columns.Count) >= FlushCells) await FlushAsync(_marks, cancellationToken).ConfigureAwait(false);
            }

            await FlushAsync(waiting.Length > 0 ? _marks : finish, cancellationToken).ConfigureAwait(false);
            return waiting;
        }
        catch (Exception failed) when (failed is not (DataValidationException or MarketStoreException))
        {
            // What came before is whole: it need not be asked again.
            await FlushAsync(_marks, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            foreach ((_, Task<List<TushareBatch>> answer) in underWay) await answer.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    private async Task<List<TushareBatch>> AskAsync(SyncStep step, CancellationToken cancellationToken)
    {
        List<TushareBatch> batches = [];
        foreach (TushareSlice slice in step.Slices)
        {
            await foreach (TushareBatch batch in client.PagesAsync(work.Api, work.Endpoint, slice, work.Endpoint.Fields, cancellationToken).ConfigureAwait(false)) batches.Add(batch);
        }

        return batches;
    }

    private void Keep(SyncStep step, List<TushareBatch> batches)
    {
        _questions += step.Slices.Count;
        _pendingSteps++;
        foreach (KeyValuePair<string, string> mark in step.Marks) _marks = new Dictionary<string, string>(_marks, StringComparer.Ordinal) { [mark.Key] = mark.Value };
        foreach (TushareBatch batch in batches)
        {
            if (batch.RowCount > 0) _pending.Add(batch);
            _missing.UnionWith(batch.Missing);
            _rejectedCount += batch.Rejected.Count;
            _rejected.AddRange(batch.Rejected.Take(ListedRejections - _rejected.Count));
        }
    }

    private async Task FlushAsync(IReadOnlyDictionary<string, string> marks, CancellationToken cancellationToken)
    {
        Dictionary<string, string> all = new(marks, StringComparer.Ordinal);
        if (work.Endpoint.FillsEveryDay && (_gaps.Count > 0 || work.Gaps.Count > 0)) all[SyncMarks.Gaps] = string.Join(' ', _gaps.Select(SyncMarks.Text));
        if (_pending.Count > 0)
            _rows = _rows.Plus(await writer.AppendAsync(work.Table, SyncTables.Rows(work.Endpoint, _pending), all, cancellationToken).ConfigureAwait(false));
        else if (all.Count > 0)
            await writer.MarkAsync(work.Table, all, cancellationToken).ConfigureAwait(false);
        _pending.Clear();
        _pendingSteps = 0;
        if (SyncMarks.Day(all.GetValueOrDefault(SyncMarks.Through)) is { } reached && (_through is null || reached > _through)) _through = reached;
    }
}
