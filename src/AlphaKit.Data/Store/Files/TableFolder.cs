namespace AlphaKit.Data;

/// <summary>
/// The files of one table, and the steps by which its state changes as a whole. A change is written beside what is there: new files under
/// the ending <c>.new</c>, then the new manifest as <c>commit.json</c>. From the moment that file has its name the change counts: the new
/// files get their names, files no longer named go, and <c>commit.json</c> becomes <c>manifest.json</c>. Whoever finds a <c>commit.json</c>
/// after a crash repeats these steps; whoever finds none drops what is not named.
/// </summary>
internal sealed class TableFolder(string path)
{
    public const string NewEnding = ".new";
    private const string Pattern = "*.parquet*";

    public string Path { get; } = path;

    public string ManifestPath => System.IO.Path.Combine(Path, "manifest.json");

    public bool HasManifest => File.Exists(ManifestPath);

    /// <summary>True if a writer is between its decision and its end, or died there.</summary>
    public bool IsUnfinished => File.Exists(CommitPath);

    private string CommitPath => System.IO.Path.Combine(Path, "commit.json");

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Makes the folder, unless it is there.</summary>
    public void Make()
    {
        if (Directory.Exists(Path)) return;
        Directory.CreateDirectory(Path);
        DurableFile.FlushFolder(System.IO.Path.GetDirectoryName(Path)!);
    }

    /// <summary>Makes a new state count. Its new files stand under their names and <see cref="NewEnding"/>, and the disk has them.</summary>
    public void Commit(TableManifest manifest, IReadOnlyCollection<string> newFiles)
    {
        // What an earlier write left when it failed must not be taken for a part of this one.
        foreach (string file in Directory.EnumerateFiles(Path, "*" + NewEnding))
        {
            if (!newFiles.Contains(System.IO.Path.GetFileNameWithoutExtension(file))) File.Delete(file);
        }

        string temporary = CommitPath + NewEnding;
        DurableFile.Write(temporary, manifest.ToBytes());
        DurableFile.FlushFolder(Path);
        File.Move(temporary, CommitPath, overwrite: true);
        DurableFile.FlushFolder(Path);
        Finish(manifest);
    }

    /// <summary>Finishes or drops what a writer that died left. Only the holder of the store's lock may call it.</summary>
    /// <returns>True if anything was changed.</returns>
    public bool Recover()
    {
        if (!Directory.Exists(Path)) return false;
        if (IsUnfinished)
        {
            Finish(TableManifest.Read(CommitPath));
            return true;
        }

        HashSet<string> named = HasManifest ? [.. TableManifest.Read(ManifestPath).Parts.Select(p => p.File)] : [];
        bool changed = false;
        foreach (string file in Directory.EnumerateFiles(Path, Pattern).Append(CommitPath + NewEnding))
        {
            if (named.Contains(System.IO.Path.GetFileName(file)) || !File.Exists(file)) continue;
            File.Delete(file);
            changed = true;
        }

        return changed;
    }

    private void Finish(TableManifest manifest)
    {
        HashSet<string> named = [.. manifest.Parts.Select(p => p.File)];
        foreach (string file in named)
        {
            string waiting = PathOf(file + NewEnding);
            if (File.Exists(waiting)) File.Move(waiting, PathOf(file), overwrite: true);
        }

        DurableFile.FlushFolder(Path);
        foreach (string file in Directory.EnumerateFiles(Path, Pattern))
        {
            if (!named.Contains(System.IO.Path.GetFileName(file))) File.Delete(file);
        }

        // Should this last name be lost with the power, commit.json still stands for it.
        File.Move(CommitPath, ManifestPath, overwrite: true);
    }
}
