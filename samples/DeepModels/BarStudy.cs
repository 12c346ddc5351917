using AlphaKit;
using AlphaKit.Data;
using AlphaKit.Factors;
using AlphaKit.Models;

namespace DeepModels;

/// <summary>One GRU on daily, weekly and monthly bars beside ridge and a GRU on daily bars alone, half-yearly, on a folder in Tushare's format.</summary>
internal static class BarStudy
{
    public static async Task<Study> OpenAsync(string folder, Arguments arguments, CancellationToken stop)
    {
        #region multi-frequency
        TableMarket market = await TushareFolder.OpenAsync(folder, cancellationToken: stop);
        Universe universe = Universe.AShares.ListedAtLeast(days: 60).WithoutSt().WithoutSuspended().CoveredBy(market.Coverage, out _);
        FactorSet bars = BarFeatures.Set.CoveredBy(market.Coverage).Then(Winsorise.Mad(5));
        Label label = Label.ForwardReturn(days: 10);
        Panel panel = await market.PanelAsync(new PanelQuery
        {
            From = market.Calendar.First,
            To = market.Calendar.Last,
            Fields = [.. bars.RequiredFields.Union(label.FieldsCoveredBy(market.Coverage))],
            Universe = universe,
        }, stop);
        FeatureTensor x = bars.Compute(panel, cancellationToken: stop);
        LabelValues y = label.Compute(panel, stop);

        // Every half-year on every fifth day of all history, four to one for training and validation; purged by the horizon of the label.
        WalkForwardPlan plan = WalkForwardPlan.HalfYearly with { MinimumTrainDays = 700, SampleStride = 5 };
        TrainingOptions training = new() { DaysPerBatch = 4, Epochs = arguments.Epochs, Patience = 3, Seeds = 1 };
        RecurrentScorer gru = new() { Inputs = BarFeatures.Inputs(bars), Training = training };
        RecurrentScorer daily = gru with { Inputs = [gru.Inputs[0]] };
        #endregion
        foreach (string note in market.Coverage.Notes) Console.WriteLine($"  note: {note}");
        foreach ((string name, string why) in bars.Dropped) Console.WriteLine($"  left out: {name}: {why}");
        return new Study("bars", x, y, plan, [("ridge", new RidgeScorer { Penalty = 10 }), ("gru on daily bars", daily), ("gru on three frequencies", gru)]);
    }
}
