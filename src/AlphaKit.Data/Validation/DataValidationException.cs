namespace AlphaKit.Data;

/// <summary>Data that cannot be imported: the whole import stops, nothing of it remains.</summary>
public sealed class DataValidationException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="rule">The rule that failed.</param>
    /// <param name="table">The vendor table.</param>
    /// <param name="where">File and line.</param>
    /// <param name="key">Symbol, date or column concerned.</param>
    /// <param name="value">The offending value.</param>
    /// <param name="expected">What would be right, as a sentence.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public DataValidationException(
        ValidationRule rule, string table, RowLocation where, string key, string value, string expected, Exception? innerException = null)
        : base($"{where}: table '{table}', {key}: rule '{(rule ?? throw new ArgumentNullException(nameof(rule))).Name}' failed on '{Shown(value)}'. {expected}", innerException)
    {
        Rule = rule.Name;
        Table = table;
        File = where.File;
        Line = where.Line;
        Key = key;
        Value = value;
    }

    // A file that is no text at all must not flood the message or the terminal.
    private static string Shown(string value)
    {
        const int Longest = 200;
        string text = string.Concat((value ?? "").Take(Longest).Select(c => char.IsControl(c) || char.IsSurrogate(c) || c == '\uFFFD' ? '·' : c));
        return value?.Length > Longest ? text + " …" : text;
    }

    /// <summary>The file, or the description of the source.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 where there is none.</summary>
    public long Line { get; }

    /// <summary>The vendor table.</summary>
    public string Table { get; }

    /// <summary>Symbol, date or column concerned.</summary>
    public string Key { get; }

    /// <summary>Name of the rule that failed.</summary>
    public string Rule { get; }

    /// <summary>The offending value, whole; the message shows its first 200 characters.</summary>
    public string Value { get; }
}
