using System.Globalization;

namespace AlphaKit;

/// <summary>Where a rule stands in the rulebook and how well it is sourced.</summary>
/// <param name="Table">The table, such as <c>price_limits</c>.</param>
/// <param name="Line">The line in the table's text, from 1.</param>
/// <param name="FirstDate">First date on which the rule applies.</param>
/// <param name="LastDate">Last date on which it applies, inclusive; null while it is in force.</param>
/// <param name="Marks">How well it is sourced.</param>
/// <param name="Note">A short citation or remark; may be empty.</param>
public sealed record RuleSource(string Table, int Line, DateOnly FirstDate, DateOnly? LastDate, RuleMarks Marks, string Note)
{
    /// <summary>True on the dates on which the rule applies.</summary>
    /// <param name="date">The date.</param>
    public bool Covers(DateOnly date) => date >= FirstDate && (LastDate is null || date <= LastDate);

    /// <summary>Table, line, dates and marks in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Table} line {Line}, {FirstDate:yyyy-MM-dd} … {(LastDate is { } last ? last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")} [{Marks}] {Note}").TrimEnd();
}
