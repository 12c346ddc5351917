namespace AlphaKit.Data.Simulation.Tests;

public sealed class DeterminismTests
{
    private static readonly SimulationOptions s_small = new() { Seed = 11, Stocks = 40, From = new DateOnly(2018, 3, 1), To = new DateOnly(2019, 12, 31), DelistingRate = 0.05, IpoRate = 0.2 };

    [Fact]
    public void Every_table_is_the_same_on_one_and_on_two_threads()
    {
        SimulatedMarket one = SimulatedMarket.Create(s_small with { MaxDegreeOfParallelism = 1 }), two = SimulatedMarket.Create(s_small with { MaxDegreeOfParallelism = 2 });
        Assert.Equal(one.Version, two.Version);
        Assert.Equal(22, one.Tables.Count);
        foreach (string table in one.Tables) Assert.Equal(Markets.Hash(Markets.Table(one, table)), Markets.Hash(Markets.Table(two, table)));
    }

    [Fact]
    public void Another_seed_gives_other_data_and_another_version()
    {
        SimulatedMarket a = SimulatedMarket.Create(s_small), b = SimulatedMarket.Create(s_small with { Seed = 12 });
        Assert.NotEqual(a.Version, b.Version);
        foreach (string table in new[] { "daily", "moneyflow", "income", "dividend", "index_daily" })
            Assert.NotEqual(Markets.Hash(Markets.Table(a, table)), Markets.Hash(Markets.Table(b, table)));
    }

    [Theory]
    [InlineData(2019, 12, 31)]
    [InlineData(2019, 6, 12)]
    public void A_longer_span_leaves_the_past_as_it_was(int year, int month, int day)
    {
        DateOnly end = new(year, month, day);
        SimulatedMarket earlier = SimulatedMarket.Create(s_small with { To = end }), later = SimulatedMarket.Create(s_small with { To = new DateOnly(2021, 8, 31) });
        string[] byDay = ["daily", "adj_factor", "daily_basic", "stk_limit", "suspend_d", "stock_st", "moneyflow", "cyq_perf", "margin_detail", "hk_hold", "index_daily", "index_weight"];
        foreach (string table in byDay)
            Assert.Equal(Markets.Hash(Markets.Table(earlier, table), end), Markets.Hash(Markets.Table(later, table), end));
        foreach (string table in new[] { "income", "balancesheet", "cashflow" })
            Assert.Equal(Markets.Hash(Markets.Table(earlier, table), end, "f_ann_date"), Markets.Hash(Markets.Table(later, table), end, "f_ann_date"));
        Assert.Equal(Markets.Hash(Markets.Table(earlier, "fina_indicator"), end, "ann_date"), Markets.Hash(Markets.Table(later, "fina_indicator"), end, "ann_date"));
        Assert.Equal(Markets.Hash(Markets.Table(earlier, "forecast"), end, "ann_date"), Markets.Hash(Markets.Table(later, "forecast"), end, "ann_date"));
        Assert.Equal(Markets.Hash(Markets.Table(earlier, "dividend"), end, "imp_ann_date"), Markets.Hash(Markets.Table(later, "dividend"), end, "imp_ann_date"));

        // These say what is in force on the last day: only their beginnings are history.
        Assert.Equal(Markets.Hash(Markets.Table(earlier, "namechange"), end, "start_date", "end_date"), Markets.Hash(Markets.Table(later, "namechange"), end, "start_date", "end_date"));
        Assert.Equal(Markets.Hash(Markets.Table(earlier, "index_member_all"), end, "in_date", "out_date", "is_new"), Markets.Hash(Markets.Table(later, "index_member_all"), end, "in_date", "out_date", "is_new"));
    }

    [Fact]
    public void Tables_can_be_read_at_the_same_time()
    {
        string[] expected = [.. Markets.Five.Tables.Select(t => Markets.Hash(Markets.Table(Markets.Five, t)))];
        string[] actual = new string[expected.Length];
        Parallel.For(0, expected.Length, i => actual[i] = Markets.Hash(Markets.Table(Markets.Five, Markets.Five.Tables[i])));
        Assert.Equal(expected, actual);
    }
}
