namespace AlphaKit.Torch;

/// <summary>The native part (libak_torch.so) or the libtorch beneath it could not be loaded. Says what was tried and what to do.</summary>
public sealed class TorchLibraryException : TorchException
{
    internal TorchLibraryException(string reason, IReadOnlyList<string> tried, Exception? innerException = null)
        : base($"{reason} Tried: {string.Join("; ", tried)}. {Remedy}", innerException)
    {
        Reason = reason;
        Tried = tried;
    }

    /// <summary>The next command to type.</summary>
    public const string Remedy =
        "On Debian: apt-get install g++ cmake libtorch-dev libopenblas0-pthread, then build AlphaKit.Torch again. With a PyTorch or libtorch of your own: " +
        "LIBTORCH=/folder/with/include/and/lib dotnet build. A library built elsewhere: set ALPHAKIT_TORCH_LIBRARY to its path (docs/torch.md).";

    /// <summary>What went wrong, in one sentence.</summary>
    public string Reason { get; }

    /// <summary>The places that were tried, each with what was found there.</summary>
    public IReadOnlyList<string> Tried { get; }
}
