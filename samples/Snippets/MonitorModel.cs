using AlphaKit.Backtest;
using AlphaKit.Data.Simulation;
using AlphaKit.Factors;
using AlphaKit.Portfolio;
using AlphaKit.Reports;
using static AlphaKit.Factors.Op;

namespace AlphaKit.Snippets;

/// <summary>Watches a factor, tells people, and looks closer at a backtest.</summary>
public static class MonitorModel
{
    public static void Run() => RunAsync(Path.Combine(Path.GetTempPath(), "alphakit-snippets-analysis.html")).GetAwaiter().GetResult();

    private static async Task RunAsync(string path)
    {
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Seed = 42, Stocks = 120, From = new(2018, 1, 2), To = new(2019, 6, 28) });
        FactorSet factors = FactorSet.Of().Add("reversal", 1 - Close / Delay(Close, 5));
        Label label = Label.ForwardReturn(days: 5);
        Panel panel = await market.PanelAsync(new PanelQuery
        {
            From = market.Calendar.First,
            To = market.Calendar.Last,
            Fields = [.. factors.RequiredFields.Union(label.FieldsCoveredBy(market.Coverage)).Union([Field.Volume])],
        });
        FactorValues scores = factors.Compute(panel)["reversal"];
        LabelValues labels = label.Compute(panel);

        #region monitor
        MonitorReport seen = ModelMonitor.Run(
            new MonitorInput
            {
                Name = scores.Name,
                Axes = scores.Axes,
                Scores = scores.Values,
                Labels = labels.Values,
                MaturityDays = labels.Horizon,           // a label counts when it is known, not before
                Members = panel.Members,
                Inputs = [new("volume", panel[Field.Volume])],
            },
            new MonitorOptions
            {
                ReferenceTo = market.Calendar[200],      // inputs are compared with the days up to here
                Retrain = new RetrainRule { Floor = 0.02, Expected = 0.04 },
            });
        IReadOnlyList<MonitorAlert> today = seen.AlertsOn(market.Calendar.Last);
        #endregion

        #region deliver
        INotificationSink mail = new SmtpSink(new SmtpOptions
        {
            Host = "smtp.example.com",
            From = "monitor@example.com",
            To = ["desk@example.com"],
            User = "monitor@example.com",
            Delivery = Delivery.DryRun,                  // Delivery.Send needs Secret.FromEnvironment("…") as second argument
        });
        if (today.Count > 0) Console.WriteLine((await mail.SendAsync(Notification.Of("AlphaKit monitor", today))).Text);
        #endregion

        #region exposures
        Symbol index = Symbol.Parse("000905.SH");
        BacktestResult result = await Backtester.RunAsync(market, new WeeklyReversal(), new BacktestOptions
        {
            From = new(2019, 1, 2),
            To = market.Calendar.Last,
            Schedule = Schedule.Weekly,
            Benchmark = index,
        });
        AShareRiskHistory risk = await new AShareRiskModel().EstimateAsync(market, new RiskRange { From = new(2019, 4, 1), To = market.Calendar.Last });
        ExposureReport exposures = await ExposureAnalysis.RunAsync(result, market, risk, index);
        CapacityEstimate capacity = await CapacityEstimate.OfAsync(result, market);
        SharpeEvidence evidence = SharpeEvidence.Of([.. result.Daily["return"].Numbers], trials: 20);
        await Report.Of(result).With(exposures).With(capacity).With(evidence).With(seen).SaveAsync(path);
        #endregion
    }
}
