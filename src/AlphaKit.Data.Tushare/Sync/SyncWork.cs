namespace AlphaKit.Data.Tushare;

/// <summary>What is to be done for a table.</summary>
/// <param name="Endpoint">The interface.</param>
/// <param name="Api">The name under which it is asked: its own, or that of its whole-market twin.</param>
/// <param name="Table">How it is stored.</param>
/// <param name="Target">Last day that can be complete.</param>
/// <param name="FromMark">First day that was ever asked for.</param>
/// <param name="Steps">The steps, in the order in which they are stored.</param>
/// <param name="Finish">Marks that hold when all steps are stored.</param>
/// <param name="Gaps">Days known to be without rows.</param>
internal sealed record SyncWork(
    TushareEndpoint Endpoint,
    string Api,
    StoreTable Table,
    DateOnly Target,
    string FromMark,
    IReadOnlyList<SyncStep> Steps,
    IReadOnlyDictionary<string, string> Finish,
    IReadOnlyList<DateOnly> Gaps)
{
    /// <summary>Steps that ask again what is held, after <see cref="Finish"/>.</summary>
    public IReadOnlyList<SyncStep> Audit { get; init; } = [];

    /// <summary>Marks that hold when those are stored too.</summary>
    public IReadOnlyDictionary<string, string> AuditFinish { get; init; } = new Dictionary<string, string>();

    /// <summary>True if the audit goes on in the next run where this one ends: a quota that ends it is nothing to report.</summary>
    public bool AuditRolls { get; init; }

    public int Questions => Steps.Sum(s => s.Slices.Count) + Audit.Sum(s => s.Slices.Count);
}
