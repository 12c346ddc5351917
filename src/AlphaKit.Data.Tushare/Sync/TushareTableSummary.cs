using System.Globalization;

namespace AlphaKit.Data.Tushare;

/// <summary>What a run did for one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Reason">Why it is not complete; empty if it is.</param>
/// <param name="Through">Last day that it is complete through; null if there is none.</param>
/// <param name="Questions">Questions asked; a question may take several calls.</param>
/// <param name="Rows">What became of the rows. Corrected are those that the vendor changed since they were fetched; the older versions are kept.</param>
/// <param name="Gaps">Trading days without a row although every day should have some.</param>
/// <param name="Rejected">Rows set aside because they cannot be placed; at most a hundred are listed.</param>
/// <param name="RejectedCount">How many of them there were.</param>
/// <param name="Missing">Columns that the vendor did not deliver.</param>
public sealed record TushareTableSummary(
    string Table,
    TushareSyncStatus Status,
    string Reason,
    DateOnly? Through,
    int Questions,
    AppendResult Rows,
    IReadOnlyList<DateOnly> Gaps,
    IReadOnlyList<TushareRejectedRow> Rejected,
    int RejectedCount,
    IReadOnlyList<string> Missing)
{
    /// <summary>One line.</summary>
    public override string ToString()
    {
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Table,-17} {Status,-12} {(Through is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "-"),-10} {Questions,6} questions  {Rows}");
        if (Gaps.Count > 0) text += string.Create(CultureInfo.InvariantCulture, $"; {Gaps.Count} days without rows, first {Gaps[0]:yyyy-MM-dd}");
        if (RejectedCount > 0) text += string.Create(CultureInfo.InvariantCulture, $"; {RejectedCount} rows set aside, first {Rejected[0].Column} = '{Rejected[0].Value}'");
        if (Missing.Count > 0) text += $"; not delivered: {string.Join(", ", Missing)}";
        return Reason.Length > 0 ? $"{text}; {Reason}" : text;
    }
}
