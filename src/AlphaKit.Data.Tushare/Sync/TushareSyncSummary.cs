using System.Globalization;

namespace AlphaKit.Data.Tushare;

/// <summary>What a run did.</summary>
/// <param name="Tables">Table by table, in the order of the plan.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="StoreVersion">Version of the store afterwards: equal versions hold equal rows.</param>
public sealed record TushareSyncSummary(IReadOnlyList<TushareTableSummary> Tables, TimeSpan Elapsed, string StoreVersion)
{
    /// <summary>True if every table is complete.</summary>
    public bool IsComplete => Tables.All(t => t.Status == TushareSyncStatus.Complete);

    /// <summary>What became of the rows of all tables.</summary>
    public AppendResult Rows => Tables.Aggregate(AppendResult.None, (sum, t) => sum.Plus(t.Rows));

    /// <summary>A line for each table, and their sum.</summary>
    public override string ToString() =>
        string.Join('\n', Tables) + string.Create(CultureInfo.InvariantCulture, $"\n{(IsComplete ? "complete" : "not complete")} after {Elapsed:d\\.hh\\:mm\\:ss}; {Rows}");
}
