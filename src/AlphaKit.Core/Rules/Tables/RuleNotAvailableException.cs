using System.Globalization;

namespace AlphaKit;

/// <summary>The rulebook has no row for what was asked on that date; nothing is guessed instead.</summary>
public sealed class RuleNotAvailableException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="table">The table that was asked.</param>
    /// <param name="key">What was asked, such as <c>Main, St</c>.</param>
    /// <param name="date">The date that was asked.</param>
    /// <param name="covered">The dates that the table covers for this key; empty where it knows nothing of it.</param>
    public RuleNotAvailableException(string table, string key, DateOnly date, string covered)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"Rule table '{table}' has no row for {(string.IsNullOrEmpty(key) ? "any instrument" : key)} on {date:yyyy-MM-dd}; {(string.IsNullOrEmpty(covered) ? "it does not know this key" : "it covers " + covered)}. Give the missing row with Rulebook.With(table, text)."))
    {
        Table = table;
        Key = key;
        Date = date;
    }

    /// <summary>The table that was asked.</summary>
    public string Table { get; }

    /// <summary>What was asked.</summary>
    public string Key { get; }

    /// <summary>The date that was asked.</summary>
    public DateOnly Date { get; }
}
