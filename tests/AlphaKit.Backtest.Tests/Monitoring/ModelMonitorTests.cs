using AlphaKit.TestSupport;

namespace AlphaKit.Backtest.Tests;

public sealed class ModelMonitorTests
{
    private static readonly MonitorOptions Small = new() { FewestNames = 3, FewestDays = 2, Window = 10 };

    private static string[] Rows(MonitorReport report, int upTo) => [.. report.Daily.ToCsv().Split('\n').Take(upTo + 2)];

    [Fact]
    public void The_rank_ic_of_a_day_appears_when_its_label_matures()
    {
        // Day 0: ranks 1 2 3 4 against 1 3 2 4: 1 − 6·2/(4·15) = 0.8. Day 1: reversed, −1.
        PanelAxes axes = MonitorMarket.Axes(5, 4);
        float nan = float.NaN;
        MonitorReport report = ModelMonitor.Run(new MonitorInput
        {
            Name = "m",
            Axes = axes,
            Scores = FieldMatrix.FromRowMajor([1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, nan, nan, nan, 1], 5, 4),
            Labels = FieldMatrix.FromRowMajor([10, 30, 20, 40, 4, 3, 2, 1, 1, 2, 3, 4, nan, nan, nan, nan, nan, nan, nan, nan], 5, 4),
            MaturityDays = 2,
        }, Small);
        Assert.Equal(["", "", "2020-01-02", "2020-01-03", "2020-01-06"], Enumerable.Range(0, 5).Select(t => report.Daily["ic_date"].Exact(t)));
        Assert.True(double.IsNaN(report.Daily["rank_ic"].Numbers[1]));
        Assert.Equal(0.8, report.Daily["rank_ic"].Numbers[2], 1e-12);
        Assert.Equal(-1, report.Daily["rank_ic"].Numbers[3], 1e-12);
        Assert.Equal(-0.1, report.Daily["trailing_ic"].Numbers[3], 1e-12);
        Assert.Equal((0.8 - 1 + 1) / 3, report.Daily["trailing_ic"].Numbers[4], 1e-12);
        Assert.Equal(0.25, report.Daily["coverage"].Numbers[4], 1e-12);
    }

    [Fact]
    public void Nothing_unmatured_and_nothing_later_changes_what_is_said_of_a_day() => Properties.Holds(FsCheck.Fluent.Gen.Choose(1, 100_000), seed =>
    {
        const int At = 70, Matures = 5;
        MonitorInput clean = MonitorMarket.Create((ulong)seed, days: 110, names: 12, matures: Matures, after: -0.3, dies: 30);
        RandomStream random = RandomStream.Create((ulong)seed, "poison");
        float Noise() => (float)(1000 * random.NextNormal());
        FieldMatrix other = clean.Scores.Change((_, _, v) => v + 1);
        MonitorInput with = clean with { Inputs = [new("x", other)] };
        MonitorInput poisoned = with with
        {
            Scores = clean.Scores.Change((t, _, v) => t > At ? Noise() : v),
            Labels = clean.Labels.Change((t, _, v) => t > At - Matures ? Noise() : v),
            Inputs = [new("x", other.Change((t, _, v) => t > At ? Noise() : v))],
        };
        MonitorOptions options = new() { FewestNames = 5, Window = 20, FewestDays = 10, Scale = ScoreScale.Forecasts, ReferenceTo = clean.Axes.Calendar[39], CoolDown = 3, Retrain = new RetrainRule { CoolDown = 4, Evidence = 1 } };
        MonitorReport one = ModelMonitor.Run(with, options), two = ModelMonitor.Run(poisoned, options);
        DateOnly day = clean.Axes.Calendar[At];
        return Rows(one, At).SequenceEqual(Rows(two, At)) && !Rows(one, At + 6).SequenceEqual(Rows(two, At + 6))
            && one.Alerts.Where(a => a.Date <= day).SequenceEqual(two.Alerts.Where(a => a.Date <= day));
    }, cases: 40);

    [Fact]
    public void A_run_that_ends_today_says_of_today_what_a_longer_run_says()
    {
        MonitorInput whole = MonitorMarket.Create(4, days: 200);
        MonitorInput today = whole with { Axes = whole.Axes.SliceDays(0, 150), Scores = whole.Scores.Slice(0, 150), Labels = whole.Labels.Slice(0, 150) };
        Assert.Equal(Rows(ModelMonitor.Run(whole), 149), Rows(ModelMonitor.Run(today), 149));
    }

