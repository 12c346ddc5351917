namespace AlphaKit.Data.Tushare;

/// <summary>
/// The file of one interface of one account. It is open exclusively while it is changed, which orders all processes of the machine; a process
/// that dies lets go of it by dying.
/// </summary>
internal static class QuotaFile
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(2);
    private const int Tries = 5_000;

    /// <summary>Reads, changes and writes the state as one step.</summary>
    /// <exception cref="IOException">The file stayed locked for ten seconds, or the folder cannot be written.</exception>
    public static async ValueTask<T> ChangeAsync<T>(string path, Func<QuotaState, T> change, CancellationToken cancellationToken)
    {
        FileStream file = await OpenAsync(path, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            // Small and on local disk: read and written synchronously, so that nothing lies between.
            byte[] bytes = new byte[Math.Min(file.Length, 1 << 20)];
            file.ReadExactly(bytes);
            QuotaState state = QuotaState.Read(bytes);
            T result = change(state);
            byte[] changed = state.Write();
            if (!changed.AsSpan().SequenceEqual(bytes))
            {
                file.Position = 0;
                file.Write(changed);
                file.SetLength(changed.Length);
                file.Flush();
            }

            return result;
        }
    }

    private static async ValueTask<FileStream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (DirectoryNotFoundException) when (attempt == 0)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            }
            catch (IOException) when (attempt < Tries && File.Exists(path))
            {
                // Another process holds it for a moment: real time, whatever clock the quotas run by.
                await Task.Delay(s_pause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
