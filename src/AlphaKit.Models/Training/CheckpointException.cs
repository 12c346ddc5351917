namespace AlphaKit.Models;

/// <summary>A checkpoint cannot be used: it is broken, or belongs to another training.</summary>
public sealed class CheckpointException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public CheckpointException(string path, string problem, Exception? innerException = null)
        : base($"The checkpoint '{path}' cannot be used: {problem}. Delete it to train from the start.", innerException) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }
}