    // Python, from the definition with two lags: mean 0.02125, and distances from 0 and from 0.02 in standard errors.
    [Fact]
    public void The_standard_error_of_a_trailing_mean_is_newey_wests()
    {
        TrailingMean mean = TrailingMean.Of([0.05, 0.02, -0.01, 0.04, 0.03, 0, 0.06, -0.02], 2, 2);
        Assert.Equal(0.02125, mean.Mean, 1e-15);
        Assert.Equal(NeweyWestError, mean.StandardError, 1e-12);
        Assert.Equal(0.02125 / NeweyWestError, mean.T(0), 1e-9);
        Assert.True(double.IsNaN(TrailingMean.Of([0.01, double.NaN, 0.02], 2, 3).Mean));
    }

    private const double NeweyWestError = 0.004999999999999998;

    [Fact]
    [Trait("Claim", "monitor_false_retrains")]
    [Trait("Speed", "Slow")]
    public void A_healthy_model_is_left_alone()
    {
        // Twelve models over two years each, mean IC 0.05, deviation of the daily IC 0.13. The rule "|IC| of the day below 0.02" would fire on about one day in nine; compared with the floor nothing fires, compared with what was promised chance does now and then.
        int fired = 0, naive = 0, days = 0;
        for (ulong seed = 1; seed <= 12; seed++)
        {
            MonitorInput input = MonitorMarket.Create(seed, days: 500);
            MonitorReport report = ModelMonitor.Run(input);
            Assert.Empty(report.Alerts.OfType<RetrainAlert>());
            fired += ModelMonitor.Run(input, new MonitorOptions { Retrain = new RetrainRule { Expected = 0.05 } }).Alerts.OfType<RetrainAlert>().Count();
            naive += report.Daily["rank_ic"].Numbers.Count(v => Math.Abs(v) < 0.02);
            days += 500;
        }

        Assert.True(naive > days / 15, $"the naive rule fired on {naive} of {days} days");
        Claim.AtMost("monitor_false_retrains", fired, 5);
    }

    [Fact]
    [Trait("Claim", "monitor_detection_days")]
    public void A_model_that_died_is_noticed()
    {
        int[] waits = new int[12];
        for (ulong seed = 1; seed <= 12; seed++)
        {
            MonitorInput input = MonitorMarket.Create(seed, days: 500, before: 0.06, after: -0.02, dies: 250);
            MonitorReport report = ModelMonitor.Run(input, new MonitorOptions { Retrain = new RetrainRule { Expected = 0.06 } });
            RetrainAlert? first = report.Alerts.OfType<RetrainAlert>().FirstOrDefault();
            waits[seed - 1] = first is null ? 250 : input.Axes.Calendar.IndexOf(first.Date) - 250;
            Assert.True(waits[seed - 1] > 0, $"seed {seed} fired before the model died");
        }

        Array.Sort(waits);
        Claim.AtMost("monitor_detection_days", waits[6], 75);
    }

    [Fact]
    public void An_alert_is_not_repeated_within_its_cool_down()
    {
        MonitorInput dead = MonitorMarket.Create(3, days: 400, before: -0.2, after: -0.2);
        RetrainAlert[] alerts = [.. ModelMonitor.Run(dead, new MonitorOptions { Retrain = new RetrainRule { CoolDown = 30 } }).Alerts.OfType<RetrainAlert>()];
        Assert.True(alerts.Length >= 5);
        for (int i = 1; i < alerts.Length; i++) Assert.True(dead.Axes.Calendar.IndexOf(alerts[i].Date) - dead.Axes.Calendar.IndexOf(alerts[i - 1].Date) > 30);
        Assert.True(alerts[0].TrailingIc < -0.1 && alerts[0].TStatistic <= -2.5 && alerts[0].Floor == 0.02);
    }

    [Fact]
    public void A_day_without_variation_has_no_ic_and_is_left_out_of_the_mean()
    {
        MonitorInput input = MonitorMarket.Create(3, days: 80);
        MonitorReport flat = ModelMonitor.Run(input with { Scores = input.Scores.Change((t, _, v) => t == 50 ? 1 : v) });
        int row = 55;
        Assert.True(double.IsNaN(flat.Daily["rank_ic"].Numbers[row]));
        Assert.Equal(flat.Daily["ic_days"].Numbers[row - 1], flat.Daily["ic_days"].Numbers[row]);
    }

    [Fact]
    public void Missing_scores_of_members_raise_an_alert()
    {
        MonitorInput input = MonitorMarket.Create(3, days: 80);
        Membership half = Membership.Create(80, 100, (_, row) => row[..50].Fill(true));
        MonitorReport report = ModelMonitor.Run(input with { Members = half, Scores = input.Scores.Change((t, i, v) => t >= 60 && i is >= 40 ? float.NaN : v) }, new MonitorOptions { LowestCoverage = 0.9 });
        Assert.Equal(new CoverageAlert(input.Axes.Calendar[60], "model", 40, 50, 0.9), report.Alerts.OfType<CoverageAlert>().Single());
        Assert.Equal(1, report.Daily["coverage"].Numbers[59]);
    }

