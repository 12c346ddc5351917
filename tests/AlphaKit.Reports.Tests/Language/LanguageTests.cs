using System.Text.RegularExpressions;
using AlphaKit.Backtest;
using AlphaKit.Data;
using AlphaKit.Data.Simulation;
using AlphaKit.Factors;
using AlphaKit.Models;
using AlphaKit.TestSupport;

namespace AlphaKit.Reports.Tests;

public sealed class LanguageTests
{
    /// <summary>Names that are not translated.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["Bailey", "López", "Prado", "Brinson", "Fachler", "ForwardReturn(", "Capped long-only"];

    private static void IsWholly(string html)
    {
        string[] english = [.. PageText.In("zh", html).Where(t => PageText.IsEnglish(t) && !Names.Any(t.Contains)).Distinct()];
        Assert.True(english.Length == 0, "A page read in Chinese holds English:\n" + string.Join('\n', english.Take(40)));
        string[] chinese = [.. PageText.In("en", html).Where(t => PageText.IsChinese(t) && t != "EN 中").Distinct()];
        Assert.True(chinese.Length == 0, "A page read in English holds Chinese:\n" + string.Join('\n', chinese.Take(40)));
    }

    [Fact]
    public void A_page_holds_one_language_at_a_time() => IsWholly(ReportTests.Full.ToHtml());

    [Fact]
    public void So_does_a_page_without_data()
    {
        IsWholly(Report.Of(SampleResult.Idle(1)).ToHtml());
        IsWholly(Report.Of(SampleResult.Idle(20)).ToHtml());
        IsWholly(Report.Of(SampleResult.Idle(250)).ToHtml());
    }

