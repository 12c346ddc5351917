using AlphaKit;
using AlphaKit.Data.Simulation;
using AlphaKit.Factors;
using AlphaKit.Models;

namespace DeepModels;

/// <summary>Simulated markets with an alpha that one kind of model can see and another cannot: one training, then a year and a half out of sample.</summary>
internal static partial class SimulatedStudies
{
    public static async Task<Study> CreateAsync(string name, ulong seed, Arguments arguments, CancellationToken stop)
    {
        (AlphaPattern pattern, FactorSet factors) = name switch
        {
            "interaction" => (AlphaPattern.Interaction, FlowAndReturns),
            "frequencies" => (AlphaPattern.Frequencies, BarFeatures.Set),
            "regimes" => (AlphaPattern.Regimes, BarFeatures.Set.Add(FlowAndReturns)),
            _ => throw new ArgumentException($"There is no study '{name}'; there are interaction, frequencies, regimes."),
        };
        SimulatedMarket market = SimulatedMarket.Create(
            new SimulationOptions
            {
                Seed = seed,
                Stocks = 100,
                From = new DateOnly(2016, 1, 4),
                To = new DateOnly(2020, 6, 30),
                AlphaPattern = pattern,
                AlphaStrength = arguments.Alpha,
                Threads = arguments.Threads,
            },
            stop);
        Universe universe = Universe.AShares.ListedAtLeast(days: 60).WithoutSt().WithoutSuspended().CoveredBy(market.Coverage, out _);
        FactorSet set = factors.CoveredBy(market.Coverage).Then(Winsorise.Mad(5), Standardise.ZScore());
        Label label = Label.ForwardReturn(days: 2);
        Panel panel = await market.PanelAsync(
            new PanelQuery
            {
                From = market.Calendar.First,
                To = market.Calendar.Last,
                Fields = [.. set.RequiredFields.Union(label.FieldsCoveredBy(market.Coverage))],
                Universe = universe,
            },
            stop);
        FeatureTensor x = set.Compute(panel, cancellationToken: stop);
        LabelValues y = label.Compute(panel, stop);
        FactorReport ceiling = FactorAnalysis.Run(new Scores("the planted driver itself", market.Alpha.Axes, market.Alpha.Signal, market.Alpha.KnownAt), y, cancellationToken: stop);
        Console.WriteLine($"  {ceiling}");
        WalkForwardPlan plan = WalkForwardPlan.EveryDays(5000) with { MinimumTrainDays = 700 };
        Study study = pattern switch
        {
            AlphaPattern.Interaction => new Study(name, x, y, plan, Interaction(arguments)),
            AlphaPattern.Frequencies => new Study(name, x, y, plan, Frequencies(arguments, set)) { Blend = ("three grus blended", Single) },
            _ => new Study(name, new FeatureTensor([.. x.Features, MarketTrend(panel)], x.Members), y, plan, Regimes(arguments, x.Names)) { Blend = ("experts blended", Experts) },
        };
        return arguments.Alpha == 0 ? study with { Name = $"{name} without alpha" } : study;
    }

    private static TrainingOptions Training(Arguments arguments) => new() { Epochs = arguments.Epochs, Patience = 6, DaysPerBatch = 8, Seeds = 1 };

    /// <summary>Mean return of all members over 60 days in units of its usual size: what tells a bull market from a bear market.</summary>
    private static FactorValues MarketTrend(Panel panel)
    {
        const int Days = 60;
        const double Usual = 0.12;
        FieldMatrix close = panel[Field.AdjustedClose];
        return new FactorValues("market_trend", panel.Axes, FieldMatrix.Create(close.Rows, close.Columns, (t, row) =>
        {
            row.Fill(float.NaN);
            if (t < Days) return;
            double sum = 0;
            int n = 0;
            ReadOnlySpan<bool> members = panel.Members.Row(t);
            for (int i = 0; i < row.Length; i++)
            {
                double change = (close[t, i] / close[t - Days, i]) - 1;
                if (!members[i] || double.IsNaN(change)) continue;
                sum += change;
                n++;
            }

            for (int i = 0; i < row.Length && n > 0; i++) row[i] = members[i] ? (float)(sum / n / Usual) : float.NaN;
        }), Clock.Close);
    }
}
