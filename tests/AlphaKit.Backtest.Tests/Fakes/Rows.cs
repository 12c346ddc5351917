using System.Globalization;

namespace AlphaKit.Backtest.Tests;

/// <summary>Reads result tables in tests.</summary>
internal static class Rows
{
    public static readonly Symbol Pudong = Symbol.Parse("600000.SH");
    public static readonly Symbol PingAn = Symbol.Parse("000001.SZ");
    public static readonly Symbol ChiNext = Symbol.Parse("300750.SZ");
    public static readonly Symbol Star = Symbol.Parse("688981.SH");

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    /// <summary>A cell as files carry it.</summary>
    public static string Cell(this Table table, string column, int row) => table[column].Exact(row);

    /// <summary>A number or amount, exact.</summary>
    public static decimal Money(this Table table, string column, int row) => decimal.Parse(table[column].Exact(row), CultureInfo.InvariantCulture);

    /// <summary>One row as text, its cells separated by blanks.</summary>
    public static string Line(this Table table, int row, params string[] columns) => string.Join(' ', columns.Select(c => table[c].Exact(row)));

    public static string[] Lines(this Table table, params string[] columns) => [.. Enumerable.Range(0, table.RowCount).Select(r => table.Line(r, columns))];

    public static BacktestOptions Daily(this FakeMarket market, int first = 1) =>
        new() { From = market.Calendar[first], To = market.Calendar.Last, Schedule = Schedule.Daily };

    public static Task<BacktestResult> RunAsync(this FakeMarket market, ITargetSource source, BacktestOptions? options = null) =>
        Backtester.RunAsync(market, source, options ?? market.Daily());
}