    [Fact]
    public void English_in_a_chinese_page_would_be_seen()
    {
        Assert.Throws<Xunit.Sdk.TrueException>(() => IsWholly(Report.Of(SampleResult.Idle(20)).WithNote("This is not known to the phrases.").ToHtml()));
        Assert.Throws<Xunit.Sdk.TrueException>(() => IsWholly(Report.Of(SampleResult.Idle(20)).WithNote("备注").ToHtml()));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task A_report_of_the_whole_chain_holds_one_language_at_a_time()
    {
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Seed = 3, Stocks = 60, From = new(2018, 1, 2), To = new(2019, 12, 31) });
        Universe universe = Universe.AShares.ListedAtLeast(days: 60).WithoutSt().WithoutSuspended();
        FactorSet factors = FactorSet.Basic.LookingBackAtMost(60).Then(Winsorise.Mad(3), Standardise.ZScore()).CoveredBy(market.Coverage);
        Label label = Label.ForwardReturn(days: 5);
        Panel panel = await market.PanelAsync(new PanelQuery { From = market.Calendar.First, To = market.Calendar.Last, Fields = [.. factors.RequiredFields.Union(label.FieldsCoveredBy(market.Coverage))], Universe = universe });
        FeatureTensor x = factors.Compute(panel);
        LabelValues y = label.Compute(panel);
        WalkForwardResult model = WalkForward.Train(new RidgeScorer { Penalty = 100 }, x, y, WalkForwardPlan.HalfYearly);
        WeightsByDate weights = WeightsByDate.Best(model.Scores, 10, [.. market.Calendar.Where(d => d >= model.Trained[0].PredictFrom && d.Day < 4).SkipLast(1)]);
        BacktestResult result = await Backtester.RunAsync(market, weights, new BacktestOptions { From = model.Trained[0].PredictFrom, To = market.Calendar.Last, InitialCash = 300_000m, Slippage = FixedBps.PerSide(5) });
        Assert.True(result.Rejections.RowCount > 0);
        IsWholly(Report.Of(result).With(FactorAnalysis.Run(model.Scores, y)).With(model).With(market.Coverage).With(FactorAnalysis.Compare(x, y)).With(CorrelationMatrix.Of(x.Features)).ToHtml());
    }

    [Theory]
    [InlineData("Decided with what is known at NextMorning of the day before, dealt weekly at Open of the dealing day; slippage 5 bps per side.", "以前一日次日开盘前已知的信息决策，每周调仓，按调仓日开盘价成交；滑点：单边 5 个基点。")]
    [InlineData("Benchmark: equally weighted universe 'A shares, listed at least 60 trading days, without ST', rebalanced weekly without costs.", "基准：等权股票池“全部 A 股、上市满 60 个交易日、剔除 ST”，每周调仓，不计成本。")]
    [InlineData("11.43 at upper limit 11.43", "11.43，涨停价 11.43")]
    [InlineData("3 events of kind Delisted; see the events table.", "退市事件 3 起，见公司行动表。")]
    public void Parts_of_a_sentence_are_words_too(string english, string chinese) => Assert.Equal(chinese, Phrases.Chinese(english));

    [Theory]
    [InlineData("I bought some shares at a price.")]
    [InlineData("")]
    [InlineData("600000.SH")]
    [InlineData("My model from March to May.")]
    public void What_a_user_writes_stays_as_it_is(string text) => Assert.Null(Phrases.Chinese(text));

    // A phrase that only an earlier one ever answers for would never be read.
    [Fact]
    public void Every_measure_and_table_of_the_catalogue_is_known()
    {
        Table metrics = SampleResult.Of(30).Metrics;
        for (int i = 0; i < metrics.RowCount; i++)
        {
            Assert.True(Terms.TryOf(metrics["metric"].Exact(i), out (string English, string Chinese) words) && words.Chinese.Length > 0, metrics["metric"].Exact(i));
            string formula = metrics["formula"].Exact(i);
            if (PageText.IsEnglish(formula)) Assert.True(Phrases.Chinese(formula) is not null, formula);
        }

        Assert.All(VendorTable.All, t => Assert.True(Phrases.Chinese($"there is no table {t.Name}: it supplies {t.SwitchesOff}.") is { } text && !PageText.IsEnglish(text), t.SwitchesOff));
    }

    /// <summary>Sentences as they stand in the source of the packages, each hole filled with a name: none may lack its Chinese.</summary>
    [Theory]
    [InlineData("AlphaKit.Backtest/Engine/RunNotes.cs")]
    [InlineData("AlphaKit.Backtest/Fills/Detail.cs")]
    [InlineData("AlphaKit.Backtest/Engine/Simulation.Corporate.cs")]
    [InlineData("AlphaKit.Backtest/Monitoring/Alerts/RetrainAlert.cs")]
    [InlineData("AlphaKit.Backtest/Monitoring/Alerts/CoverageAlert.cs")]
    [InlineData("AlphaKit.Backtest/Monitoring/Alerts/CalibrationAlert.cs")]
    [InlineData("AlphaKit.Backtest/Monitoring/Alerts/InputShiftAlert.cs")]
    [InlineData("AlphaKit.Data/Markets/CoverageBuilder.cs")]
    [InlineData("AlphaKit.Data/Markets/CalendarBuilder.cs")]
    [InlineData("AlphaKit.Data/Markets/SecurityBuilder.cs")]
    [InlineData("AlphaKit.Data/Markets/MarketLoader.cs")]
    [InlineData("AlphaKit.Factors/Analysis/ReportTables.cs")]
    [InlineData("AlphaKit.Factors/Labels/LabelComputation.cs")]
    [InlineData("AlphaKit.Models/Training/NetworkTrainer.cs")]
    [InlineData("AlphaKit.Models/Linear/LinearMoments.cs")]
    [InlineData("AlphaKit.Models/WalkForward/FoldSchedule.cs")]
    [InlineData("AlphaKit.Reports/Exposures/ExposureDays.cs")]
    public void Every_sentence_of_the_packages_is_known(string file)
    {
        string source = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "src", file));
        int seen = 0;
        foreach (Match literal in Regex.Matches(source, """(?<=(Notes?\.Add|notes\.Add|Text => FormattableString\.Invariant|string detail = string\.Create|DetailKind\.\w+ =>)[^"]{0,160})\$?"(?<text>(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|[^"\\{])*)"|_missing\[[^"]*\] = \$?"(?<text>[^"]+)";|\(CoverageReason\.\w+, "(?<text>[^"]+)"\)"""))
        {
            string text = Regex.Replace(literal.Groups["text"].Value, @"\{[^{}]*(\{[^{}]*\}[^{}]*)*\}", "7");
            if (!PageText.IsEnglish(text)) continue;
            seen++;
            Assert.True(Phrases.Chinese(text) is not null, $"{file}: '{text}' has no Chinese in phrases.tsv.");
        }

        Assert.True(seen > 0, $"{file}: no sentence was found.");
    }
}
