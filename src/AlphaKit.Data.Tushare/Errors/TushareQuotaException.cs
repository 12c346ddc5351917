namespace AlphaKit.Data.Tushare;

/// <summary>An interface may not be called again until its quota begins anew.</summary>
public sealed class TushareQuotaException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="api">The interface.</param>
    /// <param name="window">Over which time the quota counts.</param>
    /// <param name="limit">Calls in that time; 0 if the service did not say.</param>
    /// <param name="retryAt">When calls are possible again.</param>
    public TushareQuotaException(string api, TushareQuotaWindow window, int limit, DateTimeOffset retryAt)
        : base(FormattableString.Invariant($"{api}: the quota of {(limit > 0 ? limit : "the")} calls per {window.ToString().ToLowerInvariant()} is used up; it begins anew at {retryAt.ToOffset(TushareReadyClock.Beijing):yyyy-MM-dd HH:mm:ss} Beijing time."))
    {
        Api = api;
        Window = window;
        Limit = limit;
        RetryAt = retryAt;
    }

    /// <summary>The interface.</summary>
    public string Api { get; }

    /// <summary>Over which time the quota counts.</summary>
    public TushareQuotaWindow Window { get; }

    /// <summary>Calls in that time; 0 if the service did not say.</summary>
    public int Limit { get; }

    /// <summary>When calls are possible again.</summary>
    public DateTimeOffset RetryAt { get; }
}
