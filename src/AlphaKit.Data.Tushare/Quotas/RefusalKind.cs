namespace AlphaKit.Data.Tushare;

/// <summary>Why the service refused.</summary>
internal enum RefusalKind
{
    /// <summary>The quota of the minute: wait.</summary>
    Minute,

    /// <summary>The quota of the hour: stop this interface.</summary>
    Hour,

    /// <summary>The quota of the day: stop this interface.</summary>
    Day,

    /// <summary>No permission: stop this interface.</summary>
    Permission,

    /// <summary>The token is refused: stop everything.</summary>
    Token,

    /// <summary>The offset is too large: ask for less at a time.</summary>
    Ceiling,

    /// <summary>The query failed: parameters, depth or a passing trouble; once more, then ask for less at a time.</summary>
    Query,

    /// <summary>Anything else.</summary>
    Other,
}
