using AlphaKit.Backtest;
using AlphaKit.Data.Simulation;
using AlphaKit.Portfolio;

namespace AlphaKit.EndToEnd.Tests;

/// <summary>
/// One index enhancement over the simulated market, with everything that it saw and wanted written down, and its exposures counted again from the
/// weights by plain loops that share nothing with the strategy.
/// </summary>
internal sealed class EnhancementRun
{
    private EnhancementRun(BacktestResult result, IReadOnlyList<Week> weeks, IReadOnlyList<EnhancementDecision> decisions)
    {
        Result = result;
        Weeks = weeks;
        Decisions = decisions;
    }

    public BacktestResult Result { get; }

    public IReadOnlyList<Week> Weeks { get; }

    public IReadOnlyList<EnhancementDecision> Decisions { get; }

    public static async Task<EnhancementRun> OfAsync(SimulatedMarket market, Symbol index, double turnover, Func<IndexEnhancement, IndexEnhancement>? change = null, CancellationToken stop = default)
    {
        List<EnhancementDecision> decisions = [];
        Scores scores = new("planted signal", market.Alpha.Axes, market.Alpha.Signal, market.Alpha.KnownAt);
        IndexEnhancement strategy = new(scores, index)
        {
            Universe = Universe.AShares.ListedAtLeast(days: 60).WithoutSt().WithoutSuspended(),
            TurnoverCap = turnover,
            Invested = 0.99,
            OnInfeasible = InfeasiblePolicy.Relax,
            Decided = decisions.Add,
        };
        if (change is not null) strategy = change(strategy);
        Recorder recorder = new(strategy);
        BacktestResult result = await Backtester.RunAsync(
            market,
            recorder,
            new BacktestOptions
            {
                From = market.Calendar[1],
                To = market.Calendar.Last,
                InitialCash = 100_000_000m,
                Schedule = Schedule.Weekly,
                DealPrice = DealPrice.Vwap,
                Fees = FeeSchedules.PerSide(0.002m),
                Benchmark = index,
            },
            cancellationToken: stop);
        return new EnhancementRun(result, recorder.Weeks, decisions);
    }

    /// <summary>One decision, counted again.</summary>
    /// <param name="Date">The day.</param>
    /// <param name="Kept">The holdings were kept.</param>
    /// <param name="Wanted">Exposures of the target.</param>
    /// <param name="Held">Exposures of what was held before; NaN-free only when something was.</param>
    /// <param name="Planned">Σ|target − drifted|.</param>
    /// <param name="HasHoldings">Something was held.</param>
    internal sealed record Week(DateOnly Date, bool Kept, Exposures Wanted, Exposures Held, double Planned, bool HasHoldings);

    /// <summary>Largest active weight of a name that trades, largest active industry, |active size|, share of members in what is invested.</summary>
    internal sealed record Exposures(double Name, double Industry, double Size, double Members, double Invested);

    private sealed class Recorder(IndexEnhancement inner) : ITargetSource
    {
        public List<Week> Weeks { get; } = [];

        public string Name => inner.Name;

        public IReadOnlyList<Field> RequiredFields => inner.RequiredFields;

        public Universe Universe => inner.Universe;

        public TargetWeights Decide(DecisionContext context)
        {
            TargetWeights target = inner.Decide(context);
            Dictionary<Symbol, double> drifted = context.Holdings.Positions.ToDictionary(p => p.Symbol, p => context.Holdings.WeightOf(p.Symbol));
            double planned = target.KeepReason is null
                ? drifted.Keys.Union(target.Items.Select(i => i.Key)).Sum(s => Math.Abs(target[s] - drifted.GetValueOrDefault(s)))
                : 0;
            Weeks.Add(new Week(
                context.Today,
                target.KeepReason is not null,
                Count(context, target.KeepReason is null ? target.Items.ToDictionary(i => i.Key, i => i.Value) : drifted),
                Count(context, drifted),
                planned,
                drifted.Count > 0));
            return target;
        }

        private Exposures Count(DecisionContext context, Dictionary<Symbol, double> weights)
        {
            Panel past = context.Past;
            int last = past.Axes.Days - 1;
            Dictionary<Symbol, double> index = [];
            for (int i = 0; i < past.Axes.Count; i++)
            {
                float w = past[Field.IndexWeight(inner.Index)].Row(last)[i];
                if (w > 0) index[past.Symbols[i]] = w;
            }

            double total = index.Values.Sum(), mean = 0, count = 0, squares = 0;
            Dictionary<Symbol, double> size = [];
            for (int i = 0; i < past.Axes.Count; i++)
            {
                for (int back = 0; back < 20 && last - back >= 0; back++)
                {
                    float cap = past[Field.MarketCap].Row(last - back)[i];
                    if (!(cap > 0)) continue;
                    size[past.Symbols[i]] = Math.Log(cap);
                    break;
                }
            }

            foreach (double s in size.Values) (mean, count) = (mean + s, count + 1);
            mean /= count;
            foreach (double s in size.Values) squares += (s - mean) * (s - mean);
            double deviation = Math.Sqrt(squares / count), name = 0, active = 0, members = 0, invested = 0;
            Dictionary<float, double> industries = [];
            foreach (Symbol symbol in index.Keys.Union(weights.Keys))
            {
                int column = past.Axes.ColumnOf(symbol);
                double w = weights.GetValueOrDefault(symbol), difference = w - (index.GetValueOrDefault(symbol) / total);
                bool trades = past[Field.Close].Row(last)[column] > 0 && !(past[Field.IsSuspended].Row(last)[column] > 0);
                if (trades) name = Math.Max(name, Math.Abs(difference));
                float industry = past[Field.Industry].Row(last)[column];
                float key = float.IsNaN(industry) ? -1 : industry;
                industries[key] = industries.GetValueOrDefault(key) + difference;
                if (size.TryGetValue(symbol, out double s)) active += difference * (s - mean) / deviation;
                if (index.ContainsKey(symbol)) members += w;
                invested += w;
            }

            return new Exposures(name, industries.Values.Max(Math.Abs), Math.Abs(active), invested > 0 ? members / invested : 1, invested);
        }
    }
}
