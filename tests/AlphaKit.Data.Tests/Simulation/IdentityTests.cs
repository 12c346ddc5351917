namespace AlphaKit.Data.Simulation.Tests;

public sealed class IdentityTests
{
    [Fact]
    public void Mean_price_of_every_bar_lies_between_low_and_high()
    {
        SourceTable daily = Markets.Table(Markets.Five, "daily");
        for (int r = 0; r < daily.RowCount; r++)
        {
            double mean = daily.Numbers("amount")[r] * 1000 / (daily.Numbers("vol")[r] * 100);
            Assert.InRange(mean, daily.Numbers("low")[r] - 1e-9, daily.Numbers("high")[r] + 1e-9);
        }
    }

    [Fact]
    public void Market_values_are_close_times_shares_and_turnover_is_volume_over_float()
    {
        SourceTable basic = Markets.Table(Markets.Five, "daily_basic"), daily = Markets.Table(Markets.Five, "daily");
        Assert.Equal(daily.RowCount, basic.RowCount);
        for (int r = 0; r < basic.RowCount; r++)
        {
            double close = daily.Numbers("close")[r];
            Assert.Equal(daily.Symbols()[r], basic.Symbols()[r]);
            Assert.Equal(close, basic.Numbers("close")[r]);
            Assert.Equal(close * basic.Numbers("total_share")[r], basic.Numbers("total_mv")[r], 0.001);
            Assert.Equal(close * basic.Numbers("float_share")[r], basic.Numbers("circ_mv")[r], 0.001);
            Assert.Equal(daily.Numbers("vol")[r] / basic.Numbers("float_share")[r], basic.Numbers("turnover_rate")[r], 0.0001);
            Assert.True(basic.Numbers("free_share")[r] <= basic.Numbers("float_share")[r] && basic.Numbers("float_share")[r] <= basic.Numbers("total_share")[r]);
        }
    }

    [Fact]
    public void The_adjustment_factor_steps_only_on_ex_dates_and_by_previous_close_over_reference()
    {
        SourceTable factors = Markets.Table(Markets.Five, "adj_factor"), limits = Markets.Table(Markets.Five, "stk_limit"), dividends = Markets.Table(Markets.Five, "dividend"), daily = Markets.Table(Markets.Five, "daily");
        Dictionary<(Symbol, DateOnly), int> actions = [];
        for (int r = 0; r < dividends.RowCount; r++) actions[(dividends.Symbols()[r], dividends.Dates("ex_date")[r])] = r;
        Dictionary<(Symbol, DateOnly), int> bars = daily.Index();
        int steps = 0, issues = 0;
        decimal last = 0;
        for (int r = 1; r < factors.RowCount; r++)
        {
            Symbol symbol = factors.Symbols()[r];
            if (factors.Symbols()[r - 1] != symbol)
            {
                last = 0;
                continue;
            }

            // Rows of adj_factor and stk_limit are the same stock-days in the same order.
            if (bars.TryGetValue((symbol, factors.Dates()[r - 1]), out int bar)) last = (decimal)daily.Numbers("close")[bar];
            double step = factors.Numbers("adj_factor")[r] / factors.Numbers("adj_factor")[r - 1];
            if (!actions.TryGetValue((symbol, factors.Dates()[r]), out int action))
            {
                Assert.Equal(1, step);
                continue;
            }

            if (last == 0) continue;
            decimal cash = (decimal)dividends.Numbers("cash_div_tax")[action], shares = (decimal)dividends.Numbers("stk_div")[action];
            decimal reference = Math.Floor((((last - cash) / (1 + shares)) * 100) + 0.5m) / 100;
            if (bars.ContainsKey((symbol, factors.Dates()[r - 1])))
            {
                Assert.Equal((double)reference, limits.Numbers("pre_close")[r]);
                Assert.Equal((double)(last / reference), step, 12);
            }

            steps++;
            issues += shares > 0 ? 1 : 0;
        }

        Assert.True(steps > 300 && issues > 20, $"{steps} steps, {issues} with new shares.");
    }

