using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace AlphaKit.Data.Simulation.Tests;

/// <summary>Markets that several tests share, and small helpers on vendor tables.</summary>
internal static class Markets
{
    private static readonly Lazy<SimulatedMarket> s_five = new(() => SimulatedMarket.Create(new SimulationOptions
    {
        Seed = 7, Stocks = 200, From = new DateOnly(2018, 1, 2), To = new DateOnly(2022, 12, 30), DelistingRate = 0.03, IpoRate = 0.1,
    }));

    /// <summary>200 shares, 2018 to 2022: STAR and Beijing open, ChiNext widens its limits.</summary>
    public static SimulatedMarket Five => s_five.Value;

    public static SourceTable Table(SimulatedMarket market, string name) => market.ReadAsync(name).AsTask().GetAwaiter().GetResult();

    public static ReadOnlySpan<double> Numbers(this SourceTable table, string column) => table.Find(column)!.Numbers;

    public static ReadOnlySpan<Symbol> Symbols(this SourceTable table, string column = "ts_code") => table.Find(column)!.Symbols;

    public static ReadOnlySpan<DateOnly> Dates(this SourceTable table, string column = "trade_date") => table.Find(column)!.Dates;

    public static ReadOnlySpan<string> Texts(this SourceTable table, string column) => table.Find(column)!.Texts;

    /// <summary>Rows of a daily table by symbol and date.</summary>
    public static Dictionary<(Symbol, DateOnly), int> Index(this SourceTable table)
    {
        ReadOnlySpan<Symbol> symbols = table.Symbols();
        ReadOnlySpan<DateOnly> dates = table.Dates();
        Dictionary<(Symbol, DateOnly), int> index = new(symbols.Length);
        for (int r = 0; r < symbols.Length; r++) index.Add((symbols[r], dates[r]), r);
        return index;
    }

    /// <summary>Hash of the rows whose date column is not after a day.</summary>
    public static string Hash(SourceTable table, DateOnly? until = null, string dateColumn = "trade_date", params string[] without)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        bool[] kept = new bool[table.RowCount];
        for (int r = 0; r < kept.Length; r++) kept[r] = until is null || table.Dates(dateColumn)[r] <= until;
        foreach (SourceColumn column in table.Columns)
        {
            if (without.Contains(column.Name)) continue;
            hash.AppendData(Encoding.UTF8.GetBytes(column.Name));
            for (int r = 0; r < kept.Length; r++)
            {
                if (!kept[r]) continue;
                switch (column.Kind)
                {
                    case SourceColumnKind.Number:
                        hash.AppendData(MemoryMarshal.AsBytes([column.Numbers[r]]));
                        break;
                    case SourceColumnKind.Date:
                        hash.AppendData(MemoryMarshal.AsBytes([column.Dates[r].DayNumber]));
                        break;
                    case SourceColumnKind.Symbol:
                        hash.AppendData(Encoding.UTF8.GetBytes(column.Symbols[r].ToString()));
                        break;
                    default:
                        hash.AppendData(Encoding.UTF8.GetBytes(column.Texts[r]));
                        break;
                }
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()) + kept.Count(k => k).ToString(CultureInfo.InvariantCulture);
    }
}
