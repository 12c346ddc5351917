namespace AlphaKit.Models;

/// <summary>Published weights or their configuration do not describe the network that is built here.</summary>
public sealed class BertWeightsException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="file">The file, or what was read.</param>
    /// <param name="reason">What is wrong with it.</param>
    /// <param name="inner">What made it show; may be null.</param>
    public BertWeightsException(string file, string reason, Exception? inner = null)
        : base($"{file}: {reason}. The weights and their configuration must be of one BERT.", inner)
    {
        File = file;
        Reason = reason;
    }

    /// <summary>The file, or what was read.</summary>
    public string File { get; }

    /// <summary>What is wrong with it.</summary>
    public string Reason { get; }
}
