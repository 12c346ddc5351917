using System.Globalization;
using System.Text;
using AlphaKit.TestSupport;

namespace AlphaKit.Data.Tushare.Tests.Endpoints;

/// <summary>The list of interfaces in docs/tushare.md is written from the table of interfaces.</summary>
public sealed class DocumentTests
{
    private const string Begin = "<!-- interfaces: written by DocumentTests, AK_UPDATE_DOCS=1 -->\n", End = "<!-- end of interfaces -->";

    [Fact]
    public void The_document_lists_the_interfaces_as_the_table_has_them()
    {
        string path = Path.Combine(SharedData.RepositoryRoot, "docs", "tushare.md"), text = File.ReadAllText(path).ReplaceLineEndings("\n");
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end >= begin, "the marks are missing");
        string written = Write();
        if (Environment.GetEnvironmentVariable("AK_UPDATE_DOCS") == "1") File.WriteAllText(path, text[..begin] + written + text[end..]);
        else Assert.Equal(written, text[begin..end]);
    }

    private static string Write()
    {
        StringBuilder text = new("| interface | rows | key | asked by | cap | points | complete from |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (TushareEndpoint e in TushareEndpoints.All)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {e.Name} | {e.Meaning} | {string.Join(", ", e.Key.Select(k => k.Name))} | {AskedBy(e)} | {e.Cap}{(e.CapIsDocumented ? "" : "?")} | {(e.Points == 0 ? "sold apart" : e.Points)} | {e.Ready} |\n");
        }

        return text.ToString();
    }

    private static string AskedBy(TushareEndpoint e)
    {
        string text = e.Slicing.Rule switch
        {
            TushareSliceRule.Whole => "whole",
            TushareSliceRule.Day => "trading day",
            TushareSliceRule.Range => $"{e.Slicing.SpanDays} days",
            TushareSliceRule.Stock => e.MarketWideName is null ? "share" : $"share, or period ({e.MarketWideName})",
            TushareSliceRule.Index => "index",
            _ => "quarter",
        };
        return text + string.Concat(e.Slicing.Variants.Select(v => $" × {v.Key}"));
    }
}
