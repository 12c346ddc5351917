namespace AlphaKit.Data;

/// <summary>Which vendor tables deliver which dataset, and by which date and symbol its rows are selected.</summary>
internal static class DatasetTables
{
    public static IReadOnlyList<(Dataset Dataset, string[] Tables)> All { get; } =
    [
        (Datasets.CorporateActions, ["dividend"]),
        (Datasets.IndexBars, ["index_daily"]),
        (Datasets.IndexConstituents, ["index_weight"]),
        (Datasets.IndustryMemberships, ["index_member_all"]),
        (Datasets.NameChanges, ["namechange"]),
        (Datasets.FinancialStatements, ["income", "balancesheet", "cashflow", "fina_indicator"]),
        (Datasets.EarningsForecasts, ["forecast"]),
    ];

    public static IReadOnlyList<string> TablesOf(Dataset dataset) => All.First(d => d.Dataset.Name == dataset.Name).Tables;

    /// <summary>The rows that a query asks for, in their order.</summary>
    public static IEnumerable<TRow> Select<TRow>(IEnumerable<TRow> rows, DatasetQuery query)
    {
        HashSet<Symbol>? symbols = query.Symbols is null ? null : [.. query.Symbols];
        foreach (TRow row in rows)
        {
            (DateOnly date, Symbol symbol) = KeyOf(row);
            if (date >= query.From && date <= query.To && (symbols is null || symbols.Contains(symbol))) yield return row;
        }
    }

    public static (DateOnly Date, Symbol Symbol) KeyOf<TRow>(TRow row) => row switch
    {
        CorporateAction action => (action.ExDate, action.Symbol),
        IndexBar bar => (bar.Date, bar.Index),
        IndexConstituent member => (member.Date, member.Index),
        IndustryMembership membership => (membership.From, membership.Symbol),
        NameChange name => (name.From, name.Symbol),
        FinancialStatement statement => (statement.Announced, statement.Symbol),
        EarningsForecast forecast => (forecast.Announced, forecast.Symbol),
        _ => throw new InvalidOperationException($"Rows of type {typeof(TRow).Name} come from no vendor table."),
    };
}
