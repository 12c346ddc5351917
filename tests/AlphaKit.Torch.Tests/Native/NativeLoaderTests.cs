namespace AlphaKit.Torch.Tests.NativeParts;

/// <summary>What a user sees whose library is missing or wrong; the loader is called directly, for the process keeps what it has loaded.</summary>
public sealed class NativeLoaderTests
{
    [Fact]
    public void A_missing_library_names_the_path_and_the_next_command()
    {
        TorchLibraryException missing = Assert.Throws<TorchLibraryException>(() => NativeLoader.Load("/nowhere/libak_torch.so", typeof(torch).Assembly));
        Assert.Contains("'/nowhere/libak_torch.so' does not exist", missing.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install", missing.Message, StringComparison.Ordinal);
        Assert.Contains("LIBTORCH=", missing.Message, StringComparison.Ordinal);
        Assert.Equal(["'/nowhere/libak_torch.so' does not exist"], missing.Tried);
    }

    [Fact]
    public void A_file_that_is_no_library_is_refused()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "not a library");
            TorchLibraryException broken = Assert.Throws<TorchLibraryException>(() => NativeLoader.Load(path, typeof(torch).Assembly));
            Assert.Contains(path, broken.Message, StringComparison.Ordinal);
            Assert.NotNull(broken.InnerException);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Another_library_is_refused()
    {
        string? libc = new[] { "/lib/x86_64-linux-gnu/libm.so.6", "/usr/lib64/libm.so.6" }.FirstOrDefault(File.Exists);
        if (libc is null) return;
        TorchLibraryException other = Assert.Throws<TorchLibraryException>(() => NativeLoader.Load(libc, typeof(torch).Assembly));
        Assert.Contains("is not the native part", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Asking_whether_the_library_is_here_never_throws()
    {
        bool here = torch.TryInitialize(out TorchLibraryException? reason);
        Assert.Equal(here, torch.is_available());
        Assert.Equal(here, reason is null);
    }
}
