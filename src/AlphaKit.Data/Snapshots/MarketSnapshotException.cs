namespace AlphaKit.Data;

/// <summary>A snapshot cannot be read: a file of it is damaged or missing, or the folder holds something else.</summary>
public sealed class MarketSnapshotException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public MarketSnapshotException(string path, string problem, Exception? innerException = null)
        : base($"'{path}': {problem} Delete the snapshot and take it again.", innerException) => Path = path;

    /// <summary>The folder or file.</summary>
    public string Path { get; }
}
