using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Expressions;

public sealed class FactorTests
{
    [Fact]
    public void Prints_canonically() => Assert.Equal(
        "close / delay(close, 20) - 1", ((Close / Delay(Close, 20)) - 1).ToString());

    [Fact]
    public void Prints_policies_only_where_they_are_not_the_default()
    {
        Assert.Equal("std(close, 20)", Std(Close, 20).ToString());
        Assert.Equal("std(close, 20, ddof: 0, min: 5)", Std(Close, 20, Deviation.Population, MinPeriods.AtLeast(5)).ToString());
        Assert.Equal("-larger(volume, 0.5)", (-Larger(Volume, 0.5)).ToString());
        Assert.Equal("z_score(rank(log(amount)))", ZScore(Rank(Log(Amount))).ToString());
    }

    [Fact]
    public void Is_a_value()
    {
        Factor a = (Close / Delay(Close, 20)) - 1, b = (Close / Delay(Close, 20)) - 1, c = (Close / Delay(Close, 21)) - 1;
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.NotEqual(a, c);
    }

    [Fact]
    public void Fields_of_equal_name_and_other_clock_make_other_expressions()
    {
        Factor early = Field.Custom("mood", Unit.None, Clock.Open), late = Field.Custom("mood", Unit.None, Clock.Evening);
        Assert.NotEqual(Abs(early), Abs(late));
    }

    [Fact]
    public void Negative_delays_and_windows_are_refused_so_nothing_looks_forward()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Delay(Close, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Delta(Close, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mean(Close, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ema(Close, -3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Std(Close, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sum(Close, MaxDays + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mean(Close, 5, MinPeriods.AtLeast(6)));
        Assert.Throws<ArgumentOutOfRangeException>(() => MinPeriods.AtLeast(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Factor.FromDouble(double.NaN));
        Assert.Throws<ArgumentNullException>(() => Abs(null!));
    }

    [Fact]
    public void Look_back_adds_along_the_chain_and_takes_the_longest_branch()
    {
        Assert.Equal(0, Close.LookBack);
        Assert.Equal(20, Delay(Close, 20).LookBack);
        Assert.Equal(19, Mean(Close, 20).LookBack);
        Assert.Equal(5 + 19 + 1, Mean(Delay(Delta(Close, 1), 5), 20).LookBack);
        Assert.Equal(60, (Delay(Close, 60) + Mean(Close, 20)).LookBack);
    }

    [Fact]
    public void Known_at_the_latest_clock_of_the_parts()
    {
        Factor turnover = Field.TurnoverRate, margin = Field.FinancingBalance;
        Assert.Equal(Clock.Close, Close.KnownAt);
        Assert.Equal(Clock.Evening, (Close * turnover).KnownAt);
        Assert.Equal(Clock.NextMorning, (Close * turnover - margin).KnownAt);
        Assert.Equal(Clock.Open, Delay(margin, 1).KnownAt);
        Assert.Equal(Clock.NextMorning, Delay(margin, 0).KnownAt);
        Assert.Equal(Clock.Open, ((Factor)3).KnownAt);
    }

    [Fact]
    public void Names_the_fields_it_needs_once_and_in_order()
    {
        Factor factor = (High - Low) / Delay(Close, 1) * (High + 1);
        Assert.Equal([Field.AdjustedClose, Field.AdjustedHigh, Field.AdjustedLow], factor.RequiredFields);
        Assert.Throws<FieldNotAvailableException>(() => factor.Compute(TestPanels.Series(Field.AdjustedClose, 1, 2)));
    }
}
