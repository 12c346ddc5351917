using System.IO.Compression;
using System.Text;

namespace AlphaKit.Data.Tests;

/// <summary>A temporary folder of table files, under a path with Chinese characters and blanks.</summary>
internal sealed class CsvFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("alphakit 数据 ").FullName;

    public CsvFolder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public CsvFolder With(string file, byte[] bytes)
    {
        string path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public CsvFolder WithCompressed(string file, string text)
    {
        using MemoryStream memory = new();
        using (GZipStream gzip = new(memory, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return With(file, memory.ToArray());
    }

    public async Task<TableMarket> OpenAsync(TableMarketOptions? options = null) => await TushareFolder.OpenAsync(Root, options ?? new TableMarketOptions());

    public async Task<DataValidationException> FailsAsync() => await Assert.ThrowsAsync<DataValidationException>(async () => await TushareFolder.OpenAsync(Root));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
