using System.Globalization;
using System.Text;

namespace AlphaKit.Data.Tests;

/// <summary>Three shares over the ten trading days from 2020-02-03, with prices that can be told by hand: 10 × (share + 1) + day / 10.</summary>
internal static class SmallMarket
{
    public const string Header = "ts_code,trade_date,open,high,low,close,pre_close,vol,amount";

    public static readonly Symbol[] Symbols = [Symbol.Parse("000001.SZ"), Symbol.Parse("600000.SH"), Symbol.Parse("688001.SH")];

    public static readonly DateOnly[] Days =
    [
        .. Enumerable.Range(0, 14).Select(i => new DateOnly(2020, 2, 3).AddDays(i)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)),
    ];

    public static double Close(int share, int day) => (10 * (share + 1)) + (day / 10.0);

    public static string Bar(int share, int day) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Symbols[share]},{Days[day]:yyyyMMdd},{Close(share, day):F2},{Close(share, day) + 0.05:F2},{Close(share, day) - 0.05:F2},{Close(share, day):F2},{Close(share, Math.Max(0, day - 1)):F2},1000,{Close(share, day) * 100:F3}");

    public static List<string> Bars() => [.. from day in Enumerable.Range(0, Days.Length) from share in Enumerable.Range(0, Symbols.Length) select Bar(share, day)];

    public static string Csv(IEnumerable<string> rows, string header = Header, string newline = "\n")
    {
        StringBuilder text = new(header + newline);
        foreach (string row in rows) text.Append(row).Append(newline);
        return text.ToString();
    }

    public static string Table(string header, Func<int, int, string> row) =>
        Csv(from day in Enumerable.Range(0, Days.Length) from share in Enumerable.Range(0, Symbols.Length) select $"{Symbols[share]},{Days[day]:yyyyMMdd},{row(share, day)}", $"ts_code,trade_date,{header}");

    public static async Task<Panel> PanelAsync(TableMarket market, params Field[] fields) =>
        await market.PanelAsync(new PanelQuery { From = market.Calendar.First, To = market.Calendar.Last, Fields = fields });
}
