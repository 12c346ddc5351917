namespace AlphaKit.Factors;

/// <summary>A snapshot of a <see cref="FactorSession"/> cannot be used, or not be made.</summary>
public sealed class FactorSnapshotException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fault">What is wrong with it.</param>
    /// <param name="reason">The same in words and what to do, as one clause.</param>
    public FactorSnapshotException(string path, SnapshotFault fault, string reason)
        : base($"The factor session '{path}' cannot be used: {reason}.")
    {
        Path = path;
        Fault = fault;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What is wrong with it.</summary>
    public SnapshotFault Fault { get; }
}
