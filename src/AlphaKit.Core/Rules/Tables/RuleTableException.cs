using System.Globalization;

namespace AlphaKit;

/// <summary>A table of dated rules is malformed: a wrong header, a cell that cannot be read, dates that overlap or leave a gap.</summary>
public sealed class RuleTableException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="table">The table.</param>
    /// <param name="line">The line in its text, from 1; 0 for the table as a whole.</param>
    /// <param name="column">The column; empty for the line as a whole.</param>
    /// <param name="problem">What is wrong and what would be right.</param>
    public RuleTableException(string table, int line, string column, string problem)
        : base(string.Create(CultureInfo.InvariantCulture, $"Rule table '{table}', line {line}{(string.IsNullOrEmpty(column) ? "" : ", column '" + column + "'")}: {problem}"))
    {
        Table = table;
        Line = line;
        Column = column;
    }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>The line in its text, from 1; 0 for the table as a whole.</summary>
    public int Line { get; }

    /// <summary>The column; empty for the line as a whole.</summary>
    public string Column { get; }
}
