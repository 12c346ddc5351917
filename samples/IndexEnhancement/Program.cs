using System.Globalization;
using AlphaKit;
using AlphaKit.Backtest;
using AlphaKit.Data.Simulation;
using AlphaKit.Portfolio;

// IndexEnhancement [STOCKS]: two indices of a simulated market, enhanced weekly over six years under three turnover caps.
// The scores are the market's own planted signal (rank IC about 0.05), so the table shows the constraints at work, not a model's skill.
int stocks = args.Length > 0 && int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 600;
SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Stocks = stocks, From = new DateOnly(2016, 1, 4), To = new DateOnly(2021, 12, 31) });
Scores scores = new("planted signal", market.Alpha.Axes, market.Alpha.Signal, market.Alpha.KnownAt);

List<string> indices = [];
List<double> caps = [], planned = [], realised = [], excess = [], tracking = [], ratio = [];
List<long> decided = [], kept = [], loosened = [];
foreach (string index in new[] { "000905.SH", "000852.SH" })
{
    foreach (double cap in new[] { 0.3, 0.4, 0.5 })
    {
        List<EnhancementDecision> log = [];
        IndexEnhancement strategy = new(scores, Symbol.Parse(index))
        {
            Universe = Universe.AShares.ListedAtLeast(days: 60).WithoutSt().WithoutSuspended(),
            TurnoverCap = cap,
            Invested = 0.99,
            OnInfeasible = InfeasiblePolicy.Relax,
            Decided = log.Add,
        };
        BacktestResult result = await Backtester.RunAsync(market, strategy, new BacktestOptions
        {
            From = market.Calendar[1],
            To = market.Calendar.Last,
            InitialCash = 100_000_000m,
            Schedule = Schedule.Weekly,
            DealPrice = DealPrice.Vwap,
            Fees = FeeSchedules.PerSide(0.002m),
            Benchmark = Symbol.Parse(index),
        });

        indices.Add(index);
        caps.Add(cap);
        decided.Add(log.Count);
        kept.Add(log.Count(d => d.Solution is null));
        loosened.Add(log.Count(d => d.Relaxations.Count > 0));
        planned.Add(result.Performance.Activity.PlannedTurnover);
        realised.Add(result.Performance.Activity.RealisedTurnover);
        excess.Add(result.Performance.CompoundedExcess);
        tracking.Add(result.Performance.TrackingError);
        ratio.Add(result.Performance.InformationRatio);
        foreach (EnhancementDecision d in log.Where(d => d.Relaxations.Count > 0))
            Console.Error.WriteLine($"{index} {d.Date:yyyy-MM-dd}: {string.Join(", ", d.Relaxations)}");
    }
}

Console.WriteLine(new Table(
    "index_enhancement",
    TableColumn.Text("index", indices),
    TableColumn.Number("turnover_cap", caps, "P0"),
    TableColumn.Integer("decisions", decided),
    TableColumn.Integer("kept", kept),
    TableColumn.Integer("loosened", loosened),
    TableColumn.Number("planned_turnover", planned, "P2"),
    TableColumn.Number("realised_turnover", realised, "P2"),
    TableColumn.Number("excess_per_year", excess, "P2"),
    TableColumn.Number("tracking_error", tracking, "P2"),
    TableColumn.Number("information_ratio", ratio, "F2")));
