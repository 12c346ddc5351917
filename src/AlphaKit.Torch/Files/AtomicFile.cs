namespace AlphaKit.Torch;

/// <summary>Writes a file whole or not at all: beside its place first, then moved there.</summary>
internal static class AtomicFile
{
    public static void Write(string path, Action<Stream> write)
    {
        string full = Path.GetFullPath(path), half = full + ".part";
        try
        {
            using (FileStream stream = new(half, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(half, full, overwrite: true);
        }
        catch
        {
            File.Delete(half);
            throw;
        }
    }
}
