namespace AlphaKit.Models;

/// <summary>What the objective of a search gets besides the point.</summary>
/// <threadsafety>Not safe for concurrent use: it belongs to one trial.</threadsafety>
public sealed class SearchTrialContext
{
    private readonly List<double> _interim = [];
    private readonly IReadOnlyList<SearchTrial> _done;
    private readonly MedianPruning? _pruning;

    internal SearchTrialContext(int number, ulong seed, int threads, IReadOnlyList<SearchTrial> done, MedianPruning? pruning, CancellationToken cancellationToken)
    {
        (Number, Seed, Threads, CancellationToken) = (number, seed, threads, cancellationToken);
        Random = RandomStream.Create(seed, "trial");
        _done = done;
        _pruning = pruning;
    }

    /// <summary>Number of the trial, 0 for the first.</summary>
    public int Number { get; }

    /// <summary>Its seed.</summary>
    public ulong Seed { get; }

    /// <summary>Its random numbers.</summary>
    public RandomStream Random { get; }

    /// <summary>Most threads to use; the score must not depend on it.</summary>
    public int Threads { get; }

    /// <summary>Stops the search.</summary>
    public CancellationToken CancellationToken { get; }

    internal IReadOnlyList<double> Interim => _interim;

    /// <summary>Reports the score after one more step: an epoch, a part of the validation.</summary>
    /// <param name="score">The score so far, higher is better; finite.</param>
    /// <exception cref="TrialPrunedException">The trial is to stop; let it pass through.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The score is not finite.</exception>
    public void Report(double score)
    {
        if (!double.IsFinite(score)) throw new ArgumentOutOfRangeException(nameof(score), score, "Must be finite.");
        CancellationToken.ThrowIfCancellationRequested();
        _interim.Add(score);
        if (_pruning?.Stops(_interim, _done) == true) throw new TrialPrunedException(Number, _interim.Count);
    }
}
