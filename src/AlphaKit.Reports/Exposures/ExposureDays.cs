using AlphaKit.Backtest;
using AlphaKit.Portfolio;

namespace AlphaKit.Reports;

/// <summary>Gathers exposures and attributions day by day: what is held is replayed in order of time, then the days of a block are measured side by side.</summary>
internal sealed class ExposureDays
{
    private const string Prefix = "industry:";
    private const int Block = 64;

    private readonly BacktestResult _result;
    private readonly AShareRiskHistory _risk;
    private readonly IndexWeights? _index;
    private readonly ShareSlots _slots;
    private readonly int[] _industries;
    private readonly List<ExposureDay> _days = [];

    public ExposureDays(BacktestResult result, Panel prices, AShareRiskHistory risk, IndexWeights? index)
    {
        _result = result;
        _risk = risk;
        _index = index;
        _slots = new ShareSlots(result, prices, index);
        _industries = [.. Enumerable.Range(0, risk.Factors.Count).Where(f => risk.Factors[f].StartsWith(Prefix, StringComparison.Ordinal))];
    }

    /// <summary>Adds days; each is measured at its close and over the day after it, so the last one only ends the one before.</summary>
    public void Add(IReadOnlyList<DateOnly> days, CancellationToken cancellationToken)
    {
        IReadOnlyList<double> nav = _result.Daily["nav"].Numbers, returns = _result.Daily["return"].Numbers, benchmark = _result.Daily["benchmark_return"].Numbers;
        double[][] own = new double[Block][], other = new double[Block][], earned = new double[Block][];
        for (int from = 0; from + 1 < days.Count; from += Block)
        {
            int count = Math.Min(Block, days.Count - 1 - from);
            for (int b = 0; b < count; b++)
            {
                DateOnly day = days[from + b], next = days[from + b + 1];
                double value = nav[_result.Calendar.IndexOf(day)];
                own[b] = _slots.WeightsAt(day, value, own[b]);
                other[b] = _index is null ? [] : _slots.IndexAt(day);
                earned[b] = _index is null ? [] : _slots.ReturnsOn(next, earned[b]);
            }

            ExposureDay[] measured = new ExposureDay[count];
            int first = from;
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, b =>
            {
                int tomorrow = _result.Calendar.IndexOf(days[first + b + 1]);
                measured[b] = Measure(days[first + b], days[first + b + 1], own[b], other[b], earned[b], returns[tomorrow], _index is null ? 0 : benchmark[tomorrow]);
            });
            _days.AddRange(measured);
        }
    }

    /// <summary>The report over all days added.</summary>
    public ExposureReport ToReport(string benchmark)
    {
        string[] factors = [.. _risk.Factors];
        int[] styles = [.. Enumerable.Range(0, factors.Length).Where(f => factors[f] != RiskFactors.Country && !factors[f].StartsWith(Prefix, StringComparison.Ordinal))];
        List<string> notes = [];
        double uncovered = 0, worst = 0;
        DateOnly worstDay = default;
        foreach (ExposureDay day in _days)
        {
            uncovered += day.Uncovered;
            if (day.Uncovered > worst) (worst, worstDay) = (day.Uncovered, day.Date);
        }

        if (worst > 0)
            notes.Add(FormattableString.Invariant($"Shares without exposures in the risk model (new listings, missing data) were {uncovered / _days.Count:P1} of the portfolio on average, at most {worst:P1} on {worstDay:yyyy-MM-dd}; what they earned is specific return."));
        if (_index is not null)
        {
            notes.Add("Weights of the index are those of its latest snapshot, not drifted since.");
            notes.Add("Attribution by industry takes the shares held at each close over the day after; costs and trading within the day are not in it.");
            if (!_result.Performance.Benchmark.Contains(benchmark, StringComparison.Ordinal))
                notes.Add($"The backtest is measured against {_result.Performance.Benchmark}, the exposures against {benchmark}: the attribution to factors mixes the two.");
        }

        return new ExposureReport
        {
            Benchmark = benchmark,
            Styles = Over("style_exposures", styles, f => factors[f], "F3"),
            Industries = Over("industry_exposures", _industries, f => factors[f][Prefix.Length..], "P2"),
            Attribution = FactorAttribution.Of(factors, [.. _days.Select(d => d.Period)]),
            Brinson = _index is null ? null : BrinsonAttribution.Of([.. _days.Select(d => d.Brinson!)]),
            Notes = notes,
        };
    }

    private ExposureDay Measure(DateOnly day, DateOnly next, double[] own, double[] other, double[] earned, double portfolio, double benchmark)
    {
        FactorRisk risk = _risk.At(day);
        int k = risk.Factors.Count;
        int[] rows = _slots.RowsOf(risk);
        double[] active = new double[k];
        IndustrySums sums = new(_industries.Length + 1);
        double uncovered = 0;
        for (int i = 0; i < own.Length; i++)
        {
            double w = own[i], v = other.Length > 0 ? other[i] : 0;
            if (w == 0 && v == 0) continue;
            int group = _industries.Length;
            if (rows[i] < 0)
            {
                uncovered += w;
            }
            else
            {
                ReadOnlySpan<double> x = risk.ExposuresOf(rows[i]);
                double weight = w - v;
                for (int f = 0; f < active.Length; f++) active[f] += weight * x[f];
                for (int g = 0; g < _industries.Length; g++)
                {
                    if (x[_industries[g]] == 1) group = g;
                }
            }

            if (other.Length > 0) sums.Add(group, w, v, earned[i]);
        }

        return new ExposureDay(day, uncovered, active, new FactorPeriod(next, portfolio, benchmark, active, _risk.FactorReturns(next).ToArray()), _index is null ? null : sums.ToPeriod(next, GroupName));
    }

    private string GroupName(int group) => group < _industries.Length ? _risk.Factors[_industries[group]][Prefix.Length..] : ExposureAnalysis.Unclassified;

    private Table Over(string name, int[] factors, Func<int, string> title, string format) => new(
        name, [TableColumn.Date("date", _days.Select(d => d.Date)), .. factors.Select(f => TableColumn.Number(title(f), _days.Select(d => d.Active[f]), format))]);
}
