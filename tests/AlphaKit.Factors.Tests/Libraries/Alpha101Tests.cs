using AlphaKit.Factors.Tests.Libraries.Golden;
using AlphaKit.TestSupport;

namespace AlphaKit.Factors.Tests.Libraries;

public sealed class Alpha101Tests
{
    [Fact]
    public void Holds_all_101_by_number_and_name()
    {
        Assert.Equal(101, Factors.Alpha101.All.Count);
        Assert.Equal(Enumerable.Range(1, 101).Select(Factors.Alpha101.NameOf), Factors.Alpha101.All.Select(a => a.Name));
        Assert.Equal("alpha007", Factors.Alpha101.NameOf(7));
        Assert.Same(Factors.Alpha101.All[6].Expression, Factors.Alpha101.Get(7));
        Assert.Equal(Factors.Alpha101.Get(101), FactorSet.Alpha101["alpha101"]);
        Assert.Equal(101, Factors.Alpha101.All.Select(a => a.Expression.ToString()).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(102)]
    [InlineData(-1)]
    public void Refuses_other_numbers(int number)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Factors.Alpha101.Get(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => Factors.Alpha101.Formula(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => Factors.Alpha101.NameOf(number));
    }

    [Fact]
    public void Formulas_are_the_alphas_and_print_and_parse_back()
    {
        for (int number = 1; number <= Factors.Alpha101.Count; number++)
        {
            Factor alpha = Factors.Alpha101.Get(number);
            Assert.Equal(alpha, FactorExpression.Parse(Factors.Alpha101.Formula(number)));
            Assert.Equal(alpha, FactorExpression.Parse(alpha.ToString()));
        }
    }

    [Fact]
    public void Is_known_at_the_close_but_for_two()
    {
        for (int number = 1; number <= Factors.Alpha101.Count; number++)
        {
            Clock clock = number switch
            {
                20 => Clock.Open, // today's open against yesterday's prices
                56 => Clock.Evening, // market value
                _ => Clock.Close,
            };
            Assert.Equal((number, clock), (number, Factors.Alpha101.Get(number).KnownAt));
        }
    }

    [Fact]
    public void Needs_adjusted_prices_volume_amount_factor_industry_and_market_value_only() => Assert.Equal(
        ["adj_factor", "adjusted_close", "adjusted_high", "adjusted_low", "adjusted_open", "adjusted_vwap", "amount", "industry", "market_cap", "volume"],
        FactorSet.Alpha101.RequiredFields.Select(f => f.Name));

    /// <summary>Worked by hand from the paper: window of the formula plus the windows it is nested in.</summary>
    [Theory]
    [InlineData(1, 24)] // returns 1, stddev + 19, ts_argmax + 4
    [InlineData(6, 9)]
    [InlineData(19, 250)]
    [InlineData(24, 199)]
    [InlineData(32, 234)] // delay 5, correlation + 229
    [InlineData(48, 251)] // delta of delay 2, correlation + 249
    [InlineData(63, 238)] // adv180 179, sum + 36, correlation + 12, decay + 11, rank
    [InlineData(71, 224)] // adv180 179, ts_rank + 11, correlation + 17, decay + 3, ts_rank + 14
    [InlineData(97, 114)] // adv60 59, ts_rank + 16, correlation + 3, ts_rank + 17, decay + 14, ts_rank + 5
    [InlineData(101, 0)]
    public void Looks_back_as_far_as_the_formula_says(int number, int days) => Assert.Equal(days, Factors.Alpha101.Get(number).LookBack);

    [Fact]
    [Trait("Claim", "alpha101_golden_differences")]
    public void Equals_the_values_that_Python_computes_from_the_paper()
    {
        GoldenValues golden = GoldenValues.Load("alpha101.csv");
        FeatureTensor values = FactorSet.Alpha101.Compute(GoldenPanel.Instance);
        (int compared, int different) = GoldenCheck.Run(golden, name => values[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture) - 1], name => name == "96" ? 1 : 0); // 96: the first of equal correlations of three days
        Assert.InRange(compared, 2900, 3030);
        Claim.AtMost("alpha101_golden_differences", different, 1);
    }

    [Fact]
    [Trait("Claim", "alpha101_scratch_mib")]
    public void The_scratch_of_all_101_over_any_number_of_days_is_bounded()
    {
        Plan plan = FactorEngine.MakePlan([.. Factors.Alpha101.All.Select(a => a.Expression)], Shape.Default);
        Claim.AtMost("alpha101_scratch_mib", Executor.ScratchBytes(plan, 5500, Shape.Default, threads: 2) / (double)(1 << 20), 1024);
    }
}
