using System.Globalization;
using AlphaKit.Backtest;
using AlphaKit.Models;

namespace AlphaKit.Reports;

public sealed partial record Report
{
    /// <summary>Puts the parts in their order.</summary>
    private Page ToPage()
    {
        List<Section> sections = [];
        if (Result is { } result) sections.AddRange([.. PerformanceSection.Of(result), .. RiskSection.Of(result)]);
        if (Exposures is not null) sections.Add(ExposureSection.Of(Exposures));
        BrinsonAttribution[] brinsons = [.. Exposures?.Brinson is { } byIndustry ? [byIndustry] : Array.Empty<BrinsonAttribution>(), .. Brinsons];
        FactorAttribution[] attributions = [.. Exposures is { Attribution: { } byFactor } ? [byFactor] : Array.Empty<FactorAttribution>(), .. Attributions];
        for (int i = 0; i < brinsons.Length; i++) sections.Add(AttributionSection.Of(brinsons[i], i + 1));
        for (int i = 0; i < attributions.Length; i++) sections.Add(AttributionSection.Of(attributions[i], i + 1));
        if (Evidence is not null) sections.Add(AttributionSection.Of(Evidence));
        if (Capacity is not null) sections.Add(AttributionSection.Of(Capacity));
        for (int i = 0; i < Factors.Length; i++) sections.Add(FactorSection.Of(Factors[i], i + 1));
        if (Correlations is { } matrix) sections.Add(new Section("correlations", "Correlations", "因子相关性", "", html => CorrelationHeatMap.Write(html, matrix)));
        for (int i = 0; i < Models.Length; i++) sections.Add(ModelSection.Of(Models[i], i + 1));
        for (int i = 0; i < Monitors.Length; i++) sections.Add(MonitorSection.Of(Monitors[i], i + 1));
        if (Result is { } traded) sections.AddRange(TradingSection.Of(traded));
        Table[] imports = [.. Tables.Where(t => t.Name.StartsWith("import_", StringComparison.Ordinal))];
        Table[] others = [.. Tables.Where(t => !t.Name.StartsWith("import_", StringComparison.Ordinal))];
        for (int i = 0; i < others.Length; i++) sections.Add(Other(others[i], i + 1));
        if (DataSection.Of(Coverage, imports) is { } data) sections.Add(data);
        string[] notes = [.. Notes, .. Result?.Notes ?? []];
        if (notes.Length > 0) sections.Add(DataSection.Notes(notes));
        if (Result is { } measured)
            sections.Add(new Section("measures", "Measures", "指标与公式", ("Every figure of this page with its formula; metrics.csv (Table.SaveCsvAsync) holds the exact values.", "本页每个数字及其公式；精确值见 metrics.csv(Table.SaveCsvAsync)。"), html => new TableView(measured.Metrics) { Rows = 80, Columns = ["metric", "shown", "formula"] }.WriteTo(html)));
        (Words, RunManifest)[] manifests = [.. Manifests()];
        if (manifests.Length > 0) sections.Add(DataSection.Manifests(manifests));
        string title = Title ?? Result?.Name ?? (Factors.Length > 0 ? Factors[0].Name : Monitors.Length > 0 ? Monitors[0].Name : "Report");
        return new Page(title, [.. Facts()], sections)
        {
            Cards = Result is null ? [] : HeadlineSection.Of(Result.Performance),
            Origin = Origin ?? (Manifests().Select(m => m.Manifest.DataVersion).Concat(notes).Concat(Coverage?.Notes ?? []).Any(SaysSimulated) ? DataOrigin.Simulated : DataOrigin.Market),
        };
    }

    private IEnumerable<(Words Name, RunManifest Manifest)> Manifests()
    {
        if (Result is not null) yield return (("backtest", "回测"), Result.Manifest);
        foreach (WalkForwardResult model in Models) yield return (($"model {model.Spec.Name}", $"模型 {model.Spec.Name}"), model.Manifest);
    }

    private IEnumerable<(string Label, string Chinese, Words Value)> Facts()
    {
        if (Result is { } result)
        {
            yield return ("Period", "回测区间", $"{Show.Day(result.Calendar.First)} – {Show.Day(result.Calendar.Last)}");
            yield return ("Trading days", "交易日", Show.Count(result.Calendar.Count));
            yield return ("Benchmark", "基准", Phrases.Of(result.Performance.Benchmark));
            yield return ("Data version", "数据版本", Short(result.Manifest.DataVersion));
        }
        else if (Factors.Length == 0 && Monitors.Length > 0)
        {
            yield return ("Period", "区间", $"{Show.Day(Monitors[0].Calendar.First)} – {Show.Day(Monitors[0].Calendar.Last)}");
        }
        else if (Factors.Length > 0 && Factors[0].Ic.RowCount > 0)
        {
            IReadOnlyList<DateOnly> dates = Factors[0].Ic["date"].Dates;
            yield return ("Period", "区间", $"{Show.Day(dates[0])} – {Show.Day(dates[^1])}");
            yield return ("Label", "标签", Factors[0].LabelName);
        }
    }

    private static bool SaysSimulated(string text) => text.StartsWith("simulated", StringComparison.OrdinalIgnoreCase);

    private static Section Other(Table table, int number)
    {
        (string english, string chinese) = Terms.Of(table.Name);
        return new Section(string.Create(CultureInfo.InvariantCulture, $"table-{number}"), english, chinese, "", html => new SearchTable(new TableView(table) { Rows = 25 }).WriteTo(html));
    }

    /// <summary>A version that fits a header line: long hashes by their first twelve digits; the manifest holds them whole.</summary>
    private static string Short(string version) => version.Length <= 24 ? version : version[..Math.Max(12, version.IndexOf(':', StringComparison.Ordinal) + 13)] + "…";
}
