using System.Runtime.CompilerServices;

namespace AlphaKit.Testing.Tests;

/// <summary>Twenty days of three shares whose close is 10 + day + symbol/10, for tests of the detector itself.</summary>
internal sealed class TinyMarket : IMarketData
{
    private static readonly Symbol[] Shares = [Symbol.Parse("000001.SZ"), Symbol.Parse("600000.SH"), Symbol.Parse("688001.SH")];

    public string DataVersion => "tiny";

    public PriceBasis PriceBasis => PriceBasis.Raw;

    public TradingCalendar Calendar { get; } = new(Enumerable.Range(0, 40).Select(i => new DateOnly(2020, 1, 1).AddDays(i))
        .Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Take(20));

    public SecurityMaster Securities => new(Shares.Select(s => new Security(s, s.Code, null, s == Shares[2] ? Calendar[15] : null)));

    public MarketCoverage Coverage { get; } = new([Field.Close, Field.MarketCap, Field.FinancingBalance], [Datasets.IndexBars]);

    public ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default)
    {
        PanelAxes axes = new(Calendar, Shares);
        Panel panel = new(axes, query.Fields.Select(f => KeyValuePair.Create(f, FieldMatrix.Create(axes.Days, axes.Count, (t, row) =>
        {
            for (int i = 0; i < row.Length; i++) row[i] = 10 + t + (i / 10f);
        }))));
        return ValueTask.FromResult(panel.Between(query.From, query.To));
    }

    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach (DateOnly day in Calendar)
        {
            if (day >= query.From && day <= query.To) yield return (TRow)(object)new IndexBar(Symbol.Parse("000300.SH"), day, 1, 1, 1, 1, 0, 0);
        }
    }
}
