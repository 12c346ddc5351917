using System.Runtime.CompilerServices;

namespace AlphaKit.Extensibility.Tests;

/// <summary>Market data of one's own: three shares over ten days, a custom field, a custom dataset.</summary>
internal sealed class OwnMarket : IMarketData
{
    /// <summary>A daily quantity that no catalogue knows.</summary>
    public static readonly Field Mood = Field.Custom("forum_mood", Unit.Ratio, Clock.Evening, "Share of hopeful posts.");

    /// <summary>Rows that no catalogue knows.</summary>
    public static readonly Dataset<Rumour> Rumours = new("rumours", "What people say, by day.");

    private static readonly Symbol[] Shares = [Symbol.Parse("000001.SZ"), Symbol.Parse("600000.SH"), Symbol.Parse("688001.SH")];

    public string DataVersion => "own-1";

    public PriceBasis PriceBasis => PriceBasis.Adjusted;

    public TradingCalendar Calendar { get; } = new(Enumerable.Range(0, 14).Select(i => new DateOnly(2024, 1, 1).AddDays(i)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));

    public SecurityMaster Securities { get; } = new(Shares.Select(s => new Security(s, s.Code, null)));

    public MarketCoverage Coverage { get; } = new([Field.Close, Mood], [Rumours], new Dictionary<string, string> { [Field.Amount.Name] = "this market has no turnover." });

    public ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default)
    {
        PanelAxes axes = new(Calendar, Shares);
        foreach (Field field in query.Fields)
        {
            if (!Coverage.Has(field)) throw new FieldNotAvailableException(field, Coverage.WhyMissing(field));
        }

        Panel panel = new(axes, query.Fields.Select(f => KeyValuePair.Create(f, FieldMatrix.Create(axes.Days, axes.Count, (t, row) =>
        {
            for (int i = 0; i < row.Length; i++) row[i] = 10 + t + i;
        }))));
        return ValueTask.FromResult(panel.Within(query.Universe, Securities).Between(query.From, query.To));
    }

    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        if (dataset is not Dataset<Rumour>) throw new DatasetNotAvailableException(dataset.Name, Coverage.WhyMissing(dataset));
        foreach (DateOnly day in Calendar)
        {
            if (day >= query.From && day <= query.To && new Rumour(day, "up") is TRow row) yield return row;
        }
    }
}
