using System.Globalization;
using System.Runtime.CompilerServices;
using AlphaKit.Parquet;

namespace AlphaKit.EndToEnd.Tests;

/// <summary>
/// A market whose minute bars lie in Parquet files, one per day (symbol, time, open, high, low, close, volume, amount), and whose daily data are those of
/// another market. This is all that one's own minute data need.
/// </summary>
internal sealed class MinuteFiles(IMarketData daily, string folder) : IMarketData
{
    private static readonly ParquetColumn[] s_columns =
        [ParquetColumn.Text("symbol"), ParquetColumn.Timestamp("time"), .. new[] { "open", "high", "low", "close" }.Select(n => ParquetColumn.Double(n)), ParquetColumn.Int64("volume"), ParquetColumn.Double("amount")];

    /// <summary>Changes bars as they are read; null to read them as they are.</summary>
    public Func<MinuteBar, MinuteBar>? Spoiled { get; init; }

    public string DataVersion => daily.DataVersion + " with minutes";

    public PriceBasis PriceBasis => daily.PriceBasis;

    public TradingCalendar Calendar => daily.Calendar;

    public SecurityMaster Securities => daily.Securities;

    public MarketCoverage Coverage => new(daily.Coverage.Fields, [Datasets.CorporateActions, Datasets.MinuteBars], notes: daily.Coverage.Notes);

    /// <summary>Writes the minute bars of some days into files.</summary>
    public static async Task WriteAsync(IMarketData from, string folder, DateOnly first, DateOnly last)
    {
        Dictionary<DateOnly, List<MinuteBar>> days = [];
        await foreach (MinuteBar bar in from.ReadAsync(Datasets.MinuteBars, new DatasetQuery { From = first, To = last }))
        {
            DateOnly day = DateOnly.FromDateTime(bar.Time);
            if (!days.TryGetValue(day, out List<MinuteBar>? bars)) days[day] = bars = [];
            bars.Add(bar);
        }

        foreach ((DateOnly day, List<MinuteBar> bars) in days)
        {
            await using FileStream stream = File.Create(PathOf(folder, day));
            await using ParquetWriter writer = await ParquetWriter.CreateAsync(stream, s_columns);
            await writer.WriteAsync(
            [
                ParquetValues.Of(s_columns[0], [.. bars.Select(b => b.Symbol.ToString())]),
                ParquetValues.Of(s_columns[1], [.. bars.Select(b => (b.Time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond)]),
                ParquetValues.Of(s_columns[2], [.. bars.Select(b => b.Open)]), ParquetValues.Of(s_columns[3], [.. bars.Select(b => b.High)]),
                ParquetValues.Of(s_columns[4], [.. bars.Select(b => b.Low)]), ParquetValues.Of(s_columns[5], [.. bars.Select(b => b.Close)]),
                ParquetValues.Of(s_columns[6], [.. bars.Select(b => b.Volume)]), ParquetValues.Of(s_columns[7], [.. bars.Select(b => b.Amount)]),
            ]);
            await writer.FinishAsync();
        }
    }

    public ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default) => daily.PanelAsync(query, cancellationToken);

    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (dataset.Name != Datasets.MinuteBars.Name)
        {
            await foreach (TRow row in daily.ReadAsync(dataset, query, cancellationToken)) yield return row;
            yield break;
        }

        foreach (DateOnly day in Calendar.Where(d => d >= query.From && d <= query.To && File.Exists(PathOf(folder, d))))
        {
            using ParquetFile file = await ParquetFile.OpenAsync(PathOf(folder, day), cancellationToken: cancellationToken);
            foreach (ParquetRowGroup group in file.RowGroups)
            {
                ParquetValues[] columns = new ParquetValues[s_columns.Length];
                for (int c = 0; c < columns.Length; c++) columns[c] = await file.ReadAsync(group, s_columns[c].Name, cancellationToken);
                for (int i = 0; i < columns[0].Count; i++)
                {
                    Symbol symbol = Symbol.Parse(columns[0].TextAt(i)!);
                    if (query.Symbols?.Contains(symbol) == false) continue;
                    MinuteBar bar = new(symbol, DateTime.SpecifyKind(columns[1].DateTimeAt(i)!.Value, DateTimeKind.Unspecified), columns[2].Doubles[i], columns[3].Doubles[i], columns[4].Doubles[i], columns[5].Doubles[i], columns[6].Int64s[i], columns[7].Doubles[i], null);
                    yield return (TRow)(object)(Spoiled is null ? bar : Spoiled(bar));
                }
            }
        }
    }

    private static string PathOf(string folder, DateOnly day) => Path.Combine(folder, day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + ".parquet");
}
