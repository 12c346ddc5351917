namespace AlphaKit.Portfolio.Tests;

public sealed class FundamentalHistoryTests
{
    private static readonly Symbol Share = Symbol.Parse("600000.SH");

    [Fact]
    public void Trailing_twelve_months_are_worked_by_hand()
    {
        // First quarter 2020 (30) + year 2019 (100) − first quarter 2019 (20) = 110; the annual report of 2020 then says 150.
        FundamentalHistory h = new();
        h.Add(Income(2019, 3, 20, 200), 0);
        h.Add(Income(2019, 12, 100, 1000), 1);
        h.Add(Income(2020, 3, 30, 250), 2);
        h.Add(Income(2020, 12, 150, 1200), 3);
        FundamentalEvent[] events = h.ToArray();
        Assert.True(double.IsNaN(events[0].Earnings));
        Assert.Equal([100, 110, 150], events[1..].Select(e => e.Earnings));
        Assert.Equal([0, 1, 2, 3], events.Select(e => e.Day));
    }

    [Fact]
    public void A_correction_of_an_older_report_counts_from_its_announcement()
    {
        FundamentalHistory h = new();
        h.Add(Income(2019, 3, 20, 0), 0);
        h.Add(Income(2019, 12, 100, 0), 1);
        h.Add(Income(2020, 3, 30, 0), 2);
        h.Add(Income(2019, 12, 90, 0), 5);
        Assert.Equal(110, h.ToArray()[2].Earnings);
        Assert.Equal(100, h.ToArray()[3].Earnings);
    }

    [Fact]
    public void Growth_is_the_slope_over_the_mean_size()
    {
        // Earnings 10, 20, 30: slope 10, mean 20: 0.5. With a fourth year of −20: slope of (10, 20, 30, −20) is (−1.5·10 − 0.5·20 + 0.5·30 + 1.5·−20)/5 = −8, mean size 20.
        FundamentalHistory h = new();
        h.Add(Income(2016, 12, 10, 0), 0);
        h.Add(Income(2017, 12, 20, 0), 1);
        h.Add(Income(2018, 12, 30, 0), 2);
        h.Add(Income(2019, 12, -20, 0), 3);
        FundamentalEvent[] events = h.ToArray();
        Assert.True(double.IsNaN(events[1].EarningsGrowth));
        Assert.Equal(0.5, events[2].EarningsGrowth, 12);
        Assert.Equal(-0.4, events[3].EarningsGrowth, 12);
    }

    [Fact]
    public void A_balance_sheet_gives_book_and_debt()
    {
        FundamentalHistory h = new();
        h.Add(Balance(2020, 3, new() { ["total_assets"] = 200, ["total_liab"] = 120, ["total_hldr_eqy_exc_min_int"] = 70, ["oth_eqt_tools_p_shr"] = 10, ["lt_borr"] = 15, ["total_ncl"] = 40 }), 0);
        h.Add(Balance(2020, 6, new() { ["total_assets"] = 200, ["total_liab"] = 100, ["total_hldr_eqy_exc_min_int"] = 90, ["total_ncl"] = 40 }), 1);
        h.Add(Balance(2020, 3, new() { ["total_assets"] = 1, ["total_liab"] = 1, ["total_hldr_eqy_exc_min_int"] = 1 }), 2); // a late correction of an older sheet
        FundamentalEvent[] events = h.ToArray();
        Assert.Equal((60, 0.6, 15), (events[0].Book, events[0].DebtToAssets, events[0].LongDebt));
        Assert.Equal((90, 0.5, 40), (events[1].Book, events[1].DebtToAssets, events[1].LongDebt));
        Assert.Equal(2, events.Length);
    }

    private static FinancialStatement Income(int year, int month, double earnings, double sales) =>
        new(Share, StatementKind.Income, End(year, month), default, default, new Dictionary<string, double> { ["n_income_attr_p"] = earnings, ["revenue"] = sales });

    private static FinancialStatement Balance(int year, int month, Dictionary<string, double> items) =>
        new(Share, StatementKind.BalanceSheet, End(year, month), default, default, items);

    private static DateOnly End(int year, int month) => new DateOnly(year, month, 1).AddMonths(1).AddDays(-1);
}
