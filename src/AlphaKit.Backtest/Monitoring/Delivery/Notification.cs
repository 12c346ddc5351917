using System.Text;

namespace AlphaKit.Backtest;

/// <summary>A message for people: a title, lines, and tables (signals, orders, alerts).</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record Notification
{
    /// <summary>Most rows of a table that a message holds; it says how many there are.</summary>
    public const int MostRows = 40;

    /// <summary>The title; one line.</summary>
    public required string Title { get; init => field = !string.IsNullOrWhiteSpace(value) && value.AsSpan().IndexOfAny('\r', '\n') < 0 ? value : throw new ArgumentException("The title must be one line that is not empty.", nameof(Title)); }

    /// <summary>The lines.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>The tables.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>A message of alerts: one line each.</summary>
    /// <param name="title">The title.</param>
    /// <param name="alerts">The alerts, at least one.</param>
    /// <exception cref="ArgumentException">There is no alert: nothing is to be told.</exception>
    public static Notification Of(string title, IReadOnlyList<MonitorAlert> alerts)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        return alerts.Count == 0
            ? throw new ArgumentException("There is no alert; send nothing instead of an empty message.", nameof(alerts))
            : new Notification { Title = title, Lines = [.. alerts.Select(a => a.ToString())] };
    }

    /// <summary>The message as plain text.</summary>
    public string ToText()
    {
        StringBuilder text = new();
        foreach (string line in Lines) text.Append(line).Append('\n');
        foreach (Table table in Tables) text.Append('\n').Append(table.Name).Append('\n').Append(Short(table)).Append(Rest(table, "\n"));
        return text.ToString();
    }

    /// <summary>The message as Markdown.</summary>
    public string ToMarkdown()
    {
        StringBuilder text = new();
        text.Append("### ").Append(Escape(Title)).Append('\n');
        foreach (string line in Lines) text.Append("- ").Append(Escape(line)).Append('\n');
        foreach (Table table in Tables)
        {
            text.Append("\n**").Append(Escape(table.Name)).Append("**\n\n| ").AppendJoin(" | ", table.Columns.Select(c => Escape(c.Name))).Append(" |\n|").AppendJoin("|", table.Columns.Select(_ => "---")).Append("|\n");
            for (int row = 0; row < Math.Min(table.RowCount, MostRows); row++) text.Append("| ").AppendJoin(" | ", table.Columns.Select(c => Escape(c.Shown(row)))).Append(" |\n");
            text.Append(Rest(table, "\n\n"));
        }

        return text.ToString();
    }

    private static string Rest(Table table, string before) => table.RowCount > MostRows ? FormattableString.Invariant($"{before}… {table.RowCount - MostRows} more rows\n") : "";

    private static string Short(Table table)
    {
        string[] lines = table.ToString().Split('\n');
        return string.Join('\n', lines.Take(Math.Min(table.RowCount, MostRows) + 2));
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ');
}
