using System.Text;

namespace AlphaKit;

/// <summary>Writes files that appear whole or not at all: a temporary neighbour, then a rename.</summary>
public static class AtomicFile
{
    /// <summary>Writes text as UTF-8 without byte-order mark.</summary>
    /// <param name="path">The file; replaced if it is there.</param>
    /// <param name="text">The content.</param>
    /// <param name="cancellationToken">Stops the writing; then nothing is left behind.</param>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(text);
        string temporary = path + ".tmp";
        try
        {
            await File.WriteAllTextAsync(temporary, text, new UTF8Encoding(false), cancellationToken).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
