namespace AlphaKit.Backtest;

/// <summary>A text is not the manifest of a run.</summary>
public sealed class ManifestFormatException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">What is wrong with it, as one clause.</param>
    /// <param name="inner">The error underneath, if any.</param>
    public ManifestFormatException(string reason, Exception? inner = null)
        : base($"The text is no run manifest: {reason} A manifest is what RunManifest.ToJson writes.", inner) => Reason = reason;

    /// <summary>What is wrong with it.</summary>
    public string Reason { get; }
}
