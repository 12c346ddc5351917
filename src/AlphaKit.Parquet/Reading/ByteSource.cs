using Microsoft.Win32.SafeHandles;

namespace AlphaKit.Parquet;

/// <summary>Random access to the bytes of a file; safe for concurrent reads.</summary>
internal abstract class ByteSource : IDisposable
{
    public abstract long Length { get; }

    /// <summary>Fills <paramref name="destination"/> from <paramref name="offset"/> on.</summary>
    /// <exception cref="InvalidDataException">The file ends before.</exception>
    public abstract ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken);

    public abstract void Dispose();

    protected static InvalidDataException Ended(long offset) => new($"The file ends at byte {offset}, before what it declares.");
}

/// <summary>A file on disk, read by position.</summary>
internal sealed class FileSource(SafeFileHandle handle) : ByteSource
{
    public override long Length { get; } = RandomAccess.GetLength(handle);

    public override async ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken)
    {
        while (!destination.IsEmpty)
        {
            int read = await RandomAccess.ReadAsync(handle, destination, offset, cancellationToken).ConfigureAwait(false);
            if (read == 0) throw Ended(offset);
            offset += read;
            destination = destination[read..];
        }
    }

    public override void Dispose() => handle.Dispose();
}

/// <summary>A caller's seekable stream; reads take turns, the stream stays open.</summary>
internal sealed class StreamSource(Stream stream) : ByteSource
{
    private readonly SemaphoreSlim _turn = new(1);

    public override long Length { get; } = stream.Length;

    public override async ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            stream.Position = offset;
            int read = await stream.ReadAtLeastAsync(destination, destination.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (read < destination.Length) throw Ended(offset + read);
        }
        finally
        {
            _turn.Release();
        }
    }

    public override void Dispose() => _turn.Dispose();
}
