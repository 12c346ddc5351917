namespace AlphaKit;

/// <summary>Something known only later was asked for at an earlier moment.</summary>
public sealed class LookAheadException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="subject">The field, expression or score that is known too late.</param>
    /// <param name="knownAt">When it is known.</param>
    /// <param name="usedAt">When it was asked for.</param>
    public LookAheadException(string subject, Clock knownAt, Clock usedAt)
        : base($"{subject} is known at {knownAt} but was used at {usedAt}: shift it by one trading day or decide later.")
    {
        Subject = subject;
        KnownAt = knownAt;
        UsedAt = usedAt;
    }

    /// <summary>The field, expression or score that is known too late.</summary>
    public string Subject { get; }

    /// <summary>When it is known.</summary>
    public Clock KnownAt { get; }

    /// <summary>When it was asked for.</summary>
    public Clock UsedAt { get; }
}
