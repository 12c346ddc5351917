namespace AlphaKit.Backtest;

/// <summary>A message could not be delivered. Neither message nor properties hold a secret.</summary>
public sealed class DeliveryException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="sink">Where the message should have gone.</param>
    /// <param name="reason">Why it did not, as told by the other side.</param>
    /// <param name="inner">What was thrown, if it cannot hold a secret.</param>
    public DeliveryException(string sink, string reason, Exception? inner = null)
        : base($"The message to {sink} was not delivered: {reason}", inner)
    {
        Sink = sink;
        Reason = reason;
    }

    /// <summary>Where the message should have gone.</summary>
    public string Sink { get; }

    /// <summary>Why it did not, as told by the other side.</summary>
    public string Reason { get; }
}
