using AlphaKit.Data.Simulation;
using AlphaKit.Testing;

namespace AlphaKit.Portfolio.Tests;

[Trait("Speed", "Slow")]
public sealed class SimulatedMarketTests : IClassFixture<SimulatedMarketTests.Estimated>
{
    private static readonly RiskRange Range = new() { From = new(2019, 1, 2), To = new(2019, 6, 28) };
    private static readonly AShareRiskOptions Quick = new() { Factors = new() { EigenDraws = 5 }, Threads = 2 };

    private readonly Estimated _it;

    public SimulatedMarketTests(Estimated it) => _it = it;

    [Fact]
    public void Every_day_has_a_risk_of_forty_two_factors()
    {
        Assert.Equal(42, _it.History.Factors.Count);
        Assert.Equal(_it.Market.Calendar.Between(Range.From, Range.To), _it.History.Calendar);
        Assert.Equal(Clock.Announced, _it.History.KnownAt);
        Assert.Empty(_it.History.Notes);
        foreach (DateOnly day in _it.History.Calendar)
        {
            FactorRisk risk = _it.History.At(day);
            double[] equal = [.. Enumerable.Repeat(1.0 / risk.Symbols.Count, risk.Symbols.Count)];
            Assert.InRange(Math.Sqrt(risk.Variance(equal) * 243), 0.05, 0.6);
            Assert.InRange(risk.Symbols.Count, 130, 200);
        }
    }

    [Fact]
    public async Task Styles_have_cap_weighted_mean_zero_and_deviation_one_over_the_estimation_universe()
    {
        // A day on which every member has a valuation, so that the model carries none over from the day before.
        Panel panel = await _it.Market.PanelAsync(new PanelQuery { From = new(2017, 1, 3), To = Range.To, Fields = [Field.MarketCap], Universe = Quick.EstimationUniverse });
        DateOnly day = _it.History.Calendar.First(d => panel.Symbols.All(s => !panel.IsMember(s, d) || !float.IsNaN(panel[Field.MarketCap, d][panel.Axes.ColumnOf(s)])));
        FactorRisk risk = _it.History.At(day);
        int[] rows = [.. Enumerable.Range(0, risk.Symbols.Count).Where(i => panel.IsMember(risk.Symbols[i], day))];
        double[] cap = [.. rows.Select(i => (double)panel[Field.MarketCap, day][panel.Axes.ColumnOf(risk.Symbols[i])])];
        for (int s = 1; s <= 10; s++)
        {
            double[] x = [.. rows.Select(i => risk.ExposuresOf(i)[s])];
            double mean = x.Average();
            Assert.Equal(0, x.Zip(cap, (v, c) => v * c).Sum() / cap.Sum(), 1e-6);
            Assert.Equal(1, Math.Sqrt(x.Average(v => (v - mean) * (v - mean))), 1e-6);
        }
    }

    [Fact]
    public async Task The_risk_of_a_day_does_not_change_with_the_future()
    {
        // Noise flips the flags of half the market, after which there is no estimation universe left; only days up to the moment are looked at.
        DateOnly moment = new(2019, 4, 10);
        IReadOnlyList<LookAheadViolation> violations = await LookAheadDetector.FindAsync(
            _it.Market,
            [moment],
            async (m, stop) => [Fingerprint(await new AShareRiskModel(Quick).EstimateAsync(m, Range, null, stop), moment)],
            Clock.Announced);
        Assert.True(violations.Count == 0, string.Join("\n", violations.Take(5)));
    }

    [Fact]
    public async Task The_regime_multiplier_measures_returns_against_the_forecast_of_the_day_before()
    {
        // λ² = Σ 2^(−age/4) B / Σ 2^(−age/4) over 24 days, with B the mean of f²/σ² and σ² what the day before forecast, before its own λ.
        const double HalfLife = 4;
        AShareRiskOptions options = Quick with { Factors = new() { EigenDraws = 0, RegimeHalfLife = HalfLife } };
        AShareRiskHistory history = await new AShareRiskModel(options).EstimateAsync(_it.Market, Range with { To = new(2019, 3, 29) });
        TradingCalendar days = history.Calendar;
        double sum = 0, total = 0;
        for (int age = 0; age < 24; age++)
        {
            DateOnly day = days[days.Count - 1 - age], before = days[days.Count - 2 - age];
            ReadOnlySpan<double> returns = history.FactorReturns(day).Span, covariance = history.At(before).Covariance.Span;
            double squares = 0, scale = Math.Pow(history.FactorMultiplier(before), 2);
            int count = 0, k = returns.Length;
            for (int f = 0; f < k; f++)
            {
                double variance = covariance[(f * k) + f] / scale;
                if (double.IsNaN(returns[f]) || !(variance > 0)) continue;
                squares += returns[f] * returns[f] / variance;
                count++;
            }

            sum += Math.Pow(0.5, age / HalfLife) * squares / count;
            total += Math.Pow(0.5, age / HalfLife);
        }

        Assert.Equal(Math.Sqrt(sum / total), history.FactorMultiplier(days.Last), 9);
    }

