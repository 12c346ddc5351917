using System.Globalization;
using AlphaKit;
using AlphaKit.Data;

namespace LocalTushare;

/// <summary>Minute bars in the vendor's layout. All of them at once: for small markets.</summary>
internal static class MinuteTable
{
    public static async Task<SourceTable> RenderAsync(IDatasetSource source)
    {
        List<MinuteBar> bars = [];
        await foreach (MinuteBar bar in source.ReadAsync(Datasets.MinuteBars, DatasetQuery.All).ConfigureAwait(false)) bars.Add(bar);
        return new SourceTable(
            "stk_mins",
            [
                SourceColumn.Of("ts_code", [.. bars.Select(b => b.Symbol)]),
                SourceColumn.Of("trade_time", [.. bars.Select(b => b.Time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))]),
                SourceColumn.Of("open", [.. bars.Select(b => b.Open)]),
                SourceColumn.Of("close", [.. bars.Select(b => b.Close)]),
                SourceColumn.Of("high", [.. bars.Select(b => b.High)]),
                SourceColumn.Of("low", [.. bars.Select(b => b.Low)]),
                SourceColumn.Of("vol", [.. bars.Select(b => (double)b.Volume)]),
                SourceColumn.Of("amount", [.. bars.Select(b => b.Amount)]),
            ],
            "simulation");
    }
}