    // Python, from the definition: reference 0 … 99, now 50 … 149; and now with 20 of 100 missing.
    [Fact]
    public void The_stability_index_equals_its_definition()
    {
        float[] reference = [.. Enumerable.Range(0, 100).Select(i => (float)i)], later = [.. reference.Select(v => v + 50)], gaps = [.. later.Select((_, i) => i < 20 ? float.NaN : (float)(i + 30))];
        StabilityIndex index = new(FieldMatrix.FromRowMajor(reference, 1, 100), 1, null);
        FieldMatrix now = FieldMatrix.FromRowMajor([.. reference, .. later, .. gaps], 3, 100);
        Assert.Equal(0, index.Of(now, 0, null), 1e-12);
        Assert.Equal(2.2728865145008252, index.Of(now, 1, null), 1e-9);
        Assert.Equal(2.530761750983202, index.Of(now, 2, null), 1e-9);
    }

    [Fact]
    public void A_shifted_input_is_named_and_a_steady_one_is_not()
    {
        MonitorInput input = MonitorMarket.Create(6, days: 120, names: 300);
        MonitorReport report = ModelMonitor.Run(
            input with { Inputs = [new("steady", input.Scores), new("moved", input.Labels.Change((t, _, v) => t >= 90 ? v + 1 : v))] },
            new MonitorOptions { ReferenceTo = input.Axes.Calendar[59] });
        InputShiftAlert[] alerts = [.. report.Alerts.OfType<InputShiftAlert>()];
        Assert.All(alerts, a => Assert.Equal("moved", a.Input));
        Assert.Equal(input.Axes.Calendar[90], alerts[0].Date);
        Assert.Equal("moved", report.Daily["worst_input"].Exact(119));
        Assert.Equal("", report.Daily["worst_input"].Exact(59));
    }

    [Fact]
    public void Forecasts_that_are_too_bold_are_told_from_ones_that_mean_what_they_say()
    {
        MonitorInput good = MonitorMarket.Create(9, days: 300, before: 1, after: 1), bold = good with { Scores = good.Scores.Change((_, _, v) => 2 * v) }, high = good with { Scores = good.Scores.Change((_, _, v) => v + 0.5f) };
        MonitorOptions forecasts = new() { Scale = ScoreScale.Forecasts };
        Assert.Empty(ModelMonitor.Run(good, forecasts).Alerts.OfType<CalibrationAlert>());
        CalibrationAlert alert = ModelMonitor.Run(bold, forecasts).Alerts.OfType<CalibrationAlert>().First();
        Assert.Equal(0.5, alert.Slope, 0.05);
        Assert.True(alert.SlopeT < -3);
        Assert.Equal(-0.5, ModelMonitor.Run(high, forecasts).Alerts.OfType<CalibrationAlert>().First().Bias, 0.05);
        Assert.Empty(ModelMonitor.Run(bold).Alerts.OfType<CalibrationAlert>());
        Table tenths = ModelMonitor.Run(bold, forecasts).Calibration;
        Assert.Equal(10, tenths.RowCount);
        Assert.Equal(tenths["forecast"].Numbers[9] / 2, tenths["outcome"].Numbers[9], 0.1);
    }

    [Fact]
    public void Old_scores_lose_their_value()
    {
        MonitorInput input = MonitorMarket.Create(2, days: 200, names: 200, before: 0.3, after: 0.3);
        Table decay = ModelMonitor.Run(input).Decay;
        Assert.True(decay["rank_ic"].Numbers[0] > 0.2);
        Assert.True(Math.Abs(decay["rank_ic"].Numbers[4]) < 0.05);   // the planted scores of different days are independent
    }

    [Fact]
    public void Input_that_does_not_fit_is_refused()
    {
        MonitorInput input = MonitorMarket.Create(1, days: 50, names: 40);
        Assert.Throws<ArgumentException>(() => ModelMonitor.Run(input with { Labels = input.Labels.Slice(0, 49) }));
        Assert.Throws<ArgumentException>(() => ModelMonitor.Run(input with { Members = Membership.Create(50, 39, (_, _) => { }) }));
        Assert.Throws<ArgumentException>(() => ModelMonitor.Run(input with { Inputs = [new("x", input.Scores), new("x", input.Scores)] }));
        Assert.Throws<ArgumentException>(() => ModelMonitor.Run(input, new MonitorOptions { ReferenceTo = input.Axes.Calendar.Last }));
        Assert.Throws<ArgumentException>(() => ModelMonitor.Run(input, new MonitorOptions { Window = 20 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => input with { MaturityDays = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetrainRule { Evidence = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonitorOptions { LowestCoverage = 1.1 });
    }
}