    [Fact]
    public async Task Threads_change_no_bit()
    {
        AShareRiskHistory one = await new AShareRiskModel(Quick with { Threads = 1 }).EstimateAsync(_it.Market, Range);
        AShareRiskHistory three = await new AShareRiskModel(Quick with { Threads = 3 }).EstimateAsync(_it.Market, Range);
        Assert.Equal(Fingerprint(one).ToCsv(), Fingerprint(three).ToCsv());
    }

    [Fact]
    public async Task A_shorter_range_gives_the_same_risk()
    {
        // Sums are carried from another first day, so rounding differs.
        AShareRiskHistory late = await new AShareRiskModel(Quick).EstimateAsync(_it.Market, Range with { From = new(2019, 6, 3) });
        foreach (DateOnly day in new[] { late.Calendar.First, late.Calendar.Last })
        {
            FactorRisk one = _it.History.At(day), other = late.At(day);
            double[] w = [.. Enumerable.Range(0, one.Symbols.Count).Select(i => (i % 5) - 1.5)];
            Assert.Equal(one.Symbols, other.Symbols);
            Assert.Equal(1, other.Variance(w) / one.Variance(w), 1e-4);
        }
    }

    [Fact]
    public void The_latest_risk_known_before_the_evening_is_that_of_the_day_before()
    {
        DateOnly day = _it.History.Calendar[5];
        Assert.Equal(_it.History.Calendar[4], _it.History.AsKnownAt(day, Clock.Open).Date);
        Assert.Equal(_it.History.Calendar[4], _it.History.AsKnownAt(day, Clock.Evening).Date);
        Assert.Equal(day, _it.History.AsKnownAt(day, Clock.NextMorning).Date);
        Assert.Throws<DateNotInCalendarException>(() => _it.History.AsKnownAt(_it.History.Calendar.First, Clock.Open));
        Assert.Throws<DateNotInCalendarException>(() => _it.History.At(new DateOnly(2019, 1, 5)));
    }

    [Fact]
    public async Task A_cancelled_estimate_stops()
    {
        using CancellationTokenSource source = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new AShareRiskModel(Quick).EstimateAsync(_it.Market, Range, new Stop(source), source.Token));
    }

    private static Table Fingerprint(AShareRiskHistory history, DateOnly? last = null)
    {
        List<double> variance = [], specific = [], exposures = [], returns = [], multipliers = [];
        DateOnly[] days = [.. history.Calendar.Where(d => last is null || d <= last)];
        foreach (DateOnly day in days)
        {
            FactorRisk risk = history.At(day);
            double[] w = [.. Enumerable.Range(0, risk.Symbols.Count).Select(i => (i % 7) - 2.0)];
            variance.Add(risk.Variance(w));
            specific.Add(risk.SpecificVarianceOf(w));
            exposures.Add(risk.FactorExposures(w).Select((x, k) => x * (k + 1)).Sum());
            returns.Add(history.FactorReturns(day).ToArray().Where(f => !double.IsNaN(f)).Select((f, k) => f * (k + 1)).Sum());
            multipliers.Add(history.FactorMultiplier(day) + (10 * history.SpecificMultiplier(day)));
        }

        return new Table("risk", TableColumn.Date("date", days), TableColumn.Number("variance", variance), TableColumn.Number("specific", specific),
            TableColumn.Number("exposures", exposures), TableColumn.Number("returns", returns), TableColumn.Number("multipliers", multipliers));
    }

    /// <summary>The market and its estimate, made once.</summary>
    public sealed class Estimated
    {
        public Estimated()
        {
            Market = SimulatedMarket.Create(new SimulationOptions { Stocks = 150, From = new(2016, 1, 4), To = new(2019, 6, 28) });
            History = new AShareRiskModel(Quick).EstimateAsync(Market, Range).GetAwaiter().GetResult();
        }

        public SimulatedMarket Market { get; }

        public AShareRiskHistory History { get; }
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<RiskProgress>
    {
        public void Report(RiskProgress value)
        {
            if (value.Step != "reading") source.Cancel();
        }
    }
}
