namespace AlphaKit.Testing.Tests;

/// <summary>Mistakes that people make in normalisation, labels, models and announcements.</summary>
internal static partial class Mutants
{
    public static IReadOnlyList<Subject> All { get; } = [.. Deals(), .. Universes(), .. Prices(), .. Scalings(), .. Models(), .. Announcements()];

    private static IEnumerable<Subject> Scalings() =>
    [
        Subject.Of("z-score over the whole sample", lab => (t, i) =>
        {
            double[] all = [.. lab.Past(lab.Close, i, 0, lab.T - 1)];
            double mean = all.Average();
            return (lab.Close(t, i) - mean) / Math.Sqrt(all.Average(v => (v - mean) * (v - mean)));
        }),
        Subject.Of("minimum and maximum of the whole sample", lab => (t, i) => (lab.Close(t, i) - lab.Past(lab.Close, i, 0, lab.T - 1).Min()) / lab.Past(lab.Close, i, 0, lab.T - 1).Max()),
        Subject.Of("winsorised at quantiles of the whole sample", lab =>
        {
            double[] all = [.. Enumerable.Range(0, lab.N).SelectMany(i => lab.Past((t, j) => lab.Return(t, j), i, 0, lab.T - 1)).Order()];
            return (t, i) => Math.Clamp(lab.Return(t, i), all[all.Length / 10], all[all.Length * 9 / 10]);
        }),
        Subject.Of("rank over time of the whole sample", lab => (t, i) => lab.Past(lab.Close, i, 0, lab.T - 1).Count(v => v < lab.Close(t, i))),
        Subject.Of("scaled by the volatility of the whole sample", lab => (t, i) =>
        {
            double[] all = [.. lab.Past((d, j) => lab.Return(d, j), i, 0, lab.T - 1)];
            return lab.Return(t, i) / Math.Sqrt(all.Average(v => v * v));
        }),
        Subject.Of("trend of the whole sample removed", lab => (t, i) => lab.Close(t, i) - (t * (lab.Past(lab.Close, i, lab.T - 10, lab.T - 1).DefaultIfEmpty(0).Average() - lab.Past(lab.Close, i, 0, 9).Average()) / lab.T)),
        Subject.Of("calm and stormy days by the whole sample's median", lab =>
        {
            double[] storms = [.. Enumerable.Range(1, lab.T - 1).Select(t => lab.Across((d, j) => lab.Return(d, j), t).Average(Math.Abs))];
            double median = storms.Order().ElementAt(storms.Length / 2);
            return (t, i) => t > 0 && storms[t - 1] > median ? 0 : storms[Math.Max(0, t - 1)] - median;
        }),
    ];

