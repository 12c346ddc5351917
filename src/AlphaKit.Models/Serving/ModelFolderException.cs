namespace AlphaKit.Models;

/// <summary>A saved model cannot be used: a file is missing, broken or of another kind.</summary>
public sealed class ModelFolderException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public ModelFolderException(string path, string problem, Exception? innerException = null)
        : base($"The saved model '{path}' cannot be used: {problem}. Save it again with ModelFolder.Save.", innerException) => Path = path;

    /// <summary>The folder or file.</summary>
    public string Path { get; }
}
