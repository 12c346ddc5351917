using System.Text.Json;

namespace AlphaKit.Torch;

/// <summary>
/// The safetensors format (a length, a JSON header, raw bytes): weights exchanged with Python without pickle, read and written here without
/// libtorch. Every number of a file is checked before memory is taken for it. Thread-safe once read.
/// </summary>
public sealed class SafetensorsFile
{
    private readonly Dictionary<string, SafetensorsEntry> _byName;

    private SafetensorsFile(IReadOnlyList<SafetensorsEntry> entries, IReadOnlyDictionary<string, string> metadata)
    {
        Entries = entries;
        Metadata = metadata;
        _byName = entries.ToDictionary(e => e.Name, StringComparer.Ordinal);
    }

    /// <summary>The tensors in the order of their bytes.</summary>
    public IReadOnlyList<SafetensorsEntry> Entries { get; }

    /// <summary>The texts that the writer put beside the tensors.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The tensor of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public SafetensorsEntry this[string name] =>
        _byName.TryGetValue(name, out SafetensorsEntry? entry) ? entry : throw new KeyNotFoundException($"There is no tensor '{name}'; there are {string.Join(", ", _byName.Keys.Take(12))}.");

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; any name that the system allows.</param>
    /// <exception cref="SafetensorsException">The file is not sound.</exception>
    public static SafetensorsFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read(stream, path);
    }

    /// <summary>Reads a stream from its position to its end.</summary>
    /// <param name="stream">A stream that knows its length.</param>
    /// <exception cref="SafetensorsException">The content is not sound.</exception>
    public static SafetensorsFile Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek) throw new ArgumentException("The stream must know its length; copy it to memory first.", nameof(stream));
        return Read(stream, "stream");
    }

    /// <summary>Writes tensors to a file; the file appears whole or not at all.</summary>
    /// <param name="path">The file; an old one is replaced.</param>
    /// <param name="tensors">Tensors by name, of any device; a tensor that requires gradients is written without them.</param>
    /// <param name="metadata">Texts to go along.</param>
    public static void Write(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors, IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => Write(stream, tensors, metadata));
    }

    /// <summary>Writes tensors to a stream.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="tensors">Tensors by name, of any device.</param>
    /// <param name="metadata">Texts to go along.</param>
    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, Tensor>> tensors, IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable guard = torch.no_grad();
        SafetensorsWriter.Write(stream, [.. tensors.Select(p => SafetensorsWriter.Plan(p.Key, p.Value))], metadata ?? []);
    }

    /// <summary>All tensors, as tensors of libtorch on the processor, by name.</summary>
    public Dictionary<string, Tensor> ToTensors() => Entries.ToDictionary(e => e.Name, e => e.ToTensor(), StringComparer.Ordinal);

    private static SafetensorsFile Read(Stream stream, string source)
    {
        try
        {
            (IReadOnlyList<SafetensorsEntry> entries, IReadOnlyDictionary<string, string> metadata) = SafetensorsReader.Read(stream, source);
            return new SafetensorsFile(entries, metadata);
        }
        catch (JsonException broken)
        {
            throw new SafetensorsException(source, $"the header is not JSON: {broken.Message}", broken);
        }
        catch (InvalidOperationException broken)
        {
            // Names that are no sound UTF-8, or hold half a surrogate pair, only show when they are read.
            throw new SafetensorsException(source, "the header holds what is not sound text", broken);
        }
        catch (EndOfStreamException broken)
        {
            throw new SafetensorsException(source, "it ends early", broken);
        }
    }
}
