namespace AlphaKit.Data.Tushare;

/// <summary>The service could not be reached, or its replies kept breaking off, in every attempt.</summary>
public sealed class TushareConnectionException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="api">The interface.</param>
    /// <param name="attempts">How often it was tried.</param>
    /// <param name="reason">What went wrong last.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public TushareConnectionException(string api, int attempts, string reason, Exception? innerException = null)
        : base(FormattableString.Invariant($"{api}: no whole reply in {attempts} attempts; last: {reason}"), innerException)
    {
        Api = api;
        Attempts = attempts;
    }

    /// <summary>The interface.</summary>
    public string Api { get; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; }
}
