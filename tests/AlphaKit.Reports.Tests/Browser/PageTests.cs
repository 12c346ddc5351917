using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AlphaKit.TestSupport;

namespace AlphaKit.Reports.Tests;

/// <summary>Reports as a reader meets them: in a real browser, without a network.</summary>
[Trait("Speed", "Slow")]
public sealed class PageTests
{
    private const string Drawn =
        "[...document.querySelectorAll('figure.chart:not(.empty)')].filter(f => !f.querySelector('svg.wide .plot').children.length || !f.querySelector('svg.wide').getBoundingClientRect().width).length";

    private const string Seen =
        "[document.body.innerText, ...[...document.querySelectorAll('svg.wide text')].map(t => t.textContent), ...[...document.querySelectorAll('[title]')].map(t => t.title)].join('\\n')";

    private const string Marks = """
        [...document.querySelectorAll('figure.chart:not(.empty)')].map((f, i) => {
          const plot = f.querySelector('svg.wide .plot');
          const points = [...plot.querySelectorAll('path.line, path.stems')].map(p => (p.getAttribute('d').match(/[ML]/g) || []).length).reduce((a, b) => a + b, 0);
          return (f.id || 'chart ' + i) + ' ' + (points + plot.querySelectorAll('rect.bar').length);
        }).join('\n')
        """;

    // The top of the page as a picture, drawn again inside the browser to count its colours: an empty page has one or two.
    private static async Task<string> TopAsync(BrowserPage page)
    {
        string picture = Convert.ToBase64String(await page.ScreenshotAsync(0, 1200));
        double colours = await page.NumberAsync($$"""
            new Promise(done => {
              const image = new Image();
              image.onload = () => {
                const canvas = document.createElement('canvas');
                canvas.width = image.width; canvas.height = image.height;
                const pen = canvas.getContext('2d');
                pen.drawImage(image, 0, 0);
                const data = pen.getImageData(0, 0, canvas.width, canvas.height).data, seen = new Map();
                for (let i = 0; i < data.length; i += 4 * 7) { const c = data[i] << 16 | data[i + 1] << 8 | data[i + 2]; seen.set(c, (seen.get(c) || 0) + 1); }
                done([...seen.values()].filter(n => n > 20).length);
              };
              image.src = 'data:image/png;base64,{{picture}}';
            })
            """);
        Assert.True(colours >= 25, $"the picture has {colours} colours that cover more than a few points");
        return picture;
    }

