namespace AlphaKit.Testing.Tests;

/// <summary>Mistakes that people make in deals, universes and prices; each looks ahead.</summary>
internal static partial class Mutants
{
    private static IEnumerable<Subject> Deals() =>
    [
        Subject.Of("limit flag of the close for a deal at the open", lab => (t, i) => lab.Close(t, i) < lab[Field.LimitUp, t, i] ? lab[Field.Open, t, i] : 0, Clock.Open),
        Subject.Of("one-price day for a deal at the open", lab => (t, i) => lab[Field.High, t, i] > lab[Field.Low, t, i] ? 1 : 0, Clock.Open),
        Subject.Of("decision by the same day's vwap", lab => (t, i) => lab[Field.Vwap, t, i] / lab[Field.Open, t, i], Clock.Open),
        Subject.Of("deal at the day's low", lab => (t, i) => Math.Min(lab[Field.Open, t, i], lab[Field.Low, t, i]), Clock.Open),
        Subject.Of("size by the same day's volume", lab => (t, i) => Math.Floor(lab[Field.Volume, t, i] * 0.1), Clock.Open),
        Subject.Of("skip what does not trade tomorrow", lab => (t, i) => double.IsNaN(lab.Close(t + 1, i)) && t + 1 < lab.T ? 0 : lab.Close(t, i)),
        Subject.Of("cross-section without tomorrow's limit-up openings", lab => (t, i) => lab[Field.Open, t + 1, i] >= lab[Field.LimitUp, t + 1, i] ? 0 : lab.Return(t, i, 5)),
        Subject.Of("stop at the close that triggers it, sold at the open", lab => (t, i) => lab.Close(t, i) < 0.97 * lab[Field.Open, t, i] ? 0 : 1, Clock.Open),
        Subject.Of("slippage by the day's range", lab => (t, i) => (lab[Field.High, t, i] - lab[Field.Low, t, i]) / lab[Field.Open, t, i], Clock.Open),
        Subject.Of("limit order set just above the day's low", lab => (t, i) => Math.Round(lab[Field.Low, t, i] * 1.001, 2), Clock.Open),
        Subject.Of("margin balance used on its own evening", lab => (t, i) => lab[Field.FinancingBalance, t, i], Clock.Evening),
        Subject.Of("close used before the close", lab => (t, i) => lab.Close(t, i) / lab[Field.PreClose, t, i], Clock.Open),
        Subject.Backtest("backtest whose strategy holds tomorrow's returns", lab => (t, i) => lab.Return(t + 2, i)),
        Subject.Decisions("backtest whose strategy knows the next open gap", lab => (t, i) => -lab[Field.Open, t + 1, i] / lab.Close(t, i)),
        Subject.Backtest("backtest whose fills at the open are cut by the day's volume", lab => (t, i) => -lab.Return(t, i), ParticipationChoice.SameDay),
    ];

    private static IEnumerable<Subject> Universes() =>
    [
        Subject.Of("survivors by the master record", lab => (t, i) => lab.Market.Securities.Find(lab.Symbols[i])!.Delisted is null ? lab.Close(t, i) : 0),
        Subject.Of("survivors by the last day's prices", lab => (t, i) => lab.Past(lab.Close, i, lab.T - 3, lab.T - 1).Any() ? lab.Close(t, i) : 0),
        Subject.Of("ST by today's name", lab => (t, i) => lab.Market.Securities.Find(lab.Symbols[i])!.Name.Contains("ST", StringComparison.Ordinal) ? 0 : lab.Close(t, i)),
        Subject.Of("ST flag of the last day", lab => (t, i) => lab[Field.IsSt, lab.T - 1, i] > 0 ? 0 : lab.Close(t, i)),
        Subject.Of("ST flag of tomorrow", lab => (t, i) => lab[Field.IsSt, t + 1, i]),
        Subject.Of("latest index members for all of history", lab =>
        {
            DateOnly last = lab.Members.Max(m => m.Date);
            HashSet<Symbol> members = [.. lab.Members.Where(m => m.Date == last).Select(m => m.Symbol)];
            return (_, i) => members.Contains(lab.Symbols[i]) ? 1 : 0;
        }),
        Subject.Of("industry of the last day", lab => (_, i) => lab[Field.Industry, lab.T - 1, i]),
        Subject.Of("names with a full history only", lab => (t, i) => lab.Past(lab.Close, i, 0, lab.T - 1).Count() > 92 ? lab.Close(t, i) : 0),
        Subject.Of("liquid over the whole sample", lab => (_, i) => lab.Past((t, j) => lab[Field.Amount, t, j], i, 0, lab.T - 1).Average()),
        Subject.Of("largest on the last day", lab => (_, i) => lab.Across((t, j) => lab[Field.MarketCap, t, j], lab.T - 1).Count(c => c > lab[Field.MarketCap, lab.T - 1, i])),
    ];

