using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Expressions;

/// <summary>Expressions whose parts occur again and again cost their parts, not their text.</summary>
public sealed class SharedPartsTests
{
    [Fact]
    public void A_doubling_of_three_hundred_levels_prints_in_no_time_and_comes_back()
    {
        Factor factor = Close;
        for (int k = 0; k < 300; k++) factor = factor + Delay(factor, 1 + (k % 5));
        string text = factor.ToString();
        Assert.InRange(text.Length, 1000, 30_000);
        Assert.StartsWith("@1 = close + delay(close, 1); @2 = @1 + delay(@1, 2); ", text, StringComparison.Ordinal);
        Assert.Equal(factor, FactorExpression.Parse(text));
        Assert.Equal(text, FactorExpression.Parse(text).ToString());
        Assert.Equal(text, FactorEngine.Compute([factor], TestPanels.Random(30, 3))[0].Name);
    }

    [Fact]
    public void What_is_equal_prints_equally_however_it_was_put_together()
    {
        static Factor Made(bool shared)
        {
            Factor factor = Rank(Close);
            for (int k = 0; k < 10; k++) factor = factor * (shared ? factor : FactorExpression.Parse(factor.ToString()));
            return factor;
        }

        Assert.Equal(Made(true), Made(false));
        Assert.Equal(Made(true).ToString(), Made(false).ToString());
    }

    [Fact]
    public void Short_texts_name_no_parts() => Assert.Equal("rank(close) * rank(close)", (Rank(Close) * Rank(Close)).ToString());

    [Fact]
    public void Parts_can_be_written_by_hand() =>
        Assert.Equal(Rank(Close) * Delay(Rank(Close), 5), FactorExpression.Parse("@1 = rank(close); @1 * delay(@1, 5)"));

    [Theory]
    [InlineData("@1 + close", 1, "no part '@1'")]
    [InlineData("@1 = close @1", 12, "Expected ;")]
    [InlineData("@1 = close; @1 = open; @1", 13, "defined twice")]
    [InlineData("@1 = @1; @1", 6, "no part '@1'")]
    [InlineData("@1 = close; ", 13, "The formula ends")]
    [InlineData("close = 5", 7, "Write == instead")]
    [InlineData("max(close; open)", 10, "Write , instead")]
    [InlineData("@ + 1", 1, "Unexpected '@'")]
    public void Wrong_parts_are_told_by_column(string formula, int position, string problem)
    {
        FormulaException e = Assert.Throws<FormulaException>(() => FactorExpression.Parse(formula));
        Assert.Equal(position, e.Position);
        Assert.Contains(problem, e.Message, StringComparison.Ordinal);
    }
}
