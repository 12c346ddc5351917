using AlphaKit.Backtest;
using AlphaKit.Portfolio;

namespace AlphaKit.Reports;

/// <summary>Gathers exposures and attributions day by day.</summary>
internal sealed class ExposureDays
{
    private readonly BacktestResult _result;
    private readonly Panel _prices;
    private readonly AShareRiskHistory _risk;
    private readonly IndexWeights? _index;
    private readonly HoldingHistory _holdings;
    private readonly float[] _lastClose;
    private readonly List<DateOnly> _dates = [];
    private readonly List<double[]> _exposures = [];
    private readonly List<FactorPeriod> _periods = [];
    private readonly List<BrinsonPeriod> _brinson = [];
    private double _uncovered, _worstUncovered;
    private DateOnly _worstDay;
    private int _row;

    public ExposureDays(BacktestResult result, Panel prices, AShareRiskHistory risk, IndexWeights? index)
    {
        _result = result;
        _prices = prices;
        _risk = risk;
        _index = index;
        _holdings = HoldingHistory.Of(result);
        _lastClose = new float[prices.Axes.Count];
    }

    /// <summary>Adds a close and the day after it.</summary>
    public void Add(DateOnly day, DateOnly next)
    {
        Carry(day);
        int today = _result.Calendar.IndexOf(day), tomorrow = _result.Calendar.IndexOf(next);
        double nav = _result.Daily["nav"].Numbers[today];
        SortedDictionary<Symbol, (double Own, double Other)> weights = [];
        foreach ((Symbol symbol, long shares) in _holdings.At(day))
        {
            int column = _prices.Axes.ColumnOf(symbol);
            if (column >= 0 && nav > 0) weights[symbol] = (shares * (double)_lastClose[column] / nav, 0);
        }

        foreach ((Symbol symbol, double weight) in _index?.At(day) ?? new Dictionary<Symbol, double>())
            weights[symbol] = (weights.GetValueOrDefault(symbol).Own, weight);
        FactorRisk risk = _risk.At(day);
        int k = risk.Factors.Count;
        double[] active = new double[k];
        double uncovered = 0;
        List<string> groups = [];
        foreach ((Symbol symbol, (double own, double other)) in weights)
        {
            int row = risk.RowOf(symbol);
            string group = ExposureAnalysis.Unclassified;
            if (row < 0)
            {
                uncovered += own;
            }
            else
            {
                ReadOnlySpan<double> x = risk.ExposuresOf(row);
                for (int f = 0; f < k; f++)
                {
                    active[f] += (own - other) * x[f];
                    if (x[f] == 1 && risk.Factors[f].StartsWith(Prefix, StringComparison.Ordinal)) group = risk.Factors[f][Prefix.Length..];
                }
            }

            groups.Add(group);
        }

        Remember(day, uncovered);
        double benchmark = _index is null ? 0 : _result.Daily["benchmark_return"].Numbers[tomorrow];
        _dates.Add(day);
        _exposures.Add(active);
        _periods.Add(new FactorPeriod(next, _result.Daily["return"].Numbers[tomorrow], benchmark, active, _risk.FactorReturns(next).ToArray()));
        if (_index is not null) _brinson.Add(BrinsonPeriod.OfShares(next, groups, [.. weights.Values.Select(w => w.Own)], [.. weights.Values.Select(w => w.Other)], [.. weights.Keys.Select(s => Return(s, next))]));
    }

    private const string Prefix = "industry:";

    /// <summary>The report over all days added.</summary>
    public ExposureReport ToReport(string benchmark)
    {
        string[] factors = [.. _risk.Factors];
        int[] styles = [.. Enumerable.Range(0, factors.Length).Where(f => factors[f] != RiskFactors.Country && !factors[f].StartsWith(Prefix, StringComparison.Ordinal))];
        int[] industries = [.. Enumerable.Range(0, factors.Length).Where(f => factors[f].StartsWith(Prefix, StringComparison.Ordinal))];
        List<string> notes = [];
        if (_worstUncovered > 0)
            notes.Add(FormattableString.Invariant($"Shares without exposures in the risk model (new listings, missing data) were {_uncovered / _dates.Count:P1} of the portfolio on average, at most {_worstUncovered:P1} on {_worstDay:yyyy-MM-dd}; what they earned is specific return."));
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
            Industries = Over("industry_exposures", industries, f => factors[f][Prefix.Length..], "P2"),
            Attribution = FactorAttribution.Of(factors, _periods),
            Brinson = _index is null ? null : BrinsonAttribution.Of(_brinson),
            Notes = notes,
        };
    }

    private Table Over(string name, int[] factors, Func<int, string> title, string format) => new(
        name, [TableColumn.Date("date", _dates), .. factors.Select(f => TableColumn.Number(title(f), _exposures.Select(x => x[f]), format))]);

    private void Carry(DateOnly day)
    {
        for (; _row < _prices.Axes.Days && _prices.Calendar[_row] <= day; _row++)
        {
            ReadOnlySpan<float> close = _prices[Field.Close].Row(_row);
            for (int i = 0; i < close.Length; i++)
            {
                if (close[i] > 0) _lastClose[i] = close[i];
            }
        }
    }

    // A share without a bar that day returns 0.
    private double Return(Symbol symbol, DateOnly day)
    {
        int column = _prices.Axes.ColumnOf(symbol);
        if (column < 0) return 0;
        float close = _prices[Field.Close, day][column], before = _prices.Has(Field.PreClose) ? _prices[Field.PreClose, day][column] : _lastClose[column];
        return close > 0 && before > 0 ? ((double)close / before) - 1 : 0;
    }

    private void Remember(DateOnly day, double uncovered)
    {
        _uncovered += uncovered;
        if (uncovered <= _worstUncovered) return;
        _worstUncovered = uncovered;
        _worstDay = day;
    }
}