    private static IEnumerable<Subject> Prices() =>
    [
        Subject.Of("forward-adjusted prices anchored at the end", lab => (t, i) => lab.Adjusted(t, i) / lab[Field.AdjFactor, lab.T - 1, i]),
        Subject.Of("missing prices filled backwards", lab => (t, i) => lab.Past(lab.Close, i, t, lab.T - 1).FirstOrDefault(double.NaN)),
        Subject.Of("centred moving average", lab => (t, i) => lab.Past(lab.Close, i, t - 2, t + 2).DefaultIfEmpty(double.NaN).Average()),
        Subject.Of("gaps interpolated", lab => (t, i) => double.IsFinite(lab.Close(t, i)) ? lab.Close(t, i) : (lab.Close(t - 1, i) + lab.Close(t + 1, i)) / 2),
        Subject.Of("adjusted by the next day's factor", lab => (t, i) => lab.Close(t, i) * lab[Field.AdjFactor, t + 1, i]),
        Subject.Of("negative shift", lab => (t, i) => lab.Return(t + 1, i, 5)),
        Subject.Of("turning points confirmed later", lab => (t, i) => lab.Close(t, i) >= lab.Past(lab.Close, i, t - 3, t + 3).DefaultIfEmpty(double.NaN).Max() ? 1 : 0),
        Subject.Of("smoothed forwards and backwards", lab =>
        {
            double[,] smooth = new double[lab.T, lab.N];
            for (int i = 0; i < lab.N; i++)
            {
                double level = 0;
                for (int t = 0; t < lab.T; t++) smooth[t, i] = level = double.IsFinite(lab.Return(t, i)) ? (0.8 * level) + (0.2 * lab.Return(t, i)) : level;
                level = 0;
                for (int t = lab.T - 1; t >= 0; t--) smooth[t, i] = level = (0.8 * level) + (0.2 * smooth[t, i]);
            }

            return (t, i) => smooth[t, i];
        }),
        Subject.Of("week's close stamped on its Monday", lab => (t, i) => lab.Past(lab.Close, i, t - (((int)lab.Calendar[t].DayOfWeek) - 1), Math.Min(lab.T - 1, t - ((int)lab.Calendar[t].DayOfWeek - 1) + 4)).LastOrDefault(double.NaN)),
        Subject.Of("monthly mean merged onto every day of the month", lab => (t, i) => lab.Past((d, j) => lab.Calendar[d].Month == lab.Calendar[t].Month ? lab.Close(d, j) : double.NaN, i, 0, lab.T - 1).DefaultIfEmpty(double.NaN).Average()),
        Subject.Of("index return of tomorrow", lab => (t, _) => t + 1 < lab.Index.Count ? lab.Index[t + 1].Close / lab.Index[t].Close : double.NaN),
        Subject.Of("days before a crash left out", lab => (t, i) => lab.Across((d, j) => lab.Return(d, j), Math.Min(t + 1, lab.T - 1)).DefaultIfEmpty(0).Average() < -0.002 ? 0 : lab.Return(t, i)),
    ];
}
