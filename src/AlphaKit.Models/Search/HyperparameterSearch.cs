using System.Globalization;
using System.Runtime.ExceptionServices;

namespace AlphaKit.Models;

/// <summary>
/// Searches parameters 超参数搜索: tries points of a space, records every trial, learns from them where to try next. Trials have seeds of their own, drawn
/// from the seed of the search; the same options give the same trials for any number of threads, and a search that was stopped goes on to the same ones.
/// </summary>
/// <remarks>To search the parameters of a model inside each training window of a walk-forward training, use <see cref="SearchedScorer"/>.</remarks>
public static class HyperparameterSearch
{
    /// <summary>Runs a search.</summary>
    /// <param name="space">What to choose from.</param>
    /// <param name="objective">Scores a point; called by several threads if <see cref="SearchOptions.TrialsAtOnce"/> is above 1.</param>
    /// <param name="options">How to run; null for the defaults.</param>
    /// <param name="progress">Receives the trials as they end, in order; may be null.</param>
    /// <param name="cancellationToken">Stops the search; the trials that ended before are in the log.</param>
    /// <exception cref="SearchLogException">The log is damaged or of another search.</exception>
    public static SearchResult Run(
        SearchSpace space, SearchObjective objective, SearchOptions? options = null, IProgress<SearchProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(objective);
        options ??= new SearchOptions();
        SearchLog? log = options.LogPath is { } path ? new SearchLog(path, space, options) : null;
        List<SearchTrial> logged = log?.Open() ?? [], done = [];
        RandomStream random = RandomStream.Create(options.Seed, "search");
        while (done.Count < options.Trials)
        {
            SearchTrial[] known = [.. done];
            int first = known.Length, many = options.TrialsAtOnce;
            (ulong Seed, SearchPoint Point)[] batch = [.. Enumerable.Range(first, many).Select(n => (random.Fork($"trial/{n}").NextUInt64(), options.Method.Propose(space, known, random.Fork($"proposal/{n}"))))];
            int stop = Math.Min(many, options.Trials - first), old = Math.Clamp(logged.Count - first, 0, stop);
            for (int k = 0; k < old; k++)
            {
                SearchTrial trial = logged[first + k];
                if (trial.Seed != batch[k].Seed || !trial.Point.Equals(batch[k].Point)) throw log!.Differs(trial, batch[k].Point);
                done.Add(trial);
            }

            Batch(old, stop, k => Try(first + k, batch[k].Seed, batch[k].Point, objective, options, known, stop - old, cancellationToken), options.Threads, trial =>
            {
                log?.Write(trial);
                done.Add(trial);
                progress?.Report(new SearchProgress(done.Count, options.Trials, trial, SearchResult.BestOf(done)));
            });
        }

        return new SearchResult(space, done);
    }

    private static SearchTrial Try(
        int number, ulong seed, SearchPoint point, SearchObjective objective, SearchOptions options, SearchTrial[] known, int atOnce, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SearchTrialContext context = new(number, seed, Math.Max(1, options.Threads / atOnce), known, options.Pruning, cancellationToken);
        try
        {
            double score = objective(point, context);
            return double.IsFinite(score)
                ? new SearchTrial(number, seed, point, SearchTrialState.Complete, score, [.. context.Interim], "")
                : Ended(SearchTrialState.Failed, string.Create(CultureInfo.InvariantCulture, $"The score is {score}."));
        }
        catch (TrialPrunedException stopped)
        {
            return Ended(SearchTrialState.Pruned, stopped.Message);
        }
        catch (AlphaKitException failed)
        {
            return Ended(SearchTrialState.Failed, failed.Message);
        }

        SearchTrial Ended(SearchTrialState state, string message) => new(number, seed, point, state, double.NaN, [.. context.Interim], message);
    }

    /// <summary>Runs trials side by side and hands them on in order, each as soon as all before it have ended; the first that breaks ends it.</summary>
    private static void Batch(int from, int to, Func<int, SearchTrial> run, int threads, Action<SearchTrial> ended)
    {
        SearchTrial?[] trials = new SearchTrial?[to];
        ExceptionDispatchInfo?[] broken = new ExceptionDispatchInfo?[to];
        Lock gate = new();
        int next = from;
        bool isClosed = false;
        Parallel.For(from, to, new ParallelOptions { MaxDegreeOfParallelism = threads }, k =>
        {
            try
            {
                SearchTrial trial = run(k);
                lock (gate)
                {
                    trials[k] = trial;
                    while (!isClosed && next < to && trials[next] is { } ready)
                    {
                        isClosed = true; // stays so if it cannot be recorded: nothing may follow a gap
                        ended(ready);
                        isClosed = false;
                        next++;
                    }
                }
            }
            catch (Exception e)
            {
                broken[k] = ExceptionDispatchInfo.Capture(e);
            }
        });
        broken.FirstOrDefault(b => b is not null)?.Throw();
    }
}
