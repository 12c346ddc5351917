namespace AlphaKit.Portfolio.Tests;

public sealed class SwitchTests
{
    [Fact]
    public void A_drawdown_halves_and_its_recovery_restores()
    {
        // All in one name. Value by day: 100, 100, 92 (8 % is not more than 8 %), 91 (9 %: halved), dealt at 95: value 95, half in the name;
        // at 105 value is 47.5 + 52.5 = 100, the highest again: restored.
        Stage stage = new([100, 100, 92, 91, 95, 105, 105]);
        OverlaidSource source = Stage.Wants(stage, (0, [1])).With(new DrawdownSwitch());
        stage.Play(source);
        Assert.Equal([0, 1, 1, 1, 0.5, 0.525, 1], stage.Held.Select(h => h[0]), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.Equal([(3, "reduced"), (5, "restored")], source.Events.Select(e => (stage.Calendar.IndexOf(e.Date), e.State)));
        Assert.Equal(0.09, source.Events[0].Value, 9);
        Assert.Equal(["date", "overlay", "symbol", "state", "value", "detail"], source.Log.Columns.Select(c => c.Name));
    }

    [Fact]
    public void After_its_time_the_switch_restarts_from_the_value_of_that_day()
    {
        // 10 % down on day 2, no recovery. Restored three trading days later with a value of 90; dealt at 85.5: value 87.75, 2.5 % below. At 78 the
        // value is 87.75 − 7.5 = 80.25, 10.8 % below.
        Stage stage = new([100, 100, 90, 90, 90, 90, 85.5f, 85.5f, 78]);
        OverlaidSource source = Stage.Wants(stage, (0, [1])).With(new DrawdownSwitch { RestartAfter = 3 });
        stage.Play(source);
        Assert.Equal([(2, "reduced"), (5, "restored"), (8, "reduced")], source.Events.Where(e => e.Overlay == "drawdown switch").Select(e => (stage.Calendar.IndexOf(e.Date), e.State)));
    }

    [Fact]
    public void Crossed_settings_of_the_drawdown_switch_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => new DrawdownSwitch { Recovery = 0.1 }.Start());
        Assert.Throws<InvalidOperationException>(() => new DrawdownSwitch { Exposure = 0 }.Start());
        Assert.NotNull(new DrawdownSwitch { Exposure = 0, RestartAfter = 5 }.Start());
        Assert.Throws<ArgumentOutOfRangeException>(() => new DrawdownSwitch { Drawdown = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DrawdownSwitch { Drawdown = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DrawdownSwitch { RestartAfter = 0 });
    }

    [Fact]
    public void Stress_is_entered_above_thirty_and_left_below_twenty_five()
    {
        Stage stage = new([10, 10, 10, 10, 10, 10, 10]);
        MarketSeries index = new("index", stage.Calendar, [0.20, 0.30, 0.31, 0.27, double.NaN, 0.25, 0.24], Clock.Close);
        OverlaidSource source = Stage.Wants(stage, (0, [0.8])).With(new MarketStress(index));
        stage.Play(source);
        Assert.Equal([0, 0.8, 0.8, 0.4, 0.4, 0.4, 0.4], stage.Held.Select(h => h[0]), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(0.8, stage.Targets[6][stage.Symbols[0]], 6);
        Assert.Equal([(2, "entered", 0.31), (6, "left", 0.24)], source.Events.Select(e => (stage.Calendar.IndexOf(e.Date), e.State, e.Value)));
    }

    [Fact]
    public void The_state_of_stress_does_not_depend_on_when_a_run_begins()
    {
        // In the middle between both thresholds since day 2: still in stress when a run begins on day 3.
        Stage stage = new([10, 10, 10, 10, 10]);
        MarketSeries index = new("index", stage.Calendar, [0.2, 0.4, 0.27, 0.27, 0.27], Clock.Close);
        stage.Play(Stage.Always(stage, 0.8).With(new MarketStress(index)), 3);
        Assert.Equal(0.4, stage.Targets[0][stage.Symbols[0]], 9);
    }

    [Fact]
    public void An_index_known_in_the_evening_is_not_used_at_the_close()
    {
        Stage stage = new([10, 10]);
        MarketSeries index = new("index", stage.Calendar, [0.2, 0.4], Clock.Evening);
        OverlaidSource source = Stage.Always(stage, 0.8).With(new MarketStress(index));
        Assert.Equal(0.8, source.Start().Decide(stage.Context(1, Holdings.OnlyCash(100), Clock.Close))[stage.Symbols[0]], 9);
        Assert.Equal(0.4, source.Start().Decide(stage.Context(1, Holdings.OnlyCash(100), Clock.Evening))[stage.Symbols[0]], 9);
    }

    [Fact]
    public void Without_a_recent_value_the_rule_refuses_to_guess()
    {
        Stage stage = new([10, 10, 10, 10, 10, 10, 10, 10]);
        double[] values = [0.2, .. Enumerable.Repeat(double.NaN, 7)];
        OverlaidSource source = Stage.Always(stage, 0.8).With(new MarketStress(new MarketSeries("index", stage.Calendar, values, Clock.Close)));
        _ = source.Decide(stage.Context(5, Holdings.OnlyCash(100)));
        InsufficientDataException error = Assert.Throws<InsufficientDataException>(() => source.Decide(stage.Context(6, Holdings.OnlyCash(100))));
        Assert.Contains("'index'", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Stage.Always(stage, 1).With(new MarketStress(new MarketSeries("x", stage.Calendar, values, Clock.Close)) { Leave = 0.4 }));
    }

    [Fact]
    public void A_volatility_target_scales_down_and_moves_only_beyond_its_band()
    {
        // Target 15 %: at 30 % half; 31 % would be 0.484, within 10 %: nothing; 40 % is 0.375; 10 % is full.
        Stage stage = new([10, 10, 10, 10, 10, 10]);
        MarketSeries index = new("index", stage.Calendar, [0.30, 0.31, 0.40, 0.40, 0.10, 0.10], Clock.Close);
        stage.Play(Stage.Wants(stage, (0, [0.8])).With(new VolatilityTarget(index)));
        Assert.Equal([0, 0.4, 0.4, 0.3, 0.3, 0.8], stage.Held.Select(h => h[0]), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(1, VolatilityTarget.Factor(0, 0.15));
        Assert.Equal(0.5, VolatilityTarget.Factor(0.3, 0.15));
        Assert.Throws<ArgumentOutOfRangeException>(() => VolatilityTarget.Factor(double.NaN, 0.15));
        Assert.Throws<ArgumentOutOfRangeException>(() => VolatilityTarget.Factor(0.1, 0));
    }

    [Fact]
    public void A_volatility_target_by_risk_looks_at_the_wanted_portfolio()
    {
        // Daily variances 4e-4 and 1e-4, half each: 1.25e-4 · 242 = 0.03025 = (17.39 %)²; the factor is 0.1/0.1739.
        Stage stage = new([10, 10], [10, 10]);
        FactorRisk risk = FactorRisk.Diagonal(Risks.Day, stage.Symbols, [4e-4, 1e-4]);
        OverlaidSource source = Stage.Always(stage, 0.5, 0.5).With(new VolatilityTarget(Risks.Always(risk, [.. stage.Calendar])) { Target = 0.1 });
        TargetWeights target = source.Decide(stage.Context(0, Holdings.OnlyCash(100)));
        Assert.Equal(0.1 / Math.Sqrt(0.03025), target.Invested, 9);
    }

    [Fact]
    public void A_volatility_target_by_risk_does_not_undo_itself_while_holdings_are_kept()
    {
        // 0.8 · √(242 v) = 0.2 is twice the target: half is held. What is held then has 0.1, and the half stays in force.
        Stage stage = new([10, 10, 10, 10]);
        FactorRisk risk = FactorRisk.Diagonal(Risks.Day, stage.Symbols, [0.0625 / 242]);
        OverlaidSource source = Stage.Wants(stage, (0, [0.8])).With(new VolatilityTarget(Risks.Always(risk, [.. stage.Calendar])) { Target = 0.1 });
        stage.Play(source);
        Assert.Equal([0, 0.4, 0.4, 0.4], stage.Held.Select(h => h[0]), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Single(source.Events);
    }

    [Fact]
    public void Limits_hold_for_names_industries_and_the_whole()
    {
        Stage stage = new Stage([10, 10], [10, 10], [10, 10], [10, 10])
            .With(Field.Industry, [1, 1], [1, 1], [2, 2], [float.NaN, float.NaN]);
        DecisionContext context = stage.Context(0, Holdings.OnlyCash(100));

        // Names at most 20 %; industry 1 then 20 + 20 at most 30: 15 each; the total 15 + 15 + 20 + 10 = 60 at most 30: halved.
        OverlaidSource source = Stage.Always(stage, 0.3, 0.25, 0.3, 0.1).With(new ExposureLimits { MaxWeight = 0.2, MaxIndustry = 0.3, MaxInvested = 0.3 });
        TargetWeights target = source.Decide(context);
        Assert.Equal([0.075, 0.075, 0.1, 0.05], stage.Symbols.Select(s => target[s]), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(["name limited", "name limited", "name limited", "industry limited", "total limited"], source.Events.Select(e => e.State));
    }

    [Fact]
    public void A_holding_above_its_limit_is_cut_once_it_has_left_the_band()
    {
        // 20 % at 10; at 10.8 it is 21.3 % (within a tenth of 20 %), at 12 it is 23.1 %: cut to 20 %.
        Stage stage = new([10, 10, 10.8f, 12, 12]);
        stage.Play(Stage.Wants(stage, (0, [0.3])).With(new ExposureLimits { MaxWeight = 0.2 }));
        Assert.Equal([true, false, false, true, false], stage.Targets.Select(t => t.KeepReason is null));
        Assert.Equal(0.2, stage.Held[4][0], 5);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExposureLimits { MaxWeight = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExposureLimits { MaxIndustry = 2 });
    }

    [Fact]
    public void Thin_margin_accounts_throttle_the_most_financed()
    {
        // Ratios of financing to float: 10 %, 5 %, 20 %, none. The top half of three is one name: the third.
        float[] cap = [100, 100, 100];
        Stage stage = new Stage([10, 10, 10], [10, 10, 10], [10, 10, 10], [10, 10, 10])
            .With(Field.FinancingBalance, [10, 10, 10], [5, 5, 5], [20, 20, 20], [float.NaN, float.NaN, float.NaN])
            .With(Field.FloatMarketCap, cap, cap, cap, cap);
        MarketSeries ratio = new("maintenance", stage.Calendar, [2.6, 2.3, 2.45], Clock.Close);
        OverlaidSource source = Stage.Always(stage, 0.2, 0.2, 0.2, 0.2).With(new MaintenanceThrottle(ratio) { Enter = 2.4, Leave = 2.5, Fraction = 0.5 });
        stage.Play(source);
        Assert.Equal([0.2, 0.2, 0.2, 0.2], stage.Symbols.Select(s => stage.Targets[0][s]));
        Assert.Equal([0.2, 0.2, 0.1, 0.2], stage.Symbols.Select(s => stage.Targets[1][s]));
        Assert.Equal([0.2, 0.2, 0.1, 0.2], stage.Symbols.Select(s => stage.Targets[2][s]));
        Assert.Throws<InvalidOperationException>(() => new MaintenanceThrottle(ratio) { Enter = 2.4, Leave = 2.3 }.Start());
        Assert.Throws<ArgumentOutOfRangeException>(() => new MaintenanceThrottle(ratio) { Enter = 1, Leave = 2.3 });
    }
}
