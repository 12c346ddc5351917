namespace AlphaKit.Torch;

/// <summary>
/// Root of every failure that this package reports. The package stands on nothing of AlphaKit, so its failures have a root of their own; wrong
/// arguments that are seen before libtorch is called are <see cref="ArgumentException"/>s.
/// </summary>
public abstract class TorchException : Exception
{
    private protected TorchException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
