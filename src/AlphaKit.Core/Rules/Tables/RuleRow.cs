using System.Globalization;

namespace AlphaKit;

/// <summary>One line of a <see cref="RuleTable"/> with typed access to its cells; every failure names table, line and column.</summary>
internal sealed class RuleRow(string table, int line, string[] columns, string[] cells)
{
    public int Line => line;

    public IReadOnlyList<string> Cells => cells;

    public DateOnly First => Date("first_date");

    public DateOnly? Last => Cell("last_date").Length == 0 ? null : Date("last_date");

    public RuleTableException Fail(string column, string problem) => new(table, line, column, problem);

    public string Cell(string column)
    {
        int index = Array.IndexOf(columns, column);
        return index >= 0 ? cells[index] : throw Fail(column, "there is no such column.");
    }

    public string Key(params ReadOnlySpan<string> keyColumns)
    {
        string key = "";
        foreach (string column in keyColumns) key = key.Length == 0 ? Cell(column) : key + ", " + Cell(column);
        return key;
    }

    public T Enum<T>(string column)
        where T : struct, Enum
    {
        string cell = Cell(column);
        return System.Enum.TryParse(cell, ignoreCase: false, out T value) && System.Enum.IsDefined(value) && cell.Length > 0 && char.IsLetter(cell[0])
            ? value
            : throw Fail(column, $"'{cell}' is not one of {string.Join(", ", System.Enum.GetNames<T>())}.");
    }

    public DateOnly Date(string column)
    {
        string cell = Cell(column);
        return DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw Fail(column, $"'{cell}' is not a date as in 2023-08-28.");
    }

    public TimeOnly Time(string column)
    {
        string cell = Cell(column);
        return TimeOnly.TryParseExact(cell, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time
            : throw Fail(column, $"'{cell}' is not a time as in 14:57.");
    }

    public decimal Decimal(string column, decimal min, decimal max)
    {
        string cell = Cell(column);
        return decimal.TryParse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal value)
            && value >= min && value <= max
            ? value
            : throw Fail(column, string.Create(CultureInfo.InvariantCulture, $"'{cell}' is not a number from {min} to {max}."));
    }

    public decimal? OptionalDecimal(string column, decimal min, decimal max) => Cell(column).Length == 0 ? null : Decimal(column, min, max);

    public long Count(string column, long min, long max)
    {
        string cell = Cell(column);
        return long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value >= min && value <= max
            ? value
            : throw Fail(column, string.Create(CultureInfo.InvariantCulture, $"'{cell}' is not a whole number from {min} to {max}."));
    }

    public RuleMarks Marks()
    {
        RuleMarks marks = RuleMarks.None;
        foreach (string part in Cell("mark").Split('+'))
        {
            marks |= part switch
            {
                "S" => RuleMarks.Sourced,
                "O" => RuleMarks.Observed,
                "R" => RuleMarks.Repository,
                "M" => RuleMarks.Memory,
                _ => throw Fail("mark", $"'{Cell("mark")}' is not made of S, O, R and M joined by '+'."),
            };
        }

        return marks;
    }

    public RuleSource Source()
    {
        DateOnly first = First;
        DateOnly? last = Last;
        if (last < first) throw Fail("last_date", $"{Cell("last_date")} is before the first date {Cell("first_date")}.");
        return new RuleSource(table, line, first, last, Marks(), Cell("note"));
    }
}
