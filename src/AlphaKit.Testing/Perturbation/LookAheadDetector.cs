namespace AlphaKit.Testing;

/// <summary>
/// Finds look-ahead by experiment: runs a computation on the true market and on markets whose future is poisoned from several moments on,
/// and compares every result row dated up to the moment, bit for bit.
/// </summary>
public static class LookAheadDetector
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="market">The true market.</param>
    /// <param name="moments">The last true trading days to try.</param>
    /// <param name="compute">
    /// The computation. It returns tables with a date column; a row dated D must depend only on what is known when
    /// <paramref name="clock"/> of D comes.
    /// </param>
    /// <param name="clock">The moment of the day up to which a row may depend on its own day.</param>
    /// <param name="cancellationToken">Stops the experiment.</param>
    /// <returns>What changed; empty for a computation without look-ahead.</returns>
    /// <exception cref="ArgumentException">A result table has no date column.</exception>
    public static async Task<IReadOnlyList<LookAheadViolation>> FindAsync(
        IMarketData market,
        IEnumerable<DateOnly> moments,
        Func<IMarketData, CancellationToken, Task<IReadOnlyList<Table>>> compute,
        Clock clock = Clock.NextMorning,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(compute);
        IReadOnlyList<Table> truth = await compute(market, cancellationToken).ConfigureAwait(false);
        List<LookAheadViolation> violations = [];
        foreach (DateOnly moment in moments)
        {
            IReadOnlyList<Table> poisoned = await compute(new PoisonedMarket(market, moment, clock), cancellationToken).ConfigureAwait(false);
            if (poisoned.Count != truth.Count)
                throw new ArgumentException($"The computation returned {truth.Count} tables on the true market and {poisoned.Count} on the poisoned one.", nameof(compute));
            for (int i = 0; i < truth.Count; i++) Compare(truth[i], poisoned[i], moment, violations);
        }

        return violations;
    }

    private static void Compare(Table truth, Table poisoned, DateOnly moment, List<LookAheadViolation> violations)
    {
        int[] expected = RowsUntil(truth, moment), actual = RowsUntil(poisoned, moment);
        if (expected.Length != actual.Length)
        {
            violations.Add(new LookAheadViolation(truth.Name, null, "row count", $"{expected.Length} rows", $"{actual.Length} rows"));
            return;
        }

        TableColumn dates = DateColumn(truth);
        foreach (TableColumn column in truth.Columns)
        {
            TableColumn other = poisoned[column.Name];
            for (int k = 0; k < expected.Length; k++)
            {
                string was = column.Exact(expected[k]), became = other.Exact(actual[k]);
                if (!string.Equals(was, became, StringComparison.Ordinal))
                    violations.Add(new LookAheadViolation(truth.Name, dates.Dates[expected[k]], column.Name, was, became));
            }
        }
    }

    private static int[] RowsUntil(Table table, DateOnly moment)
    {
        IReadOnlyList<DateOnly> dates = DateColumn(table).Dates;
        return [.. Enumerable.Range(0, table.RowCount).Where(r => dates[r] <= moment)];
    }

    private static TableColumn DateColumn(Table table) =>
        table.Columns.FirstOrDefault(c => c.Kind == ColumnKind.Date)
        ?? throw new ArgumentException($"Table '{table.Name}' has no date column, so its rows cannot be placed before or after a moment.", nameof(table));
}
