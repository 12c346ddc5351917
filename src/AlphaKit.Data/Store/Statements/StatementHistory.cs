namespace AlphaKit.Data;

/// <summary>
/// Statement items as they were known, day by day: for each share the newest period that was announced, from the versions announced by
/// then. A restatement shows from its own announcement on. Where a period that a difference needs is not known, the value is missing;
/// nothing older takes its place.
/// </summary>
/// <remarks>Periods that end on no quarter are left out. Values are forward-filled from the announcement only.</remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class StatementHistory
{
    private readonly StatementItem[] _items;
    private readonly Dictionary<StatementKind, (StatementEvents Events, StatementItem[] Items)> _kinds = [];

    private StatementHistory(StatementItem[] items, IEnumerable<KeyValuePair<StatementKind, StatementVersions>> versions)
    {
        _items = items;
        foreach ((StatementKind kind, StatementVersions rows) in versions)
        {
            StatementItem[] own = [.. items.Where(i => i.Kind == kind)];
            _kinds.Add(kind, (rows.Events(own), own));
        }
    }

    /// <summary>The items, in the order asked for.</summary>
    public IReadOnlyList<StatementItem> Items => _items;

    /// <summary>Takes the statements of a market.</summary>
    /// <param name="market">The market: simulated, imported or of a store.</param>
    /// <param name="items">The items.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DatasetNotAvailableException">The market has no statements.</exception>
    public static async ValueTask<StatementHistory> ReadAsync(IMarketData market, IReadOnlyList<StatementItem> items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(market);
        StatementItem[] asked = Distinct(items);
        Dictionary<StatementKind, StatementVersions> versions = Empty(asked);
        await foreach (FinancialStatement statement in market.ReadAsync(Datasets.FinancialStatements, DatasetQuery.All, cancellationToken).ConfigureAwait(false))
            Add(versions, statement);
        return new StatementHistory(asked, versions);
    }

    /// <summary>Takes statements.</summary>
    /// <param name="statements">Published versions, in any order.</param>
    /// <param name="items">The items.</param>
    public static StatementHistory Of(IEnumerable<FinancialStatement> statements, IReadOnlyList<StatementItem> items)
    {
        ArgumentNullException.ThrowIfNull(statements);
        StatementItem[] asked = Distinct(items);
        Dictionary<StatementKind, StatementVersions> versions = Empty(asked);
        foreach (FinancialStatement statement in statements) Add(versions, statement);
        return new StatementHistory(asked, versions);
    }

    /// <summary>
    /// Takes the statements of a store, reading only the columns of the items. What counts is what counts in an import: consolidated cumulative
    /// reports (report_type 1, 4, 5 or none), announced after their period.
    /// </summary>
    /// <param name="view">The view.</param>
    /// <param name="items">The items.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentException">A table of the view has no such column.</exception>
    /// <exception cref="DatasetNotAvailableException">The store has no statements of a kind.</exception>
    public static async ValueTask<StatementHistory> ReadAsync(StoreView view, IReadOnlyList<StatementItem> items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(view);
        StatementItem[] asked = Distinct(items);
        Dictionary<StatementKind, StatementVersions> versions = Empty(asked);
        foreach ((StatementKind kind, StatementVersions rows) in versions)
        {
            string table = StatementItem.TableOf(kind);
            if (!view.Tables.Contains(table)) throw new DatasetNotAvailableException(table, $"{view.Description} has no table {table}.");
            await StatementReader.ReadAsync(view, table, rows, cancellationToken).ConfigureAwait(false);
        }

        return new StatementHistory(asked, versions);
    }

    /// <summary>An item of a share as known at the end of a day; NaN if nothing was announced by then, or a part is missing.</summary>
    /// <param name="symbol">The share.</param>
    /// <param name="item">One of <see cref="Items"/>.</param>
    /// <param name="knownBy">The day.</param>
    /// <exception cref="ArgumentException">The item was not asked for.</exception>
    public double ValueAt(Symbol symbol, StatementItem item, DateOnly knownBy)
    {
        ArgumentNullException.ThrowIfNull(item);
        (StatementEvents events, StatementItem[] own) = _kinds.GetValueOrDefault(item.Kind);
        int index = own is null ? -1 : Array.IndexOf(own, item);
        if (index < 0) throw new ArgumentException($"{item} was not asked for; there are {string.Join<StatementItem>(", ", _items)}.", nameof(item));
        return events.ValueAt(symbol, index, knownBy);
    }

    /// <summary>
    /// All items on the days of a panel: row T holds what was announced up to and including T, what came on a day without trading shows on
    /// the next trading day.
    /// </summary>
    /// <param name="axes">Days and symbols, for example those of a panel that the items are added to.</param>
    /// <param name="threads">How many items at a time; the values do not depend on it.</param>
    /// <param name="cancellationToken">Stops the work between two items.</param>
    /// <returns>A panel with a field for each item (<see cref="StatementItem.Field"/>), in the item's own unit.</returns>
    public Panel Join(PanelAxes axes, int? threads = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(axes);
        if (threads is { } asked) ArgumentOutOfRangeException.ThrowIfLessThan(asked, 1, nameof(threads));
        KeyValuePair<Field, FieldMatrix>[] matrices = new KeyValuePair<Field, FieldMatrix>[_items.Length];
        Dictionary<StatementKind, StatementChanges> changes = _kinds.ToDictionary(k => k.Key, k => k.Value.Events.On(axes));
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellationToken };
        Parallel.For(0, _items.Length, parallel, i =>
        {
            StatementItem item = _items[i];
            matrices[i] = new(item.Field, changes[item.Kind].Matrix(Array.IndexOf(_kinds[item.Kind].Items, item), axes));
        });
        return new Panel(axes, matrices);
    }

    private static StatementItem[] Distinct(IReadOnlyList<StatementItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count == 0) throw new ArgumentException("At least one item is needed.", nameof(items));
        return [.. items.Distinct()];
    }

    private static Dictionary<StatementKind, StatementVersions> Empty(StatementItem[] items) =>
        items.GroupBy(i => i.Kind).ToDictionary(g => g.Key, g => new StatementVersions([.. g.Select(i => i.Name).Distinct(StringComparer.Ordinal)]));

    private static void Add(Dictionary<StatementKind, StatementVersions> versions, FinancialStatement statement)
    {
        if (!versions.TryGetValue(statement.Kind, out StatementVersions? rows)) return;
        double[] values = [.. rows.Names.Select(name => statement.Items.GetValueOrDefault(name, double.NaN))];
        rows.Add(statement.Symbol, statement.PeriodEnd, statement.Announced, values);
    }
}
