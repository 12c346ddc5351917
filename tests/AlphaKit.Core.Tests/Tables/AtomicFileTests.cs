namespace AlphaKit.Core.Tests.Tables;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alphakit").FullName;

    [Fact]
    public async Task A_file_is_replaced_whole()
    {
        string path = Path.Combine(_folder, "a.txt");
        await AtomicFile.WriteAsync(path, "first, and rather long");
        await AtomicFile.WriteAsync(path, "second");
        Assert.Equal("second", await File.ReadAllTextAsync(path));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_cancelled_write_leaves_nothing_new_and_the_old_file_whole()
    {
        string path = Path.Combine(_folder, "a.txt");
        await AtomicFile.WriteAsync(path, "old");
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AtomicFile.WriteAsync(path, "new", stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AtomicFile.WriteAsync(Path.Combine(_folder, "b.txt"), "new", stop.Token));
        Assert.Equal([path], Directory.GetFiles(_folder));
        Assert.Equal("old", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_write_that_fails_at_the_end_cleans_up()
    {
        string path = Path.Combine(_folder, "taken");
        Directory.CreateDirectory(path);
        await Assert.ThrowsAnyAsync<Exception>(() => AtomicFile.WriteAsync(path, "new"));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
