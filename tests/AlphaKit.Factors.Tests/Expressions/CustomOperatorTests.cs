using AlphaKit.Factors.Tests.Reference;
using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Expressions;

/// <summary>Operators of the user's own in the language.</summary>
public sealed class CustomOperatorTests
{
    private static readonly Range Spread = new(3);
    private static readonly FormulaScope Scope = new() { Operators = [Spread, new Hysteresis(), new Median(), new Mix()] };

    [Fact]
    public void They_parse_and_print_like_any_other()
    {
        Factor factor = Rank(Custom(Spread, High, Low) / Close);
        Assert.Equal("rank(range_3(high, low) / close)", factor.ToString());
        Assert.Equal(factor, FactorExpression.Parse(factor.ToString(), Scope));
        Assert.Equal(factor, FactorExpression.Parse("RANK(Range_3(high, low) / close)", Scope));
        Assert.NotEqual(factor, Rank(Custom(new Range(3), High, Low) / Close));
    }

    [Fact]
    public void They_count_in_look_back_warm_up_and_clock()
    {
        Assert.Equal(2 + 5, Delay(Custom(Spread, High, Low), 5).LookBack);
        Assert.Equal(2 + 5, Delay(Custom(Spread, High, Low), 5).WarmUp);
        Assert.Equal((0, int.MaxValue), (Custom(new Hysteresis(), Close).LookBack, Custom(new Hysteresis(), Close).WarmUp));
        Assert.Equal((0, 30), (Custom(new Hysteresis(30), Close).LookBack, Custom(new Hysteresis(30), Close).WarmUp));
        Assert.Equal(Clock.Evening, Custom(Spread, Open, Field.TurnoverRate).KnownAt);
        Assert.Equal([Field.AdjustedHigh, Field.AdjustedLow], Custom(Spread, High, Low).RequiredFields);
    }

