using System.Globalization;

namespace AlphaKit.Data.Tests.Store;

/// <summary>Small tables, and their rows as text that can be compared.</summary>
internal static class Rows
{
    public static StoreTable Daily { get; } = StoreTable.Find("daily")!;

    public static StoreTable Income { get; } = StoreTable.Find("income")!;

    public static Symbol Share(int number) => Symbol.From(600_000 + number, Exchange.Shanghai);

    public static DateOnly Day(int day) => new DateOnly(2025, 12, 29).AddDays(day);

    /// <summary>daily with the columns of the key and a close.</summary>
    public static SourceTable Bars(params (int Share, int Day, double Close)[] rows) => new(
        "daily",
        [
            SourceColumn.Of("ts_code", [.. rows.Select(r => Share(r.Share))]),
            SourceColumn.Of("trade_date", [.. rows.Select(r => Day(r.Day))]),
            SourceColumn.Of("close", [.. rows.Select(r => r.Close)]),
        ],
        "test");

    /// <summary>income with one item; the period ends with a quarter of 2025.</summary>
    public static SourceTable Statements(params (int Share, DateOnly End, DateOnly Announced, string Flag, double Profit)[] rows) => new(
        "income",
        [
            SourceColumn.Of("ts_code", [.. rows.Select(r => Share(r.Share))]),
            SourceColumn.Of("ann_date", [.. rows.Select(r => r.Announced)]),
            SourceColumn.Of("f_ann_date", [.. rows.Select(r => r.Announced)]),
            SourceColumn.Of("end_date", [.. rows.Select(r => r.End)]),
            SourceColumn.Of("update_flag", [.. rows.Select(r => r.Flag)]),
            SourceColumn.Of("n_income", [.. rows.Select(r => r.Profit)]),
        ],
        "test");

    /// <summary>The rows, columns in the order of their names, values as text, in order.</summary>
    public static string[] Of(SourceTable table)
    {
        SourceColumn[] columns = [.. table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal)];
        string[] rows = [.. Enumerable.Range(0, table.RowCount).Select(row => string.Join(' ', columns.Select(c => Shown(c, row))))];
        Array.Sort(rows, StringComparer.Ordinal);
        return rows;
    }

    public static IEnumerable<double> Numbers(SourceTable table, string column) => table.Find(column)!.Numbers.ToArray();

    private static string Shown(SourceColumn column, int row) => column.Kind switch
    {
        SourceColumnKind.Symbol => column.Symbols[row].ToString(),
        SourceColumnKind.Date => column.Dates[row].ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        SourceColumnKind.Number => column.Numbers[row].ToString("R", CultureInfo.InvariantCulture),
        _ => "'" + column.Texts[row] + "'",
    };
}
