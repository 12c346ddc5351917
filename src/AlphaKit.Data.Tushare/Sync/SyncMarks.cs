using System.Globalization;

namespace AlphaKit.Data.Tushare;

/// <summary>Progress marks of a table: what is complete, so that the next run goes on from there.</summary>
internal static class SyncMarks
{
    /// <summary>First day that was asked for.</summary>
    public const string From = "tushare_from";

    /// <summary>Last day through which the table is complete.</summary>
    public const string Through = "tushare_through";

    /// <summary>Day through which a pass over all codes is under way.</summary>
    public const string Pass = "tushare_pass";

    /// <summary>Last code of that pass whose rows are stored.</summary>
    public const string Code = "tushare_code";

    /// <summary>Indices, or shares with minute bars, that the table holds, separated by blanks.</summary>
    public const string Codes = "tushare_codes";

    /// <summary>Last quarter of a first fill whose rows are stored.</summary>
    public const string Quarter = "tushare_quarter";

    /// <summary>Days without rows, separated by blanks.</summary>
    public const string Gaps = "tushare_gaps";

    /// <summary>Last day that the rolling audit asked again, and the last day of its round, separated by a blank.</summary>
    public const string Audited = "tushare_audited";

    /// <summary>A span that is being asked again, and the label of the last step stored, separated by blanks.</summary>
    public const string Audit = "tushare_audit";

    public static string Text(DateOnly day) => TushareQuery.Format(day);

    public static DateOnly? Day(string? text) =>
        text is { Length: 8 } && DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    public static IReadOnlyList<DateOnly> Days(string? text) => [.. (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => Day(t)).Where(d => d is not null).Select(d => d!.Value)];
}
