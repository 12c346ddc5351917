using AlphaKit.Factors.Tests.Reference;
using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Expressions;

/// <summary>When expressions are known, and how far back they reach.</summary>
public sealed class ClockTests
{
    [Fact]
    public void An_expression_is_known_with_the_latest_of_its_parts()
    {
        Factor turnover = Field.TurnoverRate, margin = Field.FinancingBalance;
        Assert.Equal(Clock.Open, Open.KnownAt);
        Assert.Equal(Clock.Open, (Open / Delay(margin, 1)).KnownAt);
        Assert.Equal(Clock.Close, Rank(Op.Correlation(Open, Close, 10)).KnownAt);
        Assert.Equal(Clock.Evening, Where(Close > Open, turnover, 1).KnownAt);
        Assert.Equal(Clock.NextMorning, Op.GroupNeutralise(Close, Field.Industry, turnover, margin).KnownAt);
        Assert.Equal(Clock.NextMorning, Delta(margin, 5).KnownAt);
        Assert.Equal(Clock.NextMorning, ForwardFill(margin, 5).KnownAt);
        Assert.Equal(Clock.NextMorning, Delay(margin, 0).KnownAt);
        Assert.Equal(Clock.Open, ((Factor)3).KnownAt);
    }

    [Fact]
    public void Using_a_part_before_it_is_known_names_the_field()
    {
        Factor factor = Rank(Close / Delay(Field.FinancingBalance, 1)) * Mean(Field.TurnoverRate, 5);
        Assert.True(factor.UsableAt(Clock.Evening));
        Assert.False(factor.UsableAt(Clock.Close));
        Assert.Same(factor, factor.RequireKnownAt(Clock.NextMorning));
        LookAheadException error = Assert.Throws<LookAheadException>(() => factor.RequireKnownAt(Clock.Close));
        Assert.Equal("Field turnover_rate in rank(close / delay(financing_balance, 1)) * mean(turnover_rate, 5)", error.Subject);
        Assert.Equal((Clock.Evening, Clock.Close), (error.KnownAt, error.UsedAt));
        Assert.Equal("Field close", Assert.Throws<LookAheadException>(() => ((Factor)Field.Close).RequireKnownAt(Clock.Open)).Subject);
        Assert.Same(Delay(Close, 0).GetType(), Delay(factor, 1).RequireKnownAt(Clock.Open).GetType());
        Assert.Throws<ArgumentOutOfRangeException>(() => factor.RequireKnownAt((Clock)9));
    }

    public static TheoryData<string> Bounded => [.. Operators.All.Where(o => o.Kind != OperatorKind.Recursive).Select(o => o.Name)];

    /// <summary>Nothing older than the look-back can touch a value, and the oldest day that counts does touch one.</summary>
    [Theory]
    [MemberData(nameof(Bounded))]
    public void Look_back_is_exact(string name)
    {
        const int rows = 18;
        Operator o = Operators.All.Single(x => x.Name == name);
        bool touched = false;
        for (ulong seed = 1; seed <= 3 || (!touched && seed <= 12); seed++)
        {
            // Half of the values missing for the operators that look for the last one present.
            Panel panel = TestPanels.Random(rows, 7, gaps: o == Operators.ForwardFill ? 0.6 : 0.02, seed: seed);
            double[] parameters = [.. o.Parameters.Select(p => p.Kind == ParameterKind.Days ? 5 : p.Default ?? Math.Clamp(2, p.Least, Math.Min(p.Most, 20)))];
            if (o == Operators.Clip) parameters = [0, 1e9];
            if (o == Operators.TsQuantile) parameters[1] = 0.4;
            Factor[] inputs = [.. o.Inputs.Select(i => (Factor)(i == "group" ? Field.Industry : i == "x" ? Field.AdjustedClose - (Factor)20 : i == "a" ? Field.TurnoverRate : Field.AdjustedOpen - (Factor)20))];
            Factor factor = OperatorFactor.Apply(o, [.. inputs.Select(x => Delay(x, 2))], parameters, o.HasMinPeriods && seed % 2 == 0 ? MinPeriods.AtLeast(2) : default);
            Assert.Equal(2 + o.LookBack(parameters), factor.LookBack);
            Assert.Equal(factor.LookBack, factor.WarmUp);
            double[,] clean = new ReferenceEvaluator(panel).Compute(factor);
            for (int t = factor.LookBack + 1; t < rows; t += 3)
            {
                double[,] older = new ReferenceEvaluator(Changed(panel, row => row < t - factor.LookBack)).Compute(factor);
                double[,] oldest = new ReferenceEvaluator(Changed(panel, row => row == t - factor.LookBack)).Compute(factor);
                for (int i = 0; i < 7; i++)
                {
                    Assert.Equal(clean[t, i], older[t, i]);
                    touched |= !clean[t, i].Equals(oldest[t, i]);
                }
            }
        }

        Assert.True(touched);
    }

    [Fact]
    public void Warm_up_of_recursive_means_is_enough_to_forget_the_start()
    {
        foreach (Factor factor in new[] { Ema(Close, 1), Ema(Close, 12), Ema(Close, 5, Seed.Average), Wilder(Close, 6), Wilder(Close, 6, Seed.FirstValue), Sma(Close, 9, 2), Ema(Ema(Close, 4), 3) })
        {
            Panel panel = TestPanels.Random(factor.WarmUp + 40, 3, seed: 2);
            double[,] clean = new ReferenceEvaluator(panel).Compute(factor);
            double[,] other = new ReferenceEvaluator(Changed(panel, row => row == 0)).Compute(factor);
            double start = Math.Abs(Changed(panel, row => row == 0)[Field.AdjustedClose][0, 0] - panel[Field.AdjustedClose][0, 0]);
            Assert.True(Math.Abs(clean[factor.WarmUp + 1, 0] - other[factor.WarmUp + 1, 0]) < 1e-6 * start, factor.ToString());
            Assert.True(factor.WarmUp >= factor.LookBack);
        }

        Assert.Equal(int.MaxValue, Mean(CumulativeSum(Close), 5).WarmUp);
        Assert.Equal(int.MaxValue, AdaptiveMean(Close, 0.5).WarmUp);
        Assert.Equal(4, Mean(CumulativeSum(Close), 5).LookBack);
    }

    private static Panel Changed(Panel panel, Func<int, bool> rows)
    {
        foreach (Field field in panel.Fields.ToList())
        {
            FieldMatrix clean = panel[field];
            panel = panel.With(field, FieldMatrix.Create(clean.Rows, clean.Columns, (t, values) =>
            {
                clean.Row(t).CopyTo(values);
                if (!rows(t)) return;
                for (int i = 0; i < values.Length; i++) values[i] = field == Field.Industry ? (values[i] + i) % 3 : float.IsNaN(values[i]) ? 25 : (-3 * values[i]) + i;
            }));
        }

        return panel;
    }
}
