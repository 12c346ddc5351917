using System.Globalization;

namespace AlphaKit.Data.Tushare;

/// <summary>Where a run stands.</summary>
/// <param name="Table">The table that got on.</param>
/// <param name="Through">What it reached: a day, a code, or nothing.</param>
/// <param name="Done">Questions answered, of all tables.</param>
/// <param name="Planned">Questions planned, of all tables whose number is known yet.</param>
/// <param name="Rows">Rows delivered.</param>
/// <param name="Elapsed">Time so far.</param>
/// <param name="Remaining">Time left by the pace so far, and no less than the quotas need; null before there is a pace.</param>
/// <param name="Quota">What is left of the table's quota.</param>
public sealed record TushareSyncProgress(string Table, string Through, int Done, int Planned, long Rows, TimeSpan Elapsed, TimeSpan? Remaining, TushareQuota Quota)
{
    private const int Width = 24;

    /// <summary>A bar with the figures.</summary>
    public override string ToString()
    {
        int filled = Planned == 0 ? 0 : (int)((long)Width * Done / Planned);
        string left = Remaining is { } time ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss} left") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{new string('#', filled)}{new string('.', Width - filled)}] {Done}/{Planned} {Table} {Through}, {Rows} rows, {left}, {Quota.LeftThisMinute}/{Quota.PerMinute} calls free this minute");
    }
}
