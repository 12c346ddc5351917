using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Engine;

/// <summary>Every operator against a loop written from its definition, on panels with gaps that span several tiles.</summary>
public sealed class OperatorTests
{
    private static readonly Panel Data = TestPanels.Random(45, 70, gaps: 0.08, outside: 0.2, seed: 5);

    public static TheoryData<string, int> Windows => new()
    {
        { "Sum", 0 }, { "Mean", 0 }, { "Std", 0 }, { "Std0", 0 }, { "Max", 0 }, { "Min", 0 },
        { "Sum", 3 }, { "Mean", 3 }, { "Std", 3 }, { "Std0", 1 }, { "Max", 3 }, { "Min", 1 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void Window_equals_its_definition(string kind, int least)
    {
        const int days = 7;
        MinPeriods policy = least == 0 ? MinPeriods.Full : MinPeriods.AtLeast(least);
        Factor factor = kind switch
        {
            "Sum" => Sum(Close, days, policy),
            "Mean" => Mean(Close, days, policy),
            "Std" => Std(Close, days, Deviation.Sample, policy),
            "Std0" => Std(Close, days, Deviation.Population, policy),
            "Max" => TsMax(Close, days, policy),
            _ => TsMin(Close, days, policy),
        };
        Check(factor, (x, t) =>
        {
            double[] window = [.. Enumerable.Range(0, days).Select(k => t - k).Where(s => s >= 0).Select(s => x[s]).Where(v => !double.IsNaN(v))];
            if (window.Length < (least == 0 ? days : least)) return double.NaN;
            double mean = window.Sum() / window.Length;
            double squares = window.Sum(v => (v - mean) * (v - mean));
            return kind switch
            {
                "Sum" => window.Sum(),
                "Mean" => mean,
                "Std" => window.Length < 2 ? double.NaN : Math.Sqrt(squares / (window.Length - 1)),
                "Std0" => Math.Sqrt(squares / window.Length),
                "Max" => window.Max(),
                _ => window.Min(),
            };
        }, tolerance: kind.StartsWith("Std", StringComparison.Ordinal) ? 1e-5 : 1e-6);
    }

    [Fact]
    public void Delay_and_delta_move_rows()
    {
        Check(Delay(Close, 3), (x, t) => t >= 3 ? x[t - 3] : double.NaN);
        Check(Delay(Close, 0), (x, t) => x[t]);
        Check(Delta(Close, 4), (x, t) => t >= 4 ? x[t] - x[t - 4] : double.NaN);
        Check(Delay(Close, 1000), (_, _) => double.NaN);
    }

    [Fact]
    public void Ema_walks_over_gaps()
    {
        Check(Ema(Close, 5), (x, t) =>
        {
            double state = 0;
            int seen = 0;
            for (int s = 0; s <= t; s++)
            {
                if (double.IsNaN(x[s])) continue;
                state = seen++ == 0 ? x[s] : (x[s] / 3) + (state * 2 / 3);
            }

            return seen >= 5 && !double.IsNaN(x[t]) ? state : double.NaN;
        });
    }

    [Fact]
    public void Wilder_starts_with_the_mean_and_walks_over_gaps()
    {
        Check(Wilder(Close, 6), (x, t) =>
        {
            double[] present = [.. x.Take(t + 1).Where(v => !double.IsNaN(v))];
            if (present.Length < 6 || double.IsNaN(x[t])) return double.NaN;
            double state = present.Take(6).Average();
            foreach (double v in present.Skip(6)) state = ((state * 5) + v) / 6;
            return state;
        });
    }

    [Fact]
    public void Elementwise_functions_follow_their_definition()
    {
        Check(Log(Close - 20), (x, t) => x[t] > 20 ? Math.Log(x[t] - 20) : double.NaN);
        Check(Sqrt(Close - 20), (x, t) => x[t] >= 20 ? Math.Sqrt(x[t] - 20) : double.NaN);
        Check(Abs(Close - 20), (x, t) => Math.Abs(x[t] - 20));
        Check(Sign(Close - 20), (x, t) => double.IsNaN(x[t]) ? double.NaN : Math.Sign(x[t] - 20));
        Check(Larger(Close, 20), (x, t) => double.IsNaN(x[t]) ? double.NaN : x[t] > 20 ? x[t] : 20);
        Check(Smaller(Close, 20), (x, t) => double.IsNaN(x[t]) ? double.NaN : x[t] < 20 ? x[t] : 20);
        Check(-Close * 2 + 1, (x, t) => (-x[t] * 2) + 1);
    }

    [Fact]
    public void Division_by_zero_and_infinite_inputs_are_missing()
    {
        Panel panel = TestPanels.Series(Field.AdjustedClose, 0, 2, double.PositiveInfinity, -4);
        Assert.Equal([float.NaN, 0.5f, float.NaN, -0.25f], (1 / Close).Compute(panel).Values.Column(0));
        Assert.Equal([float.NaN, 1f, float.NaN, 1f], (Close / Close).Compute(panel).Values.Column(0));
        Assert.Equal([0f, 2f, float.NaN, -4f], Close.Compute(panel).Values.Column(0));
    }

    [Fact]
    public void What_a_float_cannot_hold_is_missing() =>
        Assert.Equal([float.NaN, 1f], (Volume * Volume).Compute(TestPanels.Series(Field.Volume, 1e30, 1)).Values.Column(0));

    [Fact]
    public void Equal_values_have_a_deviation_of_exactly_zero()
    {
        Panel panel = TestPanels.Series(Field.AdjustedClose, Enumerable.Repeat(0.1, 30));
        Assert.All(Std(Close, 20).Compute(panel).Values.Column(0).Skip(19), v => Assert.Equal(0f, v));
    }

    [Fact]
    public void Rank_counts_members_only_and_shares_ties()
    {
        FieldMatrix ranks = Rank(Close).Compute(Data).Values;
        FieldMatrix close = Data[Field.AdjustedClose];
        for (int t = 0; t < close.Rows; t++)
        {
            double[] present = [.. Enumerable.Range(0, 70).Where(i => Data.Members[t, i] && !float.IsNaN(close[t, i])).Select(i => (double)close[t, i])];
            for (int i = 0; i < 70; i++)
            {
                double x = close[t, i];
                double expected = Data.Members[t, i] && !double.IsNaN(x)
                    ? (present.Count(v => v < x) + ((present.Count(v => v == x) + 1) / 2.0)) / present.Length
                    : double.NaN;
                TestPanels.Near(expected, ranks[t, i], $"row {t}, column {i}");
            }
        }
    }

    [Fact]
    public void Cross_sections_inside_windows_see_whole_rows()
    {
        FieldMatrix direct = Mean(Rank(Close), 3).Compute(Data).Values, rank = Rank(Close).Compute(Data).Values;
        for (int t = 2; t < 45; t++)
        {
            for (int i = 0; i < 70; i++) TestPanels.Near(((double)rank[t, i] + rank[t - 1, i] + rank[t - 2, i]) / 3, direct[t, i], $"row {t}, column {i}");
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Threads_do_not_change_a_bit(int threads)
    {
        Factor factor = ZScore(Std(Close, 5, Deviation.Sample, MinPeriods.AtLeast(3)) / Mean(Close, 5)) + Rank(Ema(Volume, 4));
        FieldMatrix one = factor.Compute(Data, new EngineOptions { Threads = 1 }).Values;
        TestPanels.SameBits(one, factor.Compute(Data, new EngineOptions { Threads = threads }).Values, one.Rows);
    }

    [Fact]
    public void A_tile_boundary_does_not_change_a_bit()
    {
        FieldMatrix all = Std(Close, 5).Compute(Data).Values;
        for (int i = 28; i < 36; i++)
        {
            Panel alone = TestPanels.Series(Field.AdjustedClose, Data[Field.AdjustedClose].Column(i).Select(v => (double)v));
            Assert.Equal(all.Column(i), Std(Close, 5).Compute(alone).Values.Column(0));
        }
    }

    [Fact]
    public void No_operator_sees_what_comes_later()
    {
        Factor[] factors =
        [
            Delay(Close, 2), Delta(Close, 2), Sum(Close, 4), Mean(Close, 4, MinPeriods.AtLeast(2)), Std(Close, 4), TsMax(Close, 4), TsMin(Close, 4),
            Ema(Close, 4), Wilder(Close, 4), Rank(Close), ZScore(Close), Log(Close), Larger(Close, Open), Mean(Rank(Close), 3),
        ];
        foreach (Factor factor in factors)
        {
            FieldMatrix clean = factor.Compute(Data).Values;
            foreach (int row in new[] { 0, 3, 20, 43 })
                TestPanels.SameBits(clean, factor.Compute(Data.PoisonedAfter(row, factor.KnownAt)).Values, row + 1);
        }
    }

    [Fact]
    public void Cancellation_stops_the_work()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Close.Compute(Data, cancellationToken: stop.Token));
    }

    private static void Check(Factor factor, Func<double[], int, double> reference, double tolerance = 1e-6)
    {
        FieldMatrix values = factor.Compute(Data).Values;
        for (int i = 0; i < 70; i++)
        {
            double[] x = [.. Data[Field.AdjustedClose].Column(i).Select(v => (double)v)];
            for (int t = 0; t < x.Length; t++)
            {
                double expected = reference(x, t), actual = values[t, i];
                if (double.IsNaN(expected) && double.IsNaN(actual)) continue;
                Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1e-3, Math.Abs(expected)), $"{factor} row {t}, column {i}: expected {expected:R}, got {actual:R}");
            }
        }
    }
}