    /// <summary>A picture of the page; kept in the folder that the environment variable AK_SCREENSHOTS names, for people to look at.</summary>
    private static async Task KeepAsync(BrowserPage page, string name)
    {
        byte[] picture = await page.ScreenshotAsync();
        Assert.True(picture.Length > 200_000, $"the picture of {name} has {picture.Length} bytes: is the page empty?");
        if (Environment.GetEnvironmentVariable("AK_SCREENSHOTS") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), picture);
    }

    private static string Folder() => Directory.CreateTempSubdirectory("page").FullName;

    [BrowserFact]
    public async Task Every_chart_is_drawn_and_the_console_stays_silent()
    {
        string folder = Folder(), file = Path.Combine(folder, "report.html");
        await ReportTests.Full.SaveAsync(file);
        await using ChromiumProcess browser = await ChromiumProcess.StartAsync();
        await using BrowserPage page = await BrowserPage.OpenAsync(browser);
        List<string> drawn = [], pictures = [];
        foreach (string fragment in new[] { "#light", "#dark,zh", "#light,zh", "#dark,en", "#light,en" })
        {
            await page.GoAsync(file, fragment);
            Assert.True(await page.NumberAsync("document.querySelectorAll('figure.chart:not(.empty)').length") >= 25);
            Assert.Equal(0, await page.NumberAsync(Drawn));

            // Every chart by name with what is drawn in it: points of lines, stems, bars. None is empty, and neither theme nor language changes one.
            string marks = await page.TextAsync(Marks);
            Assert.DoesNotContain(" 0\n", marks + "\n", StringComparison.Ordinal);
            drawn.Add(marks);
            pictures.Add(await TopAsync(page));
            if (fragment.EndsWith("zh", StringComparison.Ordinal)) Assert.DoesNotContain((await page.TextAsync(Seen)).Split('\n'), l => PageText.IsEnglish(l) && !LanguageTests.Names.Any(l.Contains));
            Assert.Equal(0, await page.NumberAsync("document.documentElement.scrollWidth - innerWidth"));
            await KeepAsync(page, "report" + fragment.Replace('#', '-').Replace(',', '-'));
        }

        Assert.All(drawn, marks => Assert.Equal(drawn[0], marks));
        Assert.Equal(pictures.Count, pictures.Distinct(StringComparer.Ordinal).Count());

        Assert.Equal("none", await page.TextAsync("getComputedStyle(document.querySelector('h2 .zh')).display"));
        await page.GoAsync(file, "#zh");
        Assert.Equal("none", await page.TextAsync("getComputedStyle(document.querySelector('h2 .en')).display"));
        Assert.Equal("净值", await page.TextAsync("document.querySelector('nav a').innerText.trim()"));
        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
        Directory.Delete(folder, recursive: true);
    }

    [BrowserFact]
    public async Task A_page_fits_a_telephone_and_prints_on_paper()
    {
        string folder = Folder(), file = Path.Combine(folder, "report.html");
        await ReportTests.Full.SaveAsync(file);
        await using ChromiumProcess browser = await ChromiumProcess.StartAsync();
        await using BrowserPage page = await BrowserPage.OpenAsync(browser, 390, 800);
        await page.GoAsync(file);
        Assert.Equal(0, await page.NumberAsync("document.documentElement.scrollWidth - innerWidth"));
        Assert.Equal(0, await page.NumberAsync(Drawn.Replace("svg.wide", "svg.narrow", StringComparison.Ordinal)));
        byte[] pdf = await page.PrintAsync();
        Assert.Equal("%PDF", Encoding.ASCII.GetString(pdf, 0, 4));
        Assert.True(pdf.Length > 100_000, $"the printed report has {pdf.Length} bytes");
        Assert.True((await page.ScreenshotAsync(0, 1600)).Length > 20_000);
        Assert.Empty(page.Complaints);
        Directory.Delete(folder, recursive: true);
    }

    [BrowserFact]
    public async Task Choosing_dates_and_themes_redraws_the_charts()
    {
        string folder = Folder(), file = Path.Combine(folder, "report.html");
        await Report.Of(SampleResult.Of(1240)).SaveAsync(file);
        await using ChromiumProcess browser = await ChromiumProcess.StartAsync();
        await using BrowserPage page = await BrowserPage.OpenAsync(browser);
        await page.GoAsync(file, "#light");
        const string Path1 = "document.querySelector('#chart-growth svg.wide .line').getAttribute('d')";
        string whole = await page.TextAsync(Path1);
        await page.EvaluateAsync("document.querySelector('.choices button').click()");
        string year = await page.TextAsync(Path1);
        Assert.NotEqual(whole, year);
        Assert.Equal(0, await page.NumberAsync(Drawn));
        await page.EvaluateAsync("[...document.querySelectorAll('.choices button')].find(b => b.textContent === 'All').click()");
        Assert.Equal(whole, await page.TextAsync(Path1));
        string light = await page.TextAsync("getComputedStyle(document.body).backgroundColor");
        await page.EvaluateAsync("document.getElementById('theme').click()");
        Assert.NotEqual(light, await page.TextAsync("getComputedStyle(document.body).backgroundColor"));
        Assert.Empty(page.Complaints);
        Directory.Delete(folder, recursive: true);
    }

    [BrowserFact]
    public async Task Trades_can_be_searched_sorted_paged_and_saved_whole()
    {
        string folder = Folder(), file = Path.Combine(folder, "report.html");
        AlphaKit.Backtest.BacktestResult result = SampleResult.Of(600);
        await Report.Of(result).SaveAsync(file);
        await using ChromiumProcess browser = await ChromiumProcess.StartAsync();
        await using BrowserPage page = await BrowserPage.OpenAsync(browser);
        await page.GoAsync(file);
        string[] still = await Cells("td");
        await page.EvaluateAsync("document.querySelector('#trades .panel').table.draw()");
        Assert.Equal(still, await Cells("td"));   // what the script writes is what stood there without it

        string symbol = result.Trades["symbol"].Exact(40);
        int hits = Enumerable.Range(0, result.Trades.RowCount).Count(i => result.Trades["symbol"].Exact(i) == symbol);
        await Type(symbol.ToLowerInvariant());
        Assert.Equal(hits, (await Cells("td:nth-child(2)")).Length);
        Assert.All(await Cells("td:nth-child(2)"), cell => Assert.Equal(symbol, cell));
        await Type("no such thing");
        Assert.Empty(await Cells("td"));
        await Type("");

        await page.EvaluateAsync("document.querySelectorAll('#trades thead th')[3].click()");
        double[] shares = [.. (await Cells("td:nth-child(4)")).Select(c => double.Parse(c, NumberStyles.Number, CultureInfo.InvariantCulture))];
        Assert.Equal(result.Trades["shares"].Numbers.Order().Take(shares.Length), shares);
        await page.EvaluateAsync("document.querySelectorAll('#trades thead th')[3].click()");
        shares = [.. (await Cells("td:nth-child(4)")).Select(c => double.Parse(c, NumberStyles.Number, CultureInfo.InvariantCulture))];
        Assert.Equal(result.Trades["shares"].Numbers.OrderDescending().Take(shares.Length), shares);
        await page.EvaluateAsync("document.querySelector('#trades .next').click()");
        Assert.StartsWith("16–30 / 960", await page.TextAsync("document.querySelector('#trades .where').textContent"), StringComparison.Ordinal);

        await page.SendAsync("Page.setDownloadBehavior", new JsonObject { ["behavior"] = "allow", ["downloadPath"] = folder });
        await page.EvaluateAsync("document.querySelector('#trades .csv').click()");
        string saved = Path.Combine(folder, "trades.csv");
        for (int i = 0; i < 12_000 && !File.Exists(saved); i++) await page.EvaluateAsync("new Promise(r => setTimeout(r, 50))");   // renamed into place when whole
        Assert.Equal(result.Trades.ToCsv(), await File.ReadAllTextAsync(saved));
        Assert.Empty(page.Complaints);
        Directory.Delete(folder, recursive: true);

        async Task Type(string text)
        {
            await page.EvaluateAsync($"document.querySelector('#trades input').value = '{text}'; document.querySelector('#trades .panel').table.filter()");
        }

        async Task<string[]> Cells(string cell) =>
            [.. ((JsonArray)(await page.EvaluateAsync($"[...document.querySelector('#trades .data').querySelectorAll('tbody {cell}')].map(c => c.textContent)"))!).Select(c => (string)c!)];
    }

    [BrowserFact]
    [Trait("Claim", "report_opens_seconds")]
    public async Task Ten_years_of_days_open_at_once()
    {
        string folder = Folder(), file = Path.Combine(folder, "report.html");
        await Report.Of(SampleResult.Of(2430)).With(SampleResult.Factor(700)).With(SampleResult.Brinson()).With(SampleResult.Attribution()).SaveAsync(file);
        await using ChromiumProcess browser = await ChromiumProcess.StartAsync();
        await using BrowserPage page = await BrowserPage.OpenAsync(browser);
        double[] seconds = new double[3];
        for (int i = 0; i < seconds.Length; i++)
        {
            await page.GoAsync(file);
            seconds[i] = await page.NumberAsync("new Promise(r => requestAnimationFrame(() => setTimeout(() => r(performance.now() / 1000), 0)))");
        }

        Assert.Equal(0, await page.NumberAsync(Drawn));
        Assert.Empty(page.Complaints);

        // Time is only judged where claims are measured, on a machine that does nothing else.
        if (Environment.GetEnvironmentVariable("AK_CLAIMS") is { Length: > 0 }) Claim.AtMost("report_opens_seconds", seconds.Order().ElementAt(1), 2);
        Directory.Delete(folder, recursive: true);
    }
}
