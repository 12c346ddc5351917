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
    public void A_library_with_another_interface_or_without_what_it_needs_is_refused()
    {
        string folder = Directory.CreateTempSubdirectory("alphakit-native").FullName;
        try
        {
            string old = Path.Combine(folder, "libold.so"), needy = Path.Combine(folder, "libneedy.so"), gone = Path.Combine(folder, "libgone.so");
            if (!Compile("int ak_abi(void) { return 99; }", old) || !Compile("int libtorch(void) { return 1; }", gone)) return; // no C compiler here
            TorchLibraryException other = Assert.Throws<TorchLibraryException>(() => NativeLoader.Load(old, typeof(torch).Assembly));
            Assert.Contains("interface 99", other.Message, StringComparison.Ordinal);
            Assert.Contains("build both from the same sources", other.Message, StringComparison.Ordinal);

            Assert.True(Compile("int libtorch(void); int ak_abi(void) { return libtorch(); }", needy, gone));
            File.Delete(gone);
            TorchLibraryException version = Assert.Throws<TorchLibraryException>(() => NativeLoader.Load(needy, typeof(torch).Assembly));
            Assert.Contains("missing or of another version", version.Message, StringComparison.Ordinal);
            Assert.Contains("libgone.so", version.InnerException!.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Compile(string code, string library, string? needs = null)
    {
        string source = Path.ChangeExtension(library, ".c");
        File.WriteAllText(source, code);
        string[] arguments = ["-shared", "-fPIC", "-o", library, source, .. needs is null ? Array.Empty<string>() : [needs]];
        try
        {
            using System.Diagnostics.Process? process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("cc", arguments) { RedirectStandardError = true });
            process!.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    [Fact]
    public void Asking_whether_the_library_is_here_never_throws()
    {
        bool here = torch.TryInitialize(out TorchLibraryException? reason);
        Assert.Equal(here, torch.is_available());
        Assert.Equal(here, reason is null);
    }
}