    [Theory]
    [InlineData("«range_3(high)»", "2 inputs")]
    [InlineData("range_3(high, low, «3»)", "2 arguments")]
    [InlineData("«rnge_3»(high, low)", "'range_3'")]
    [InlineData("range_3(high, low, «min»: 3)", "no named parameters")]
    [InlineData("1 + «range_3»", "range_3(high, low)")]
    public void Wrong_calls_name_the_column(string marked, string word)
    {
        int from = marked.IndexOf('«', StringComparison.Ordinal), to = marked.IndexOf('»', StringComparison.Ordinal) - 1;
        string formula = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        FormulaException error = Assert.Throws<FormulaException>(() => FactorExpression.Parse(formula, Scope));
        Assert.Equal((from + 1, to - from), (error.Position, error.Length));
        Assert.Contains(word, error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_names_and_numbers_are_refused()
    {
        foreach (string name in new[] { "", " ", "Range", "3d", "my op", "rank", "stddev", "field", "a-b" }) Assert.ThrowsAny<ArgumentException>(() => new Range(3, name));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Range(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Range(MaxDays + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Hysteresis(-1));
        Assert.Throws<ArgumentException>(() => Custom(Spread, High));
        Assert.Throws<ArgumentNullException>(() => Custom(Spread, High, null!));
        Assert.Throws<ArgumentNullException>(() => Custom(null!, High));
        Assert.Throws<ArgumentException>(() => new FormulaScope { Operators = [Spread, new Range(3)] });
    }

    [Fact]
    public void Each_kind_is_shown_what_it_needs()
    {
        Panel panel = TestPanels.Of(
            [(Field.AdjustedHigh, [[5, 8], [6, float.NaN], [9, 7], [4, 6]]), (Field.AdjustedLow, [[3, 7], [4, 6], [2, 5], [3, 6]])],
            Membership.Create(4, 2, (t, row) => (row[0], row[1]) = (true, t > 0)));
        const double m = double.NaN;
        Same([[m, m], [m, m], [7, m], [7, m]], FactorExpression.Parse("range_3(high, low)", Scope));
        Same([[1, 1], [1, m], [1, 1], [0, 1]], FactorExpression.Parse("hysteresis(high)", Scope));
        Same([[4, 7.5], [5, m], [5.5, 6], [3.5, 6]], FactorExpression.Parse("mix(high, low)", Scope));
        Same([[5, m], [6, m], [8, 8], [5, 5]], FactorExpression.Parse("middle(high)", Scope));

        void Same(double[][] expected, Factor factor)
        {
            double[,] values = new ReferenceEvaluator(panel).Compute(factor);
            for (int t = 0; t < 4; t++)
            {
                for (int i = 0; i < 2; i++) Assert.Equal(expected[t][i], values[t, i]);
            }
        }
    }

    [Fact]
    public void The_engine_computes_them_to_the_bit()
    {
        Panel panel = TestPanels.Random(60, 75, gaps: 0.05, outside: 0.1, seed: 8);
        foreach (string formula in new[] { "range_3(high, low)", "hysteresis(high)", "mix(high, low)", "middle(high)", "rank(middle(range_3(delay(high, 2), mix(close, low))))" })
        {
            Factor factor = FactorExpression.Parse(formula, Scope);
            double[,] expected = new ReferenceEvaluator(panel).Compute(factor);
            foreach (int threads in new[] { 1, 2 })
            {
                FieldMatrix actual = factor.Compute(panel, new EngineOptions { Threads = threads }).Values;
                for (int t = 0; t < 60; t++)
                {
                    for (int i = 0; i < 75; i++) Assert.Equal((float)expected[t, i], actual[t, i]);
                }
            }
        }
    }

    [Fact]
    public void Lanes_and_single_shares_agree()
    {
        float[] values = [.. Enumerable.Range(0, 2 * 3 * 5).Select(k => (float)Math.Sin(k))];
        float[] together = new float[5];
        Spread.EvaluateLanes(new LaneWindow(values, 2, 3), together);
        for (int lane = 0; lane < 5; lane++)
        {
            float[] alone = [.. Enumerable.Range(0, 6).Select(k => values[(k * 5) + lane])];
            Assert.Equal(Spread.Evaluate(new OperatorInputs(alone, 2)), together[lane]);
        }

        Assert.Throws<ArgumentException>(() => new LaneWindow(new float[7], 2, 3).Lanes);
        Assert.Throws<ArgumentException>(() => new OperatorInputs(new float[7], 2).Length);
    }

    /// <summary>Highest first input less lowest second input.</summary>
    private sealed class Range(int days, string? name = null) : WindowOperator(name ?? $"range_{days}", ["high", "low"], days, "range of the window")
    {
        public override float Evaluate(OperatorInputs window)
        {
            float high = float.NegativeInfinity, low = float.PositiveInfinity;
            foreach (float v in window[0]) high = float.IsNaN(v) || float.IsNaN(high) ? float.NaN : Math.Max(high, v);
            foreach (float v in window[1]) low = float.IsNaN(v) || float.IsNaN(low) ? float.NaN : Math.Min(low, v);
            return high - low;
        }
    }

    /// <summary>1 above 4.5, 0 below, with the day's gap left out.</summary>
    private sealed class Hysteresis(int warmUp = RecursiveOperator.NeverForgets) : RecursiveOperator("hysteresis", ["x"], 1, "side of 4.5", warmUp)
    {
        public override double Next(ReadOnlySpan<float> inputs, Span<double> state)
        {
            if (float.IsNaN(inputs[0])) return double.NaN;
            state[0] = inputs[0] > 4.5f ? 1 : 0;
            return state[0];
        }
    }

    private sealed class Median() : CrossSectionOperator("middle", ["x"], "mean of the day's members, the same for all")
    {
        public override void Evaluate(OperatorInputs members, Span<float> result)
        {
            float sum = 0;
            int count = 0;
            foreach (float v in members[0])
            {
                if (float.IsNaN(v)) continue;
                sum += v;
                count++;
            }

            for (int i = 0; i < result.Length; i++) result[i] = float.IsNaN(members[0][i]) ? float.NaN : sum / count;
        }
    }

    private sealed class Mix() : ElementwiseOperator("mix", ["a", "b"], "mean of two")
    {
        public override void Evaluate(OperatorInputs inputs, Span<float> result)
        {
            for (int i = 0; i < result.Length; i++) result[i] = (inputs[0][i] + inputs[1][i]) / 2;
        }
    }
}
