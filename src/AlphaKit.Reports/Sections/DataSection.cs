namespace AlphaKit.Reports;

/// <summary>What the reader must know about the data, the assumptions and how to repeat the run.</summary>
internal static class DataSection
{
    /// <summary>The section about market data; null where nothing is known about them.</summary>
    public static Section? Of(MarketCoverage? coverage, IReadOnlyList<Table> imports)
    {
        if (coverage is null && imports.Count == 0) return null;
        return new Section("data", "Data", "数据说明", ("What the source holds, what is missing and why, and what its import left out.", "数据源包含什么，缺少什么及其原因，导入时剔除了什么。"), html =>
        {
            if (coverage is not null) Coverage(html, coverage);
            foreach (Table table in imports)
            {
                (string english, string chinese) = Terms.Of(table.Name);
                new TableView(table) { Title = english, Chinese = chinese, Rows = 25 }.WriteTo(html);
            }
        });
    }

    /// <summary>Assumptions and remarks.</summary>
    public static Section Notes(IReadOnlyList<string> notes) => new("notes", "Assumptions", "假设与说明", "", html =>
    {
        using (html.In("div", ("class", "panel")))
            Bullets(html, notes);
    });

    /// <summary>Manifests, for repeating the run.</summary>
    public static Section Manifests(IReadOnlyList<(Words Name, RunManifest Manifest)> manifests) =>
        new("repeat", "Repeat", "复现", ("Data version, code version, seed, parameters and the hash of every result table. Two runs are the same exactly when these texts are the same.", "数据版本、代码版本、随机种子、参数，以及每张结果表的哈希。两次运行相同，当且仅当这些文本相同。"), html =>
        {
            foreach ((Words name, RunManifest manifest) in manifests)
            {
                using (html.In("details"))
                {
                    html.Say("summary", new Words("Manifest: ", "清单：") + name);
                    html.Element("pre", manifest.ToJson());
                }
            }
        });

    private static void Coverage(HtmlWriter html, MarketCoverage coverage)
    {
        using (html.In("div", ("class", "panel")))
        {
            using (html.In("h3")) html.Label("Coverage", "数据覆盖");
            html.Say("p", (
                $"{Show.Count(coverage.Fields.Count)} fields and {Show.Count(coverage.Datasets.Count)} datasets can be read{(coverage.Missing.Count == 0 ? "; nothing is listed as missing." : $"; {Show.Count(coverage.Missing.Count)} are missing:")}",
                $"可读取 {Show.Count(coverage.Fields.Count)} 个字段、{Show.Count(coverage.Datasets.Count)} 个数据集{(coverage.Missing.Count == 0 ? "，没有列出缺失。" : $"，缺失 {Show.Count(coverage.Missing.Count)} 项：")}"), ("class", "note"));
            if (coverage.Missing.Count > 0)
            {
                using (html.In("div", ("class", "scroll")))
                using (html.In("table"))
                {
                    using (html.In("thead"))
                    using (html.In("tr"))
                    {
                        using (html.In("th", ("scope", "col"), ("class", "text"))) html.Label("Missing", "缺失");
                        using (html.In("th", ("scope", "col"), ("class", "text"))) html.Label("Why, and what would supply it", "原因");
                    }

                    using (html.In("tbody"))
                    {
                        foreach ((string name, string why) in coverage.Missing)
                        {
                            using (html.In("tr"))
                            {
                                using (html.In("td", ("class", "text"))) html.Element("code", name);
                                html.Say("td", Phrases.Of(why), ("class", "text wrapped"));
                            }
                        }
                    }
                }
            }

            if (coverage.Notes.Count > 0) Bullets(html, coverage.Notes);
        }

        html.Line();
    }

    internal static void Bullets(HtmlWriter html, IReadOnlyList<string> lines)
    {
        using (html.In("ul", ("class", "notes")))
        {
            foreach (string line in lines) html.Say("li", Phrases.Of(line));
        }
    }
}
