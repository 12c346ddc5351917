using System.Globalization;

namespace AlphaKit.Models;

/// <summary>All trials of a search.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class SearchResult
{
    internal SearchResult(SearchSpace space, IReadOnlyList<SearchTrial> trials)
    {
        Space = space;
        Trials = trials;
        Best = BestOf(trials);
    }

    /// <summary>What was chosen from.</summary>
    public SearchSpace Space { get; }

    /// <summary>The trials, in order.</summary>
    public IReadOnlyList<SearchTrial> Trials { get; }

    /// <summary>
    /// The complete trial with the highest score, the first of equals; null if none is complete. Its score is the best of many and so too good: judge the
    /// choice on days that the search has not seen.
    /// </summary>
    public SearchTrial? Best { get; }

    /// <summary>The trials: [trial, seed, state, score, steps, message, one column per dimension].</summary>
    public Table ToTable() => new(
        "trials",
        [
            TableColumn.Integer("trial", Trials.Select(t => (long)t.Number)),
            TableColumn.Text("seed", Trials.Select(t => t.Seed.ToString(CultureInfo.InvariantCulture))),
            TableColumn.Text("state", Trials.Select(t => t.State.ToString())),
            TableColumn.Number("score", Trials.Select(t => t.Score)),
            TableColumn.Integer("steps", Trials.Select(t => (long)t.Steps)),
            TableColumn.Text("message", Trials.Select(t => t.Message)),
            .. Space.Dimensions.Select((d, i) => d.Kind == SearchKind.Choice
                ? TableColumn.Text(d.Name, Trials.Select(t => d.Text(t.Point.Values[i])))
                : TableColumn.Number(d.Name, Trials.Select(t => t.Point.Values[i]))),
        ]);

    /// <summary>The number of trials and the best.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Trials.Count} trials ({Trials.Count(t => t.State == SearchTrialState.Pruned)} pruned, {Trials.Count(t => t.State == SearchTrialState.Failed)} failed), best: {Best?.ToString() ?? "none"}");

    internal static SearchTrial? BestOf(IEnumerable<SearchTrial> trials) =>
        trials.Where(t => t.State == SearchTrialState.Complete).OrderByDescending(t => t.Score).ThenBy(t => t.Number).FirstOrDefault();
}
