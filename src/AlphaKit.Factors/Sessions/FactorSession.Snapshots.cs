using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AlphaKit.Factors;

/// <content>Saving a session and taking it up again.</content>
public sealed partial class FactorSession
{
    private const int SnapshotFormat = 1;
    private const int HashBytes = 32;
    private static ReadOnlySpan<byte> Mark => "AKFSNAP\n"u8;

    /// <summary>
    /// Saves all that the session keeps, so that <see cref="RestoreAsync"/> goes on with the same bits – in another process, with other threads,
    /// or on another machine whose processor has the same arithmetic. The file appears whole or not at all.
    /// </summary>
    /// <param name="path">The file; replaced if it is there.</param>
    /// <param name="cancellationToken">Stops the writing; then nothing is left behind.</param>
    /// <exception cref="FactorSnapshotException">The session keeps more than 2 GiB.</exception>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        RequireReady();
        byte[] bytes = Snapshot(path);
        string temporary = path + ".tmp";
        try
        {
            await File.WriteAllBytesAsync(temporary, bytes, cancellationToken).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Takes up a session that was saved.</summary>
    /// <param name="path">The file.</param>
    /// <param name="factors">The set that was computed: the same names, expressions and steps in the same order. An operator of one's own is recognised by its name.</param>
    /// <param name="options">How to compute; changes the time it takes, never the result.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FactorSnapshotException">The file is no snapshot, damaged, of another engine or of other factors.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static async Task<FactorSession> RestoreAsync(
        string path, FactorSet factors, EngineOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(factors);
        RequireFactors(factors);
        byte[] bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        return Restore(path, bytes, factors, options ?? EngineOptions.Default, LiveShape, RowsAtOnce);
    }

    internal static FactorSession Restore(string path, byte[] bytes, FactorSet factors, EngineOptions options, Shape shape, int rows)
    {
        if (bytes.Length < Mark.Length + HashBytes || !bytes.AsSpan(0, Mark.Length).SequenceEqual(Mark))
            throw new FactorSnapshotException(path, SnapshotFault.NoSnapshot, "it does not begin as one");
        int end = bytes.Length - HashBytes;
        if (!SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end)))
            throw new FactorSnapshotException(path, SnapshotFault.Damaged, "its content does not have the hash at its end; save it again");
        using BinaryReader reader = new(new MemoryStream(bytes, Mark.Length, end - Mark.Length));
        if (reader.ReadInt32() is int format && format != SnapshotFormat)
            throw new FactorSnapshotException(path, SnapshotFault.OtherEngine, $"its format is {format}, this is {SnapshotFormat}; open the session over the history");
        if (reader.ReadString() is string version && version != FactorEngine.Version)
            throw new FactorSnapshotException(path, SnapshotFault.OtherEngine, $"engine {version} made it, this is {FactorEngine.Version}; open the session over the history");
        if (reader.ReadString() != Identity(factors))
            throw new FactorSnapshotException(path, SnapshotFault.OtherFactors, "it is of other factors or steps than those given");
        DateOnly lastDay = DateOnly.FromDayNumber(reader.ReadInt32());
        int days = reader.ReadInt32();
        Symbol[] symbols = new Symbol[reader.ReadInt32()];
        for (int i = 0; i < symbols.Length; i++) symbols[i] = Symbol.Parse(reader.ReadString());
        FactorSession session = new(factors, symbols, lastDay, options, shape, rows);
        int at = Mark.Length + (int)reader.BaseStream.Position;
        try
        {
            long needed = session._run.KeptBytes;
            if (needed != end - at) throw new FactorSnapshotException(path, SnapshotFault.OtherEngine, $"it keeps {end - at} bytes where this engine keeps {needed}; open the session over the history");
            float[] narrow = new float[symbols.Length];
            session._run.Resume(days, (row, isState) =>
            {
                if (isState)
                {
                    bytes.AsSpan(at, sizeof(double) * row.Length).CopyTo(MemoryMarshal.AsBytes(row.AsSpan()));
                    at += sizeof(double) * row.Length;
                    return;
                }

                bytes.AsSpan(at, sizeof(float) * row.Length).CopyTo(MemoryMarshal.AsBytes(narrow.AsSpan()));
                for (int i = 0; i < row.Length; i++) row[i] = narrow[i];
                at += sizeof(float) * row.Length;
            });
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    internal byte[] Snapshot(string path)
    {
        MemoryStream head = new();
        using (BinaryWriter writer = new(head, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Mark);
            writer.Write(SnapshotFormat);
            writer.Write(FactorEngine.Version);
            writer.Write(Identity(Factors));
            writer.Write(LastDay.DayNumber);
            writer.Write(Days);
            writer.Write(_symbols.Length);
            foreach (Symbol symbol in _symbols) writer.Write(symbol.ToString());
        }

        long length = head.Length + _run.KeptBytes + HashBytes;
        if (length > Array.MaxLength) throw new FactorSnapshotException(path, SnapshotFault.TooLarge, $"it would have {length} bytes; split the factors over several sessions");
        byte[] bytes = new byte[length];
        head.GetBuffer().AsSpan(0, (int)head.Length).CopyTo(bytes);
        int at = (int)head.Length;
        float[] narrow = new float[_symbols.Length];
        _run.Show((row, isState) =>
        {
            if (!isState)
            {
                for (int i = 0; i < row.Length; i++) narrow[i] = (float)row[i];
            }

            ReadOnlySpan<byte> from = isState ? MemoryMarshal.AsBytes(row.AsSpan()) : MemoryMarshal.AsBytes(narrow.AsSpan());
            from.CopyTo(bytes.AsSpan(at));
            at += from.Length;
        });
        SHA256.HashData(bytes.AsSpan(0, at), bytes.AsSpan(at));
        return bytes;
    }

    /// <summary>A hash of what a set says: names, expressions and steps, in order.</summary>
    private static string Identity(FactorSet factors)
    {
        string[] digests = FactorDigest.Of(factors.Select(f => f.Expression));
        return ContentHash.Of(string.Join('\n', factors.Select((f, k) => $"{f.Name} {digests[k]}").Concat(factors.Steps.Select(s => "then " + s.Name))));
    }
}
