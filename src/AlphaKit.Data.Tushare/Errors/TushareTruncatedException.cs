namespace AlphaKit.Data.Tushare;

/// <summary>A question has more rows than the service hands out, and cannot be cut any smaller. Nothing of it is taken as complete.</summary>
public sealed class TushareTruncatedException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="api">The interface.</param>
    /// <param name="parameters">What was asked.</param>
    /// <param name="rows">Rows that came.</param>
    /// <param name="reason">What stopped the paging.</param>
    public TushareTruncatedException(string api, string parameters, long rows, string reason)
        : base(FormattableString.Invariant($"{api}({parameters}): {rows} rows came and there may be more: {reason}. Ask for less at a time: one day, one code, a shorter span."))
    {
        Api = api;
        Parameters = parameters;
        Rows = rows;
    }

    /// <summary>The interface.</summary>
    public string Api { get; }

    /// <summary>What was asked.</summary>
    public string Parameters { get; }

    /// <summary>Rows that came.</summary>
    public long Rows { get; }
}
