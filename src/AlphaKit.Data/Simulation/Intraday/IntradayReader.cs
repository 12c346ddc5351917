using System.Runtime.CompilerServices;

namespace AlphaKit.Data.Simulation;

/// <summary>Serves minute bars, trades and orders, generated day by day as they are read.</summary>
internal static class IntradayReader
{
    public static bool Has(Dataset dataset) => dataset.Name == Datasets.MinuteBars.Name || dataset.Name == Datasets.TickTrades.Name || dataset.Name == Datasets.TickOrders.Name;

    public static async IAsyncEnumerable<TRow> ReadAsync<TRow>(World world, Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken stop)
    {
        HashSet<Symbol>? symbols = query.Symbols is null ? null : [.. query.Symbols];
        StockPath[] paths = [.. world.Paths.Where(p => symbols is null || symbols.Contains(p.Profile.Symbol))];
        await Task.CompletedTask.ConfigureAwait(false);
        for (int t = 0; t < world.Days.Length; t++)
        {
            if (world.Days[t] < query.From || world.Days[t] > query.To) continue;
            foreach (StockPath path in paths)
            {
                stop.ThrowIfCancellationRequested();
                int i = t - path.First;
                if (i < 0 || i >= path.Count || !path.Traded(i)) continue;
                IntradayDay day = new IntradayGenerator(world, path, i).Generate();
                IReadOnlyList<TRow>? rows = (day.Bars as IReadOnlyList<TRow>) ?? (day.Trades as IReadOnlyList<TRow>) ?? (day.Orders as IReadOnlyList<TRow>);
                if (rows is null) throw new DatasetNotAvailableException(dataset.Name, $"its rows are not of type {typeof(TRow).Name}");
                foreach (TRow row in rows) yield return row;
            }
        }
    }
}
