using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AlphaKit.Backtest;

namespace AlphaKit.Reports.Tests;

public sealed class ReportTests
{
    private const string Nasty = "<script>alert('x')</script><img src=x onerror=\"alert(1)\"> & ]]> 最大回撤";

    public static TheoryData<string> Kinds => ["full", "nasty", "one day", "two days", "idle year", "factor only"];

    internal static Report Full => Report.Of(SampleResult.Of(600)).With(SampleResult.Factor(300)).With(SampleResult.Model(500))
        .With(SampleResult.Brinson()).With(SampleResult.Attribution()).With(SampleResult.Evidence()).With(SampleResult.Capacity()).With(SampleResult.Correlations()).With(SampleResult.Monitor())
        .With(SampleResult.Coverage()).With(SampleResult.ImportRules()).WithNote("Remark");

    private static Report Of(string kind) => kind switch
    {
        "full" => Full,
        "nasty" => Report.Of(SampleResult.Of(60, Nasty)).With(SampleResult.Factor(60, Nasty)).WithNote(Nasty)
            .With(new Table("own", TableColumn.Text(Nasty, [Nasty]))).With(new MarketCoverage([], [], new Dictionary<string, string> { [Nasty] = Nasty }, [Nasty])),
        "one day" => Report.Of(SampleResult.Idle(1)),
        "two days" => Report.Of(SampleResult.Of(2)),
        "idle year" => Report.Of(SampleResult.Idle(250)),
        _ => Report.Of(SampleResult.Factor(60)),
    };

