namespace AlphaKit.Backtest;

/// <summary>Where mail goes. The password is not part of it, see <see cref="Secret"/>.</summary>
public sealed record SmtpOptions
{
    /// <summary>Default of <see cref="Port"/>: submission with STARTTLS.</summary>
    public const int DefaultPort = 587;

    /// <summary>Default of <see cref="Timeout"/>.</summary>
    public static TimeSpan DefaultTimeout => TimeSpan.FromSeconds(30);

    /// <summary>The mail server.</summary>
    public required string Host { get; init => field = !string.IsNullOrWhiteSpace(value) ? value : throw new ArgumentException("Must be the name of a mail server.", nameof(Host)); }

    /// <summary>Its port.</summary>
    /// <value>1 to 65535; the default is 587.</value>
    public int Port { get; init => field = value is > 0 and <= 65535 ? value : throw new ArgumentOutOfRangeException(nameof(Port), value, "Must be a port, 1 to 65535."); } = DefaultPort;

    /// <summary>How the connection is protected.</summary>
    public SmtpSecurity Security { get; init; }

    /// <summary>Address of the sender.</summary>
    public required string From { get; init; }

    /// <summary>Addresses of the recipients; at least one.</summary>
    public required IReadOnlyList<string> To { get; init => field = value is { Count: > 0 } ? value : throw new ArgumentException("Must hold at least one address.", nameof(To)); }

    /// <summary>Name to log in with; empty for no log-in.</summary>
    public string User { get; init; } = "";

    /// <summary>Whether mail is really sent.</summary>
    public Delivery Delivery { get; init; }

    /// <summary>How long a delivery may take.</summary>
    /// <value>Positive; the default is 30 seconds.</value>
    public TimeSpan Timeout { get; init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(Timeout), value, "Must be positive."); } = DefaultTimeout;
}
