namespace AlphaKit.Data.Tushare;

/// <summary>A reply is not what the protocol or the table of interfaces says: not JSON, a row too short, a number that is none, a key column that is missing.</summary>
public sealed class TushareReplyException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="api">The interface.</param>
    /// <param name="detail">What is wrong, and where.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public TushareReplyException(string api, string detail, Exception? innerException = null)
        : base($"{api}: {detail}", innerException)
    {
        Api = api;
        Detail = detail;
    }

    /// <summary>The interface.</summary>
    public string Api { get; }

    /// <summary>What is wrong, and where.</summary>
    public string Detail { get; }
}
