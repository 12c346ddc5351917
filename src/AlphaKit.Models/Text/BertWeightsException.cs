namespace AlphaKit.Models;

/// <summary>Published weights or their configuration do not describe the network that is built here.</summary>
public sealed class BertWeightsException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="inner">What made it show; may be null.</param>
    public BertWeightsException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