    private static XDocument Read(string html)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_page_is_well_formed(string kind)
    {
        string html = Of(kind).ToHtml();
        XDocument page = Read(html);
        Assert.StartsWith("<!DOCTYPE html>\n", html, StringComparison.Ordinal);

        // A browser reads "<div/>" as an open element, so only void elements and shapes may close themselves.
        string[] closed = [.. Regex.Matches(html, @"<([a-z]+)(\s[^<>]*)?/>").Select(m => m.Groups[1].Value).Distinct().Order()];
        Assert.Subset(new HashSet<string> { "meta", "path", "rect", "circle", "input" }, closed.ToHashSet());
        string[] ids = [.. page.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.Descendants().Attributes("href"), link => Assert.Contains(link.Value[1..], ids));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_page_refers_to_nothing_outside_itself(string kind)
    {
        string html = Of(kind).ToHtml();
        string[] addresses = [.. Regex.Matches(html, "https?://[^\"'\\s<>]*").Select(m => m.Value)];
        Assert.All(addresses, a => Assert.True(a is "http://www.w3.org/1999/xhtml" or "http://www.w3.org/2000/svg", a));
        XElement[] elements = [.. Read(html).Descendants()];
        Assert.DoesNotContain(elements, e => e.Name.LocalName is "link" or "iframe" or "img" or "image" or "object" or "embed" or "use" or "base");
        Assert.DoesNotContain(elements.Attributes(), a => a.Name.LocalName is "src" or "srcset" or "data" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("fetch(", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_drawing_holds_a_value_that_is_not_a_number(string kind)
    {
        XDocument page = Read(Of(kind).ToHtml());
        XElement[] shapes = [.. page.Descendants().Where(e => e.Name.NamespaceName == "http://www.w3.org/2000/svg")];
        Assert.All(shapes.Attributes(), a => Assert.DoesNotMatch("NaN|Infinity|∞", a.Value));
        Assert.All(page.Descendants().Where(e => e.Attribute("type")?.Value == "application/json"), e => Assert.DoesNotMatch("NaN|Infinity", e.Value));
        Assert.All(page.Descendants().Where(e => e.Name.LocalName is "td" or "dd" or "text" or "p"), e => Assert.DoesNotMatch("NaN|Infinity|∞", e.Value));
        Assert.All(shapes.Where(s => s.Name.LocalName == "rect"), r => Assert.DoesNotContain("-", r.Attribute("height")!.Value + r.Attribute("width")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_inputs_give_equal_bytes() => Assert.Equal(Full.ToHtml(), Full.ToHtml());

    [Fact]
    public void Names_and_notes_are_text_wherever_they_appear()
    {
        string html = Of("nasty").ToHtml();
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        XDocument page = Read(html);
        Assert.Equal(Nasty, page.Descendants().Single(e => e.Name.LocalName == "h1").Value);
        Assert.Contains(page.Descendants().Where(e => e.Name.LocalName == "li"), e => e.Value == Nasty);
        Assert.Contains(page.Descendants().Where(e => e.Name.LocalName == "td"), e => e.Value == Nasty);
    }

    [Fact]
    public void The_sections_stand_in_their_order()
    {
        string[] sections = [.. Read(Full.ToHtml()).Descendants().Where(e => e.Name.LocalName == "section").Select(e => e.Attribute("id")!.Value)];
        Assert.Equal(["growth", "drawdown", "years", "months", "rolling", "risk", "calendar", "brinson-1", "factors-1", "evidence", "capacity", "factor-1", "correlations", "model-1", "monitor-1", "costs", "trades", "unfilled", "data", "notes", "measures", "repeat"], sections);
    }

    [Fact]
    public void The_headline_shows_the_measures_of_the_result()
    {
        Performance p = SampleResult.Of(600).Performance;
        string[] figures = [.. Read(Full.ToHtml()).Descendants().First(e => e.Name.LocalName == "dl").Descendants().Where(e => e.Name.LocalName == "dd").Select(e => e.Elements().First().Value)];
        Assert.Equal(8, figures.Length);
        Assert.Equal(Show.Percent(p.AnnualisedReturn), figures[0]);
        Assert.Equal(Show.Fixed(p.Sharpe, 2), figures[2]);
        Assert.Equal(Show.Percent(p.MaxDrawdown), figures[3]);
    }

    [Fact]
    public void Simulated_data_are_declared()
    {
        const string Banner = "every price, return and name on this page was generated by a program";
        Assert.Contains(Banner, Full.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain(Banner, Report.Of(SampleResult.Idle(20)).ToHtml(), StringComparison.Ordinal);
        Assert.Contains(Banner, Report.Of(SampleResult.Idle(20)).On(DataOrigin.Simulated).ToHtml(), StringComparison.Ordinal);
        Assert.Contains(Banner, Report.Of(SampleResult.Idle(20)).WithNote("Simulated data, seed 42.").ToHtml(), StringComparison.Ordinal);
        Assert.Contains(Banner, Report.Of(SampleResult.Idle(20)).With(new MarketCoverage([], [], notes: ["Simulated market."])).ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain(Banner, Full.On(DataOrigin.Market).ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_says_why_parts_are_empty()
    {
        string html = Report.Of(SampleResult.Idle(1)).ToHtml();
        Assert.Contains("No data because a line needs at least two trading days and there is one.", html, StringComparison.Ordinal);
        Assert.Contains("No data because nothing was bought or sold.", html, StringComparison.Ordinal);
        Assert.Contains("No data because no order was given.", html, StringComparison.Ordinal);
        Assert.Contains("never fell below an earlier high", Report.Of(SampleResult.Idle(20)).ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_to_a_report_leaves_the_first_one_alone()
    {
        Report first = Report.Of(SampleResult.Idle(20));
        string before = first.ToHtml();
        Report second = first.WithNote("second").Titled("Another").With(SampleResult.Coverage()).With(SampleResult.ImportRules());
        Assert.Equal(before, first.ToHtml());
        Assert.NotEqual(before, second.ToHtml());
    }

    [Fact]
    public async Task The_file_holds_the_page_and_nothing_else()
    {
        string folder = Directory.CreateTempSubdirectory("report").FullName;
        string path = Path.Combine(folder, "report.html");
        Report report = Report.Of(SampleResult.Idle(20));
        await report.SaveAsync(path);
        Assert.Equal(new UTF8Encoding(false).GetBytes(report.ToHtml()), await File.ReadAllBytesAsync(path));
        Assert.Equal([path], Directory.GetFiles(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_stopped_save_leaves_no_file()
    {
        string folder = Directory.CreateTempSubdirectory("report").FullName;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Report.Of(SampleResult.Idle(20)).SaveAsync(Path.Combine(folder, "report.html"), new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFiles(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Report report = Report.Of(SampleResult.Idle(2));
        Assert.Throws<ArgumentException>(() => report.Titled(" "));
        Assert.Throws<ArgumentException>(() => report.WithNote(""));
        Assert.Throws<ArgumentNullException>(() => report.With((Table)null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => report.On((DataOrigin)9));
    }
}
