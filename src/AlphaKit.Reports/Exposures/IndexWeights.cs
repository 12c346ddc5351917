namespace AlphaKit.Reports;

/// <summary>Weights of an index by day: those of the latest snapshot on or before the day, not drifted between snapshots, summing to 1.</summary>
internal sealed class IndexWeights
{
    private readonly List<(DateOnly Date, Dictionary<Symbol, double> Weights)> _snapshots = [];

    private IndexWeights()
    {
    }

    /// <summary>Reads the snapshots of an index.</summary>
    public static async Task<IndexWeights> OfAsync(IMarketData market, Symbol index, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if (!market.Coverage.Has(Datasets.IndexConstituents))
            throw new DatasetNotAvailableException(Datasets.IndexConstituents.Name, market.Coverage.WhyMissing(Datasets.IndexConstituents));
        IndexWeights weights = new();
        await foreach (IndexConstituent row in market.ReadAsync(Datasets.IndexConstituents, new DatasetQuery { To = to }, cancellationToken).ConfigureAwait(false))
        {
            if (row.Index != index) continue;
            if (weights._snapshots.Count == 0 || weights._snapshots[^1].Date != row.Date) weights._snapshots.Add((row.Date, []));
            weights._snapshots[^1].Weights[row.Symbol] = row.Weight;
        }

        foreach ((_, Dictionary<Symbol, double> snapshot) in weights._snapshots)
        {
            double sum = snapshot.Keys.Order().Sum(s => snapshot[s]);
            foreach (Symbol symbol in snapshot.Keys.ToArray()) snapshot[symbol] /= sum;
        }

        return weights._snapshots.Count > 0 && weights._snapshots[0].Date <= from
            ? weights
            : throw new InsufficientDataException(FormattableString.Invariant($"snapshots of the weights of {index} on or before {from:yyyy-MM-dd}"), 1, 0);
    }

    /// <summary>Every share that is in a snapshot.</summary>
    public IEnumerable<Symbol> Symbols => _snapshots.SelectMany(s => s.Weights.Keys).Distinct();

    /// <summary>The weights in force on a day.</summary>
    public IReadOnlyDictionary<Symbol, double> At(DateOnly day)
    {
        int at = _snapshots.Count - 1;
        while (at > 0 && _snapshots[at].Date > day) at--;
        return _snapshots[at].Weights;
    }
}
