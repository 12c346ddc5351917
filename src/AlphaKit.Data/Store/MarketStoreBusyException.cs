namespace AlphaKit.Data;

/// <summary>Another process, or another writer of this one, is writing to the store.</summary>
public sealed class MarketStoreBusyException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="folder">The store.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public MarketStoreBusyException(string folder, Exception? innerException = null)
        : base($"The store '{folder}' is being written by another process or writer; wait for it to finish.", innerException) => Folder = folder;

    /// <summary>The store.</summary>
    public string Folder { get; }
}
