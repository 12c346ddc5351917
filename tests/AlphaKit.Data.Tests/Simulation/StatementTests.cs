namespace AlphaKit.Data.Simulation.Tests;

public sealed class StatementTests
{
    [Theory]
    [InlineData("income")]
    [InlineData("balancesheet")]
    [InlineData("cashflow")]
    [InlineData("fina_indicator")]
    public void Statements_are_announced_after_their_period_and_before_the_end(string name)
    {
        SourceTable table = Markets.Table(Markets.Five, name);
        Assert.True(table.RowCount > 3000);
        for (int r = 0; r < table.RowCount; r++)
        {
            Assert.True(table.Dates("ann_date")[r] > table.Dates("end_date")[r]);
            Assert.True(table.Dates("ann_date")[r] <= Markets.Five.Options.To);
            if (table.Find("f_ann_date") is { } version) Assert.True(version.Dates[r] >= table.Dates("ann_date")[r] && version.Dates[r] <= Markets.Five.Options.To);
        }
    }

    [Fact]
    public void Corrections_come_as_later_versions_with_their_own_announcement()
    {
        SourceTable income = Markets.Table(Markets.Five, "income");
        Dictionary<(Symbol, DateOnly), List<int>> versions = [];
        for (int r = 0; r < income.RowCount; r++)
        {
            (Symbol, DateOnly) key = (income.Symbols()[r], income.Dates("end_date")[r]);
            if (!versions.TryGetValue(key, out List<int>? rows)) versions[key] = rows = [];
            rows.Add(r);
        }

        int corrected = 0;
        foreach (List<int> rows in versions.Values.Where(v => v.Count > 1))
        {
            corrected++;
            Assert.Equal(rows.Count, rows.Select(r => income.Dates("f_ann_date")[r]).Distinct().Count());
            Assert.NotEqual(income.Numbers("n_income_attr_p")[rows[0]], income.Numbers("n_income_attr_p")[rows[1]]);
            Assert.Equal(["0", "1"], rows.OrderBy(r => income.Dates("f_ann_date")[r]).Select(r => income.Texts("update_flag")[r]));
        }

        // A twentieth of the statements is corrected; of the newest the correction is still to come.
        Assert.InRange((double)corrected / versions.Count, 0.03, 0.06);
        Assert.All(versions.Values.Where(v => v.Count == 1), rows => Assert.Equal("0", income.Texts("update_flag")[rows[0]]));
    }

    [Fact]
    public void Figures_accumulate_over_the_year_and_price_to_earnings_uses_what_was_announced_before()
    {
        SourceTable income = Markets.Table(Markets.Five, "income"), basic = Markets.Table(Markets.Five, "daily_basic");
        List<(Symbol Symbol, DateOnly End, DateOnly Known, double Profit)> annual = [];
        for (int r = 0; r < income.RowCount; r++)
        {
            if (income.Dates("end_date")[r].Month == 12) annual.Add((income.Symbols()[r], income.Dates("end_date")[r], income.Dates("f_ann_date")[r], income.Numbers("n_income_attr_p")[r]));
        }

        ILookup<Symbol, (Symbol Symbol, DateOnly End, DateOnly Known, double Profit)> bySymbol = annual.ToLookup(a => a.Symbol);
        for (int r = 0; r < basic.RowCount; r += 97)
        {
            DateOnly day = basic.Dates()[r];
            var known = bySymbol[basic.Symbols()[r]].Where(a => a.Known < day).OrderBy(a => a.End).ThenBy(a => a.Known).ToList();
            if (known.Count == 0 || known[^1].Profit <= 0)
            {
                Assert.True(double.IsNaN(basic.Numbers("pe")[r]));
                continue;
            }

            Assert.Equal(1, basic.Numbers("pe")[r] / (basic.Numbers("total_mv")[r] * 1e4 / known[^1].Profit), 0.001);
        }
    }

    [Fact]
    public void Forecasts_precede_the_report_they_forecast()
    {
        SourceTable forecast = Markets.Table(Markets.Five, "forecast"), income = Markets.Table(Markets.Five, "income");
        Dictionary<(Symbol, DateOnly), DateOnly> reports = [];
        for (int r = 0; r < income.RowCount; r++)
        {
            if (income.Texts("update_flag")[r] == "0") reports[(income.Symbols()[r], income.Dates("end_date")[r])] = income.Dates("ann_date")[r];
        }

        Assert.True(forecast.RowCount > 500);
        for (int r = 0; r < forecast.RowCount; r++)
        {
            Assert.True(forecast.Dates("ann_date")[r] > forecast.Dates("end_date")[r]);
            Assert.True(forecast.Numbers("net_profit_min")[r] <= forecast.Numbers("net_profit_max")[r]);
            if (reports.TryGetValue((forecast.Symbols()[r], forecast.Dates("end_date")[r]), out DateOnly report)) Assert.True(forecast.Dates("ann_date")[r] < report);
        }
    }
}
