namespace AlphaKit.Data.Tushare;

/// <summary>How to reach Tushare and how much of the account's quota to use.</summary>
public sealed record TushareOptions
{
    /// <summary>Default of <see cref="Points"/>.</summary>
    public const int DefaultPoints = 2000;

    /// <summary>Default of <see cref="QuotaShare"/>.</summary>
    public const double DefaultQuotaShare = 0.8;

    /// <summary>Default of <see cref="Attempts"/>.</summary>
    public const int DefaultAttempts = 6;

    /// <summary>Default of <see cref="MaximumReplyBytes"/>.</summary>
    public const int DefaultMaximumReplyBytes = 64 << 20;

    /// <summary>The token; null reads <see cref="TushareToken.EnvironmentVariable"/>.</summary>
    public TushareToken? Token { get; init; }

    /// <summary>Where requests go. The name of the interface is part of the body, so an address with a path works too.</summary>
    /// <value>The default is https://api.tushare.pro.</value>
    /// <exception cref="ArgumentException">The address is not absolute http or https, or carries a query or a user.</exception>
    public Uri BaseAddress
    {
        get;
        init => field = value is { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", UserInfo: "" } ? value
            : throw new ArgumentException($"Must be an absolute http or https address without query and user, not '{value}'.", nameof(BaseAddress));
    } = new("https://api.tushare.pro/");

    /// <summary>Points of the account (积分), from which the first guess of the quotas follows; what the service says counts more.</summary>
    /// <value>0 or more. The default is <see cref="DefaultPoints"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Points
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Points), value, "Must be 0 or more points.");
    } = DefaultPoints;

    /// <summary>Calls per minute and interface, in place of what follows from <see cref="Points"/>; 0 leaves that.</summary>
    /// <value>0 to 10,000. The default is 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 to 10,000.</exception>
    public int CallsPerMinute
    {
        get;
        init => field = value is >= 0 and <= 10_000 ? value : throw new ArgumentOutOfRangeException(nameof(CallsPerMinute), value, "Must be 0 to 10000 calls per minute.");
    }

    /// <summary>Share of every quota that is used; the rest is left to whatever else uses the token, on other machines.</summary>
    /// <value>Above 0, at most 1. The default is <see cref="DefaultQuotaShare"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside (0, 1].</exception>
    public double QuotaShare
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(QuotaShare), value, "Must be above 0 and at most 1.");
    } = DefaultQuotaShare;

    /// <summary>Folder in which all processes of this machine share the quotas; null takes one in the user's local application data.</summary>
    public string? QuotaFolder { get; init; }

    /// <summary>Longest time of one attempt, reply included.</summary>
    /// <value>1 second to 10 minutes. The default is 60 seconds.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 second to 10 minutes.</exception>
    public TimeSpan AttemptTimeout
    {
        get;
        init => field = value >= TimeSpan.FromSeconds(1) && value <= TimeSpan.FromMinutes(10) ? value
            : throw new ArgumentOutOfRangeException(nameof(AttemptTimeout), value, "Must be 1 second to 10 minutes.");
    } = TimeSpan.FromSeconds(60);

    /// <summary>Most attempts for one question when connections fail or replies break off.</summary>
    /// <value>1 to 20. The default is <see cref="DefaultAttempts"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 to 20.</exception>
    public int Attempts
    {
        get;
        init => field = value is >= 1 and <= 20 ? value : throw new ArgumentOutOfRangeException(nameof(Attempts), value, "Must be 1 to 20 attempts.");
    } = DefaultAttempts;

    /// <summary>Wait before the second attempt; it doubles from there, with decorrelated jitter, up to 30 times its length.</summary>
    /// <value>1 millisecond to 1 minute. The default is 1 second.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 millisecond to 1 minute.</exception>
    public TimeSpan RetryDelay
    {
        get;
        init => field = value >= TimeSpan.FromMilliseconds(1) && value <= TimeSpan.FromMinutes(1) ? value
            : throw new ArgumentOutOfRangeException(nameof(RetryDelay), value, "Must be 1 millisecond to 1 minute.");
    } = TimeSpan.FromSeconds(1);

    /// <summary>Largest reply that is accepted, unpacked.</summary>
    /// <value>1 MiB to 1 GiB. The default is <see cref="DefaultMaximumReplyBytes"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 MiB to 1 GiB.</exception>
    public int MaximumReplyBytes
    {
        get;
        init => field = value is >= 1 << 20 and <= 1 << 30 ? value : throw new ArgumentOutOfRangeException(nameof(MaximumReplyBytes), value, "Must be 1 MiB to 1 GiB.");
    } = DefaultMaximumReplyBytes;
}
