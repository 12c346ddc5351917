using AlphaKit.Data;
using AlphaKit.Factors;
using AlphaKit.Models;
using AlphaKit.TestSupport;

namespace AlphaKit.EndToEnd.Tests;

public sealed class MultiFrequencyTests
{
    [SharedDataFact("csi300_members_2016_2026/daily_qfq.csv.gz")]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "multi_frequency_differences")]
    public async Task On_real_bars_the_network_on_three_frequencies_gives_the_same_scores_again_on_other_threads()
    {
        TableMarket market = await TushareFolder.OpenAsync(SharedData.PathOf("csi300_members_2016_2026")!);
        Universe universe = Universe.AShares.ListedAtLeast(days: 60).WithoutSt().WithoutSuspended().CoveredBy(market.Coverage, out _);
        FactorSet bars = BarFeatures.Set.CoveredBy(market.Coverage).Then(Winsorise.Mad(5));
        Label label = Label.ForwardReturn(days: 10);
        Panel panel = await market.PanelAsync(new PanelQuery
        {
            From = market.Calendar.First,
            To = new DateOnly(2018, 12, 28),
            Fields = [.. bars.RequiredFields.Union(label.FieldsCoveredBy(market.Coverage))],
            Universe = universe,
        });
        FeatureTensor x = bars.Compute(panel);
        LabelValues y = label.Compute(panel);
        RecurrentScorer gru = new() { Inputs = BarFeatures.Inputs(bars), Training = new TrainingOptions { Epochs = 2, Seeds = 1, DaysPerBatch = 4 } };
        WalkForwardPlan plan = WalkForwardPlan.HalfYearly with { MinimumTrainDays = 400, SampleStride = 5 };
        WalkForwardResult one = WalkForward.Train(gru, x, y, plan, new WalkForwardOptions { Threads = 1 }), two = WalkForward.Train(gru, x, y, plan, new WalkForwardOptions { Threads = 2 });

        Assert.Equal(2, one.Trained.Count); // January and July 2018
        Assert.All(one.Trained, f => Assert.True(f.Cut < f.PredictFrom && panel.Calendar.IndexOf(f.TrainTo) + y.Horizon <= panel.Calendar.IndexOf(f.Cut)));
        FactorReport report = FactorAnalysis.Run(one.Scores, y);
        Assert.InRange(report.MeanRankIc, -0.2, 0.2);
        Assert.True(report.Days > 150, $"{report.Days} days");
        int differences = 0;
        for (int t = 0; t < panel.Axes.Days; t++) differences += one.Scores.Values.Row(t).SequenceEqual(two.Scores.Values.Row(t)) ? 0 : 1;
        differences += report.MeanRankIc.Equals(FactorAnalysis.Run(two.Scores, y).MeanRankIc) ? 0 : 1;
        Claim.Exactly("multi_frequency_differences", differences, 0);
    }
}
