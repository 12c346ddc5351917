namespace AlphaKit.Data.Tushare;

/// <summary>Keeps a <see cref="MarketStore"/> in step with Tushare.</summary>
public static class TushareSync
{
    private const int LooseFiles = 20;

    /// <summary>
    /// Fetches what the store lacks: everything at first, later what is new, the last days again and what the vendor corrected. A table is asked
    /// only for days that its data-ready clock lets through, and goes on where the run before ended, however that ended. A second run on the same
    /// day changes nothing. One table's failure does not stop the others.
    /// </summary>
    /// <param name="store">The store; it is written.</param>
    /// <param name="client">The client.</param>
    /// <param name="plan">What to hold.</param>
    /// <param name="progress">Is told of every step.</param>
    /// <param name="cancellationToken">Stops the run; what was written stays.</param>
    /// <returns>What was done, table by table.</returns>
    /// <exception cref="TushareTokenException">The service refuses the token.</exception>
    /// <exception cref="MarketStoreBusyException">Another process writes to the store.</exception>
    public static async Task<TushareSyncSummary> SyncAsync(
        this MarketStore store, TushareClient client, TushareSyncPlan plan, IProgress<TushareSyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(plan);
        using CancellationTokenSource limit = new(plan.TimeLimit, client.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        DateTimeOffset now = client.Time.GetUtcNow();
        SyncReporter reporter = new(client, progress);
        SyncPlanner planner = new(plan, client.Options, now);
        StoreWriter writer = await store.WriteAsync(now, cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            Dictionary<string, TushareTableSummary> summaries = new(StringComparer.Ordinal);
            async Task RunAsync(TushareEndpoint endpoint, SyncMarket market)
            {
                TushareTableSummary summary = await TableAsync(store, client, plan, planner, writer, reporter, endpoint, market, limit.Token, either.Token).ConfigureAwait(false);
                lock (summaries) summaries[endpoint.Name] = summary;
            }

            // The calendar and the shares come first: the plans of the others follow from them.
            TushareEndpoint[] all = [.. plan.Tables.Select(TushareEndpoints.Get)], first = [.. all.Where(IsFirst).OrderByDescending(e => e.Name, StringComparer.Ordinal)];
            foreach (TushareEndpoint endpoint in first) await RunAsync(endpoint, new SyncMarket([], [])).ConfigureAwait(false);
            SyncMarket market = await SyncMarket.ReadAsync(store, cancellationToken).ConfigureAwait(false);
            await Task.WhenAll(all.Where(e => !IsFirst(e)).Select(e => RunAsync(e, market))).ConfigureAwait(false);
            foreach (string table in plan.Tables)
            {
                if (store.Describe(table) is { } stored && stored.Files.Count > LooseFiles + YearsOf(stored)) await writer.CompactAsync(table, cancellationToken).ConfigureAwait(false);
            }

            return new TushareSyncSummary([.. plan.Tables.Select(t => summaries[t])], reporter.Elapsed, store.Version);
        }
    }

    private static bool IsFirst(TushareEndpoint endpoint) => endpoint.Name is "trade_cal" or "stock_basic";

    private static int YearsOf(StoreTableInfo stored) =>
        stored.Definition.Partition == StorePartition.Whole || stored.FirstDay is not { } from || stored.LastDay is not { } to ? 1 : to.Year - from.Year + 1;

    private static async Task<TushareTableSummary> TableAsync(
        MarketStore store,
        TushareClient client,
        TushareSyncPlan plan,
        SyncPlanner planner,
        StoreWriter writer,
        SyncReporter reporter,
        TushareEndpoint endpoint,
        SyncMarket market,
        CancellationToken limit,
        CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> marks = store.Describe(endpoint.Name)?.Marks ?? new Dictionary<string, string>();
        DateOnly? through = SyncMarks.Day(marks.GetValueOrDefault(SyncMarks.Through));
        if (endpoint.Points > client.Options.Points)
        {
            string reason = FormattableString.Invariant($"needs {endpoint.Points} points, and {nameof(TushareOptions)}.{nameof(TushareOptions.Points)} says {client.Options.Points}");
            return Stopped(endpoint, TushareSyncStatus.NotPermitted, reason, through);
        }

        try
        {
            SyncWork work = planner.Plan(endpoint, marks, market);
            reporter.Plan(work);
            return await new TableSync(client, writer, work, plan.CallsInFlight, reporter).RunAsync(through, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (InsufficientDataException missing)
        {
            return Stopped(endpoint, TushareSyncStatus.Failed, missing.Message, through);
        }
    }

    private static TushareTableSummary Stopped(TushareEndpoint endpoint, TushareSyncStatus status, string reason, DateOnly? through) =>
        new(endpoint.Name, status, reason, through, 0, AppendResult.None, [], [], 0, []);
}
