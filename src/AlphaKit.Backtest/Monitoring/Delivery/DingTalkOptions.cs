namespace AlphaKit.Backtest;

/// <summary>Where messages to a DingTalk group 钉钉群机器人 go. Access token and signing key are not part of it, see <see cref="Secret"/>.</summary>
public sealed record DingTalkOptions
{
    /// <summary>Default of <see cref="Address"/>: a group's custom robot.</summary>
    public static Uri DefaultAddress { get; } = new("https://oapi.dingtalk.com/robot/send");

    /// <summary>Default of <see cref="Timeout"/>.</summary>
    public static TimeSpan DefaultTimeout => TimeSpan.FromSeconds(15);

    /// <summary>Address of the robot, without access token.</summary>
    /// <value>https, or http on this machine.</value>
    public Uri Address
    {
        get;
        init => field = value is { IsAbsoluteUri: true } && value.Query.Length == 0 && (value.Scheme == Uri.UriSchemeHttps || (value.Scheme == Uri.UriSchemeHttp && value.IsLoopback))
            ? value
            : throw new ArgumentException("Must be an https address without a query: the access token is a Secret.", nameof(Address));
    } = DefaultAddress;

    /// <summary>Whether messages are really sent.</summary>
    public Delivery Delivery { get; init; }

    /// <summary>How long a delivery may take.</summary>
    /// <value>Positive; the default is 15 seconds.</value>
    public TimeSpan Timeout { get; init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(Timeout), value, "Must be positive."); } = DefaultTimeout;
}
