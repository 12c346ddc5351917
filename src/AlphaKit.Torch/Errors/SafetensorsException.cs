namespace AlphaKit.Torch;

/// <summary>A file or stream is not the safetensors that it should be. Nothing of it was used.</summary>
public sealed class SafetensorsException : TorchException
{
    internal SafetensorsException(string source, string reason, Exception? innerException = null)
        : base($"{source}: {reason}", innerException)
    {
        SourceName = source;
        Reason = reason;
    }

    /// <summary>The file, or "stream".</summary>
    public string SourceName { get; }

    /// <summary>What is wrong, with the tensor's name where one is concerned.</summary>
    public string Reason { get; }
}
