namespace AlphaKit.Testing.Tests;

/// <summary>What the mistakes look like when they are not made.</summary>
internal static class CleanStrategies
{
    public static IReadOnlyList<Subject> All { get; } =
    [
        Subject.Of("momentum", lab => (t, i) => lab.Return(t, i, 20)),
        Subject.Of("reversal", lab => (t, i) => -lab.Return(t, i, 5)),
        Subject.Of("trailing mean", lab => (t, i) => lab.Past(lab.Close, i, t - 9, t).DefaultIfEmpty(double.NaN).Average()),
        Subject.Of("expanding z-score", lab => (t, i) =>
        {
            double[] all = [.. lab.Past(lab.Close, i, 0, t)];
            double mean = all.DefaultIfEmpty(double.NaN).Average();
            return (lab.Close(t, i) - mean) / Math.Sqrt(all.DefaultIfEmpty(double.NaN).Average(v => (v - mean) * (v - mean)));
        }),
        Subject.Of("cross-sectional z-score", lab => (t, i) =>
        {
            double[] all = [.. lab.Across(lab.Close, t)];
            return lab.Close(t, i) - all.DefaultIfEmpty(double.NaN).Average();
        }),
        Subject.Of("cross-sectional rank", lab => (t, i) => lab.Across((d, j) => lab[Field.MarketCap, d, j], t).Count(c => c > lab[Field.MarketCap, t, i])),
        Subject.Of("forward-adjusted prices anchored at the decision", lab => (t, i) => lab.Past(lab.Adjusted, i, t - 5, t).DefaultIfEmpty(double.NaN).Average() / lab[Field.AdjFactor, t, i]),
        Subject.Of("last known price", lab => (t, i) => lab.Past(lab.Close, i, 0, t).LastOrDefault(double.NaN)),
        Subject.Of("listed as of the day", lab => (t, i) => lab.Market.Securities.Find(lab.Symbols[i])!.IsListedOn(lab.Calendar[t]) ? 1 : 0),
        Subject.Of("ST as of the day", lab => (t, i) => lab[Field.IsSt, t, i] > 0 ? 0 : lab.Return(t, i)),
        Subject.Of("open against the limit for a deal at the open", lab => (t, i) => lab[Field.Open, t, i] < lab[Field.LimitUp, t, i] ? lab[Field.Open, t, i] : 0, Clock.Open),
        Subject.Of("opening gap", lab => (t, i) => lab[Field.Open, t, i] / lab[Field.PreClose, t, i], Clock.Open),
        Subject.Of("size by the volume of the days before", lab => (t, i) => Math.Floor(0.1 * lab.Past((d, j) => lab[Field.Volume, d, j], i, t - 20, t - 1).DefaultIfEmpty(double.NaN).Average()), Clock.Open),
        Subject.Of("limit order set by yesterday's low", lab => (t, i) => Math.Round(lab[Field.Low, t - 1, i] * 1.001, 2), Clock.Open),
        Subject.Of("margin balance on the next morning", lab => (t, i) => lab[Field.FinancingBalance, t, i]),
        Subject.Of("margin balance of the day before, in the evening", lab => (t, i) => lab[Field.FinancingBalance, t - 1, i], Clock.Evening),
        Subject.Of("index members as of the day", lab => (t, i) =>
        {
            DateOnly last = lab.Members.Where(m => m.Date <= lab.Calendar[t]).Max(m => m.Date);
            return lab.Members.Any(m => m.Date == last && m.Symbol == lab.Symbols[i]) ? 1 : 0;
        }),
        Subject.Of("industry mean as of the day", lab => (t, i) => lab.Return(t, i) - lab.Across((d, j) => lab[Field.Industry, d, j] == lab[Field.Industry, d, i] ? lab.Return(d, j) : double.NaN, t).DefaultIfEmpty(double.NaN).Average()),
        Subject.Of("regression on matured labels only", lab =>
        {
            double[] slopes = lab.Daily(t => lab.Slope((d, j) => lab.Return(d, j), Math.Max(1, t - 30), t - 5, 5));
            return (t, i) => slopes[t] * lab.Return(t, i);
        }),
        Subject.Of("matured correlation", lab =>
        {
            double[] correlations = lab.Daily(t => lab.Correlation((d, j) => lab.Return(d, j), Math.Max(1, t - 25), t - 5, 5));
            return (t, _) => correlations[t];
        }),
        Subject.Of("statements by announcement", lab => (t, i) => lab.Statements.Where(s => s.Symbol == lab.Symbols[i] && s.Announced <= lab.Calendar[t]).Select(s => s.Items["n_income_attr_p"]).LastOrDefault(double.NaN)),
        Subject.Of("dividends once announced", lab => (t, i) => lab.Actions.Any(a => a.Symbol == lab.Symbols[i] && a.Announced <= lab.Calendar[t] && a.ExDate > lab.Calendar[t]) ? 1 : 0),
        Subject.Of("index return of the day", lab => (t, _) => t > 0 && t < lab.Index.Count ? lab.Index[t].Close / lab.Index[t - 1].Close : double.NaN),
        Subject.Of("calendar only", lab => (t, _) => t + 1 < lab.T && lab.Calendar[t + 1].Month != lab.Calendar[t].Month ? 1 : 0),
        Subject.Backtest("backtest of reversal", lab => (t, i) => -lab.Return(t, i)),
        Subject.Decisions("decisions of a backtest of reversal", lab => (t, i) => -lab.Return(t, i)),
        Subject.Backtest("backtest of momentum", lab => (t, i) => lab.Return(t, i, 10)),
        Subject.Backtest("backtest of small sizes", lab => (t, i) => -lab[Field.MarketCap, t, i]),
    ];
}
