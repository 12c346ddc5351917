namespace AlphaKit.Backtest.Tests;

public sealed class PerformanceTests
{
    private static readonly TradingCalendar Days = new([new(2020, 1, 30), new(2020, 1, 31), new(2020, 2, 3), new(2020, 2, 4)]);

    // r: 10 %, −5 %, 2 %, 0; b: 4 %, −2 %, 1 %, −1 %; e: 6 %, −3 %, 1 %, 1 %. N = 250.
    private static readonly Performance P = Performance.Of(new PerformanceInput
    {
        Calendar = Days,
        Returns = [0.10, -0.05, 0.02, 0],
        BenchmarkReturns = [0.04, -0.02, 0.01, -0.01],
        Benchmark = "b",
        DaysPerYear = 250,
    });

    [Fact]
    public void Three_excess_returns_are_told_apart()
    {
        // total r = 1.1·0.95·1.02 − 1 = 0.0659, b = 1.04·0.98·1.01·0.99 − 1 = 0.01909…, e = 1.06·0.97·1.01·1.01 − 1.
        double r = Math.Pow(1.0659, 62.5) - 1, b = Math.Pow(1.04 * 0.98 * 1.01 * 0.99, 62.5) - 1, e = Math.Pow(1.06 * 0.97 * 1.01 * 1.01, 62.5) - 1;
        Assert.Equal(r, P.AnnualisedReturn, r * 1e-9);
        Assert.Equal(r - b, P.ArithmeticExcess, 1e-9);
        Assert.Equal(((1 + r) / (1 + b)) - 1, P.GeometricExcess, 1e-9);
        Assert.Equal(e, P.CompoundedExcess, 1e-8);
    }

    [Fact]
    public void Tracking_error_and_information_ratio_use_the_sample_deviation_of_the_daily_excess()
    {
        // e: mean 0.0125; squared deviations 0.0475² + 0.0425² + 2·0.0025² = 0.004075; / 3.
        double deviation = Math.Sqrt(0.004075 / 3);
        Assert.Equal(deviation * Math.Sqrt(250), P.TrackingError, 1e-12);
        Assert.Equal(0.0125 / deviation * Math.Sqrt(250), P.InformationRatio, 1e-9);
        Assert.Equal(P.CompoundedExcess / P.TrackingError, P.CompoundedInformationRatio, 1e-9);
    }

    [Fact]
    public void Own_calmar_and_excess_calmar_have_own_drawdowns()
    {
        Assert.Equal(-0.05, P.MaxDrawdown, 1e-12);
        Assert.Equal(-0.03, P.ExcessMaxDrawdown, 1e-12);
        Assert.Equal(P.AnnualisedReturn / 0.05, P.Calmar, 1e-6);
        Assert.Equal(P.CompoundedExcess / 0.03, P.ExcessCalmar, 1e-6);
        Assert.Equal((Days[0], Days[1]), (P.MaxDrawdownPeak, P.MaxDrawdownTrough));
        Assert.Null(P.MaxDrawdownRecovery);
    }

    [Fact]
    public void The_excess_drawdown_has_its_own_days()
    {
        Assert.Equal((Days[0], Days[1]), (P.ExcessMaxDrawdownPeak, P.ExcessMaxDrawdownTrough));
        Assert.Null(P.ExcessMaxDrawdownRecovery);   // 0.97 · 1.01 · 1.01 < 1
    }

    [Fact]
    public void Beta_and_alpha_are_the_line_through_the_days()
    {
        // mean r 1.75 %, mean b 0.5 %; deviations r 8.25, −6.75, 0.25, −1.75, b 3.5, −2.5, 0.5, −1.5 (%): Σ 48.5 / 21 …
        double beta = 48.5 / 21;
        Assert.Equal(beta, P.Beta, 1e-12);
        Assert.Equal(Math.Pow(1 + 0.0175 - (beta * 0.005), 250) - 1, P.Alpha, 1e-9);
        Assert.Equal(-0.0425, P.ValueAtRisk, 1e-12);             // 0.15 of the way from −5 % to 0
        Assert.Equal(-0.05, P.ConditionalValueAtRisk, 1e-12);
    }

    [Fact]
    public void Turnover_a_year_is_turnover_per_rebalance_times_rebalances_a_year()
    {
        Performance traded = P with { Activity = new TradingActivity(4, 9, 0, 0.5, 0.4, 1, 2, default) };
        Assert.Equal(0.4 * 4 / (4 / 250.0), traded.AnnualTurnover, 1e-12);
        Assert.True(double.IsNaN(P.AnnualTurnover));
    }

    [Fact]
    public void Win_rates_count_days_and_months()
    {
        Assert.Equal(0.5, P.DailyWinRate);
        Assert.Equal(1.0, P.MonthlyWinRate);          // January 4.5 %, February 2 %
        Assert.Equal(0.75, P.ExcessDailyWinRate);
        Assert.Equal(1.0, P.ExcessMonthlyWinRate);    // 4.5 % > 1.92 %, 2 % > −0.01 %
    }

    [Fact]
    public void Every_measure_has_a_formula()
    {
        Table table = P.ToTable();
        Assert.All(Enumerable.Range(0, table.RowCount), row => Assert.NotEmpty(table["formula"].Exact(row)));
    }

    [Fact]
    public void Yearly_and_monthly_tables_compound_their_days()
    {
        Table months = PeriodTables.Monthly(Days, [0.10, -0.05, 0.02, 0], [0.04, -0.02, 0.01, -0.01]);
        Assert.Equal(["2020-01 2", "2020-02 2"], months.Lines("month", "days"));
        Assert.Equal((1.10 * 0.95) - 1, months["return"].Numbers[0], 1e-12);
        Assert.Equal((1.01 * 0.99) - 1, months["benchmark"].Numbers[1], 1e-12);
        Table years = PeriodTables.Yearly(Days, [0.10, -0.05, 0.02, 0], [0.04, -0.02, 0.01, -0.01], 250);
        Assert.Equal(["2020 4"], years.Lines("year", "days"));
        Assert.Equal(0.0659, years["return"].Numbers[0], 1e-12);
    }

    [Fact]
    public void Series_that_do_not_fit_are_refused()
    {
        PerformanceInput good = new() { Calendar = Days, Returns = [0, 0, 0, 0], BenchmarkReturns = [0, 0, 0, 0], Benchmark = "b", DaysPerYear = 250 };
        Assert.Throws<ArgumentException>(() => Performance.Of(good with { Returns = [0] }));
        Assert.Throws<ArgumentException>(() => Performance.Of(good with { BenchmarkReturns = [0, 0, double.NaN, 0] }));
    }
}
