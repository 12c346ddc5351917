namespace AlphaKit.Backtest;

/// <summary>How a mail connection is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>STARTTLS, usually on port 587: the connection is encrypted before anything is told.</summary>
    StartTls = 0,

    /// <summary>Nothing; for a relay on the same machine. A password is refused.</summary>
    None = 1,
}
