using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace AlphaKit.Data;

/// <summary>Compares files with the manifest, each once: a file that was damaged or exchanged is not read.</summary>
internal sealed class VerifiedFiles
{
    private readonly ConcurrentDictionary<(string Path, string Hash), long> _checked = [];

    /// <summary>Takes a file that this process has just written as known.</summary>
    public void Trust(string path, StoredPart part) => _checked[(path, part.Hash)] = Written(path);

    /// <exception cref="MarketStoreException">The file is missing or other than the manifest says.</exception>
    public async ValueTask CheckAsync(string path, StoredPart part, CancellationToken cancellationToken)
    {
        if (_checked.TryGetValue((path, part.Hash), out long written) && File.Exists(path) && Written(path) == written) return;
        try
        {
            FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            await using (stream.ConfigureAwait(false))
            {
                long time = Written(path);
                if (stream.Length != part.Bytes) throw Differs($"it has {stream.Length} bytes, the manifest says {part.Bytes}");
                string hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
                if (hash != part.Hash) throw Differs("its SHA-256 is not the one that the manifest says");
                _checked[(path, part.Hash)] = time;
            }
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Differs("it is not there", error);
        }

        MarketStoreException Differs(string how, Exception? cause = null) => new(
            path, $"{how}. Either another process has written to the store since it was opened (open it again), or the file is damaged (delete the table's folder and fetch it again).", cause);
    }

    private static long Written(string path) => File.GetLastWriteTimeUtc(path).Ticks;
}
