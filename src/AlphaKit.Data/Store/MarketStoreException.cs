namespace AlphaKit.Data;

/// <summary>A store cannot be used: a file of it is damaged or missing, or the folder holds something else.</summary>
public sealed class MarketStoreException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="problem">What is wrong with it, and what to do.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public MarketStoreException(string path, string problem, Exception? innerException = null)
        : base($"'{path}': {problem}", innerException) => Path = path;

    /// <summary>The folder or file.</summary>
    public string Path { get; }
}
