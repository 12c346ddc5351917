namespace AlphaKit.Backtest;

/// <summary>Runs many backtests over the same data, several at a time.</summary>
public static class ParameterSweep
{
    /// <summary>
    /// Runs all cases. Every case is a run of its own, so the results are the same whatever the number of threads, and come in the order of the
    /// cases.
    /// </summary>
    /// <param name="market">The market data; an <see cref="InMemoryMarket"/>, so that it is read once only.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="threads">Runs at a time, at least 1; null for the number of processors.</param>
    /// <param name="progress">Told after every case, failed ones included; null if nobody listens.</param>
    /// <param name="cancellationToken">Stops the sweep.</param>
    /// <exception cref="ArgumentException">There is no case, or two have one name.</exception>
    /// <exception cref="SweepException">Cases failed; it names them and holds the results of all others, which were run to their end.</exception>
    /// <exception cref="OperationCanceledException">The sweep was stopped.</exception>
    public static async Task<SweepResult> RunAsync(
        IMarketData market,
        IEnumerable<SweepCase> cases,
        int? threads = null,
        IProgress<SweepProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(cases);
        if (threads is < 1) throw new ArgumentOutOfRangeException(nameof(threads), threads, "Must be at least 1.");
        SweepCase[] all = [.. cases];
        if (all.Length == 0) throw new ArgumentException("A sweep needs at least one case.", nameof(cases));
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (SweepCase one in all)
        {
            if (!names.Add(one.Name)) throw new ArgumentException($"Two cases are named '{one.Name}'.", nameof(cases));
        }

        BacktestResult?[] results = new BacktestResult?[all.Length];
        Exception?[] failures = new Exception?[all.Length];
        int done = 0;
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, all.Length), options, async (i, stop) =>
        {
            try
            {
                results[i] = await all[i].RunAsync(market, stop).ConfigureAwait(false);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                failures[i] = failure;
            }

            progress?.Report(new SweepProgress(all[i].Name, Interlocked.Increment(ref done), all.Length));
        }).ConfigureAwait(false);
        int[] whole = [.. Enumerable.Range(0, all.Length).Where(i => failures[i] is null)];
        SweepResult completed = new([.. whole.Select(i => all[i].Name)], [.. whole.Select(i => results[i]!)]);
        return whole.Length == all.Length
            ? completed
            : throw new SweepException([.. Enumerable.Range(0, all.Length).Where(i => failures[i] is not null).Select(i => new SweepFailure(all[i].Name, failures[i]!))], completed);
    }
}