    [Fact]
    public void Money_flow_tiers_sum_to_the_amount_on_both_sides()
    {
        SourceTable flow = Markets.Table(Markets.Five, "moneyflow"), daily = Markets.Table(Markets.Five, "daily");
        Dictionary<(Symbol, DateOnly), int> bars = daily.Index();
        for (int r = 0; r < flow.RowCount; r++)
        {
            int bar = bars[(flow.Symbols()[r], flow.Dates()[r])];
            double buy = 0, sell = 0, buyLots = 0;
            foreach (string tier in new[] { "sm", "md", "lg", "elg" })
            {
                buy += flow.Numbers($"buy_{tier}_amount")[r];
                sell += flow.Numbers($"sell_{tier}_amount")[r];
                buyLots += flow.Numbers($"buy_{tier}_vol")[r];
                Assert.True(flow.Numbers($"buy_{tier}_amount")[r] >= 0 && flow.Numbers($"sell_{tier}_vol")[r] >= 0);
            }

            double amount = daily.Numbers("amount")[bar] / 10;
            Assert.Equal(amount, buy, 0.011);
            Assert.Equal(amount, sell, 0.011);
            Assert.Equal(daily.Numbers("vol")[bar], buyLots, 1.01);
            Assert.True(Math.Abs(flow.Numbers("net_mf_amount")[r]) <= amount);
        }
    }

    [Fact]
    public void Chip_costs_are_monotone_and_margin_balances_roll_forward()
    {
        SourceTable chips = Markets.Table(Markets.Five, "cyq_perf"), margin = Markets.Table(Markets.Five, "margin_detail");
        string[] ladder = ["his_low", "cost_5pct", "cost_15pct", "cost_50pct", "cost_85pct", "cost_95pct", "his_high"];
        for (int r = 0; r < chips.RowCount; r++)
        {
            for (int k = 1; k < ladder.Length; k++)
            {
                // Costs stand on a grid of 2 %, the extremes do not.
                double slack = k == 1 || k == ladder.Length - 1 ? 1.011 : 1;
                Assert.True(chips.Numbers(ladder[k])[r] * slack >= chips.Numbers(ladder[k - 1])[r] - 0.011);
            }

            Assert.InRange(chips.Numbers("winner_rate")[r], 0, 100);
            Assert.InRange(chips.Numbers("weight_avg")[r], chips.Numbers("his_low")[r] * 0.98, chips.Numbers("his_high")[r] * 1.02);
        }

        for (int r = 1; r < margin.RowCount; r++)
        {
            Assert.True(margin.Numbers("rzye")[r] >= 0 && margin.Numbers("rqyl")[r] >= 0);
            if (margin.Symbols()[r] != margin.Symbols()[r - 1]) continue;
            Assert.Equal(margin.Numbers("rzye")[r - 1] + margin.Numbers("rzmre")[r] - margin.Numbers("rzche")[r], margin.Numbers("rzye")[r]);
            Assert.Equal(margin.Numbers("rqyl")[r - 1] + margin.Numbers("rqmcl")[r] - margin.Numbers("rqchl")[r], margin.Numbers("rqyl")[r]);
        }
    }

    [Fact]
    public void Index_levels_follow_their_members_and_weights_sum_to_one_hundred()
    {
        SourceTable weights = Markets.Table(Markets.Five, "index_weight"), bars = Markets.Table(Markets.Five, "index_daily");
        Dictionary<(Symbol, DateOnly), double> sums = [];
        for (int r = 0; r < weights.RowCount; r++)
        {
            (Symbol, DateOnly) key = (weights.Symbols("index_code")[r], weights.Dates()[r]);
            sums[key] = sums.GetValueOrDefault(key) + weights.Numbers("weight")[r];
        }

        Assert.Equal(4, sums.Keys.Select(k => k.Item1).Distinct().Count());
        Assert.All(sums.Values, sum => Assert.Equal(100, sum, 0.01));
        for (int r = 0; r < bars.RowCount; r++)
        {
            Assert.True(bars.Numbers("low")[r] <= Math.Min(bars.Numbers("open")[r], bars.Numbers("close")[r]) + 1e-3);
            Assert.True(bars.Numbers("high")[r] >= Math.Max(bars.Numbers("open")[r], bars.Numbers("close")[r]) - 1e-3);
            Assert.InRange(Math.Abs(bars.Numbers("pct_chg")[r]), 0, 12);
        }
    }
}
