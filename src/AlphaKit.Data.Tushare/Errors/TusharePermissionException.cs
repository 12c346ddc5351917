namespace AlphaKit.Data.Tushare;

/// <summary>The account may not use an interface: it needs more points or a separate purchase.</summary>
public sealed class TusharePermissionException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="api">The interface.</param>
    /// <param name="points">Points that it needs by the table; 0 if it is sold separately or not known.</param>
    /// <param name="serverMessage">What the service answered.</param>
    public TusharePermissionException(string api, int points, string serverMessage)
        : base($"{api}: the account has no permission{(points > 0 ? FormattableString.Invariant($" (the table says {points} points)") : "")}. The service says: {serverMessage}")
    {
        Api = api;
        Points = points;
        ServerMessage = serverMessage;
    }

    /// <summary>The interface.</summary>
    public string Api { get; }

    /// <summary>Points that it needs by the table; 0 if it is sold separately or not known.</summary>
    public int Points { get; }

    /// <summary>What the service answered.</summary>
    public string ServerMessage { get; }
}
