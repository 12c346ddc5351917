namespace AlphaKit.Data;

/// <summary>The right to write: a file that one process at a time holds open. The system lets go of it when the process ends, however it ends.</summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream _file;

    private StoreLock(FileStream file) => _file = file;

    /// <summary>How long to wait between two attempts.</summary>
    public static TimeSpan Step { get; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes the lock; null if another holds it.</summary>
    public static StoreLock? TryTake(string folder, out IOException? reason)
    {
        reason = null;
        try
        {
            return new StoreLock(new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
        }
        catch (IOException error) when (error is not (DirectoryNotFoundException or FileNotFoundException))
        {
            reason = error;
            return null;
        }
    }

    /// <summary>Takes the lock, waiting a while for another to let go.</summary>
    public static async Task<StoreLock> TakeAsync(string folder, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        for (TimeSpan waited = TimeSpan.Zero; ; waited += Step)
        {
            if (TryTake(folder, out IOException? reason) is { } taken) return taken;
            if (waited >= patience) throw new MarketStoreBusyException(folder, reason);
            await Task.Delay(Step, time, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _file.Dispose();
}