    private static IEnumerable<Subject> Models() =>
    [
        Subject.Of("label among the features", lab => (t, i) => lab.Return(t + 1, i)),
        Subject.Of("label shifted one day short", lab =>
        {
            double[] slopes = lab.Daily(t => lab.Slope((d, j) => lab.Return(d, j), Math.Max(1, t - 20), t, 1));
            return (t, i) => slopes[t] * lab.Return(t, i);
        }),
        Subject.Of("split without purging overlapping labels", lab =>
        {
            double[] slopes = lab.Daily(t => lab.Slope((d, j) => lab.Return(d, j), Math.Max(1, t - 30), t - 1, 5));
            return (t, i) => slopes[t] * lab.Return(t, i);
        }),
        Subject.Of("random folds", lab => (t, i) =>
        {
            double sum = 0;
            int n = 0;
            for (int d = 0; d < lab.T; d++)
            {
                if (d % 5 == t % 5 || !double.IsFinite(lab.Return(d, i))) continue;
                sum += lab.Return(d, i);
                n++;
            }

            return sum / n;
        }),
        Subject.Of("fitted in sample", lab =>
        {
            double slope = lab.Slope((d, j) => lab.Return(d, j), 1, lab.T - 2, 1);
            return (t, i) => slope * lab.Return(t, i);
        }),
        Subject.Of("look-back chosen by the best of the whole sample", lab =>
        {
            double best = Enumerable.Range(1, 10).Select(k => lab.Correlation((d, j) => lab.Return(d, j, k), 10, lab.T - 2, 1)).Max();
            return (t, i) => lab.Return(t, i) * best;
        }),
        Subject.Of("factor weighted by its correlation over the whole sample", lab =>
        {
            double reversal = lab.Correlation((d, j) => -lab.Return(d, j), 1, lab.T - 2, 1), size = lab.Correlation((d, j) => -Math.Log(lab[Field.MarketCap, d, j]), 1, lab.T - 2, 1);
            return (t, i) => (-reversal * lab.Return(t, i)) - (size * Math.Log(lab[Field.MarketCap, t, i]));
        }),
        Subject.Of("correlation that has not matured", lab =>
        {
            double[] correlations = lab.Daily(t => lab.Correlation((d, j) => lab.Return(d, j), Math.Max(1, t - 20), t, 5));
            return (t, _) => correlations[t];
        }),
        Subject.Of("industry encoded by its mean label of the whole sample", lab =>
        {
            double[] means = [.. Enumerable.Range(0, 5).Select(g => Enumerable.Range(1, lab.T - 1).SelectMany(t => lab.Across((d, j) => lab[Field.Industry, d, j] == g ? lab.Return(d, j) : double.NaN, t)).Average())];
            return (t, i) => means[(int)lab[Field.Industry, 0, i]];
        }),
        Subject.Of("stopped early by the error of the test set", lab =>
        {
            double[] slopes = lab.Daily(t => lab.Slope((d, j) => lab.Return(d, j), Math.Max(1, t - 20), t - 2, 1));
            double[] stopped = lab.Daily(t => Error(t, slopes[t]) < Error(t, slopes[t] / 2) ? slopes[t] : slopes[t] / 2);
            return (t, i) => stopped[t] * lab.Return(t, i);

            double Error(int t, double slope) => lab.Across((d, j) => Math.Abs(lab.Return(d + 1, j) - (slope * lab.Return(d, j))), t).DefaultIfEmpty(0).Sum();
        }),
        Subject.Of("members of an ensemble weighted by what they earn next", lab =>
        {
            double[] earned = lab.Daily(t => lab.Correlation((d, j) => lab.Return(d, j), t, t, 1));
            return (t, i) => (lab.Return(t, i) * earned[t]) - lab.Return(t, i, 5);
        }),
        Subject.Of("targets smoothed with the next ones", lab => (t, i) => (lab.Return(t - 1, i) + lab.Return(t, i) + lab.Return(t + 1, i)) / 3),
        Subject.Of("blacklist by losses still to come", lab => (t, i) => lab.Past((d, j) => lab.Return(d, j), i, t + 1, t + 3).Sum() < -0.01 ? 0 : 1),
    ];

    private static IEnumerable<Subject> Announcements() =>
    [
        Subject.Of("statements by their period instead of their announcement", lab => (t, i) => lab.Statements
            .Where(s => s.Symbol == lab.Symbols[i] && s.PeriodEnd <= lab.Calendar[t]).OrderBy(s => s.PeriodEnd).ThenByDescending(s => s.Announced).Select(s => s.Items["n_income_attr_p"]).LastOrDefault(double.NaN)),
        Subject.Of("restated figures for the days before the restatement", lab => (t, i) =>
        {
            DateOnly? period = lab.Statements.Where(s => s.Symbol == lab.Symbols[i] && s.Announced <= lab.Calendar[t]).Select(s => (DateOnly?)s.PeriodEnd).Max();
            return lab.Statements.Where(s => s.Symbol == lab.Symbols[i] && s.PeriodEnd == period).OrderBy(s => s.Announced).Select(s => s.Items["n_income_attr_p"]).LastOrDefault(double.NaN);
        }),
        Subject.Of("forecasts by their period", lab => (t, i) => lab.Forecasts.Where(f => f.Symbol == lab.Symbols[i] && f.PeriodEnd <= lab.Calendar[t]).Select(f => f.ChangeMin).LastOrDefault(double.NaN)),
        Subject.Of("dividends before they are announced", lab => (t, i) => lab.Actions.Any(a => a.Symbol == lab.Symbols[i] && a.ExDate > lab.Calendar[t] && a.ExDate <= lab.Calendar[Math.Min(lab.T - 1, t + 15)]) ? 1 : 0),
        Subject.Of("next announcement merged instead of the last", lab => (t, i) => lab.Forecasts.Where(f => f.Symbol == lab.Symbols[i] && f.Announced >= lab.Calendar[t]).Select(f => f.ChangeMin).FirstOrDefault(double.NaN)),
    ];
}
