using AlphaKit.TestSupport;

namespace AlphaKit.Portfolio.Tests;

public sealed class CappedProblemTests
{
    [Fact]
    public void Water_filling_without_turnover_cap_is_worked_by_hand()
    {
        // λ = 10, scores 3, 2, 1, cap 1: with the first two above water, (3 − ν)/10 + (2 − ν)/10 = 0.3 → ν = 1: weights 0.2, 0.1, 0.
        CappedSolution s = Problem(0.3, 10, null, (3, 0, 0, 1), (2, 0, 0, 1), (1, 0, 0, 1)).Solve();
        AssertWeights(s, 0.2, 0.1, 0);
        Assert.Equal(1, s.BudgetMultiplier, 12);
        Assert.Equal(0.8 - (5 * (0.04 + 0.01)), s.Objective, 12);
    }

    [Fact]
    public void A_binding_cap_lifts_the_water_for_the_others()
    {
        // Cap 0.12: the first is at its cap; the rest 0.18 would split 0.14 and 0.04, so the second is at its cap too and 0.06 is left for the third.
        CappedSolution s = Problem(0.3, 10, null, (3, 0, 0, 0.12), (2, 0, 0, 0.12), (1, 0, 0, 0.12)).Solve();
        AssertWeights(s, 0.12, 0.12, 0.06);
        Assert.Equal(0.4, s.BudgetMultiplier, 12); // (1 − ν)/10 = 0.06
        Assert.Equal(["AtUpper", "AtUpper", "Free"], Enumerable.Range(0, 3).Select(s.Names["state"].Exact));
    }

    [Fact]
    public void A_binding_turnover_cap_is_worked_by_hand()
    {
        // Two names, λ = 10, 0.5 invested, held 0.1 / 0.4. Without cap: w1 − w2 = (2 − 1)/10 = 0.1 → 0.3 / 0.2, turnover 0.4.
        // With cap 0.2: 0.2 / 0.3. Bought: (2 − ν − τ)/10 = 0.2, sold: (1 − ν + τ)/10 = 0.3 → ν + τ = 0, ν − τ = −2 → ν = −1, τ = 1.
        AssertWeights(Problem(0.5, 10, null, (2, 0.1, 0, 1), (1, 0.4, 0, 1)).Solve(), 0.3, 0.2);
        CappedSolution s = Problem(0.5, 10, 0.2, (2, 0.1, 0, 1), (1, 0.4, 0, 1)).Solve();
        AssertWeights(s, 0.2, 0.3);
        Assert.Equal(-1, s.BudgetMultiplier, 10);
        Assert.Equal(1, s.TurnoverMultiplier, 10);
        Assert.Equal(0.2, s.PlannedTurnover, 12);
    }

    [Fact]
    public void Agrees_with_a_general_purpose_solver()
    {
        // numpy 1.24.2, scipy 1.10.1 (SLSQP); the maker of these numbers is slsqp.py in this folder.
        CappedSolution s = Problem(
            0.8, 5, 0.5,
            (1.3, 0.10, 0, 0.25), (0.4, 0.30, 0, 0.25), (-0.2, 0.15, 0.15, 0.15), (0.9, 0.00, 0, 0.25), (-1.1, 0.20, 0.05, 0.25), (0.1, 0.05, 0, 0.25)).Solve();
        AssertWeightsWithin(s, 1e-6, SlsqpWeights);
    }

    [Fact]
    public void No_portfolio_on_a_grid_is_better()
    {
        // Three names, every feasible weight on a grid of 1/200.
        for (ulong seed = 0; seed < 40; seed++)
        {
            CappedProblem p = Situations.Problem(seed, 3);
            CappedSolution s = p.Solve();
            double best = double.NegativeInfinity;
            for (int a = 0; a <= 200; a++)
            {
                for (int b = 0; b <= (p.Candidates.Count > 2 ? 200 : 0); b++)
                {
                    double[] w = GridPoint(p, a / 200.0, b / 200.0);
                    if (IsFeasible(p, w)) best = Math.Max(best, Objective(p, w));
                }
            }

            Assert.True(s.Objective >= best - 1e-9, $"seed {seed}: {s.Objective:R} < {best:R}");
        }
    }

    [Fact]
    public void Every_solution_is_feasible_and_proven_best() => Properties.Holds(Situations.Feasible, p =>
    {
        CappedSolution s = p.Solve();
        double[] w = [.. s.Weights.Select(x => x.Value)];
        double scale = 1 + p.Candidates.Max(c => Math.Abs(c.Score)) + p.RiskAversion;
        return w.Select((x, i) => x >= p.Candidates[i].Lower && x <= p.Candidates[i].Upper).All(ok => ok)
            && Math.Abs(w.Sum() - p.Invested) <= 1e-9
            && (p.TurnoverCap is not { } cap || s.PlannedTurnover <= cap + 1e-9)
            && s.TurnoverMultiplier >= 0
            && (s.TurnoverMultiplier == 0 || Math.Abs(s.PlannedTurnover - p.TurnoverCap!.Value) <= 1e-9)
            && Math.Abs(s.DualityGap) <= 1e-9 * scale
            && s.KktResidual <= 1e-9;
    }, cases: 3000);

    [Fact]
    public void No_exchange_between_two_names_is_better() => Properties.Holds(Situations.Feasible, p =>
    {
        // Written from the definition: move a little weight from one name to another; wherever that stays feasible the objective must not grow.
        double[] w = [.. p.Solve().Weights.Select(x => x.Value)];
        double start = Objective(p, w);
        const double Step = 1e-4;
        for (int i = 0; i < w.Length; i++)
        {
            for (int j = 0; j < w.Length; j++)
            {
                if (i == j) continue;
                double[] moved = [.. w];
                moved[i] += Step;
                moved[j] -= Step;
                if (IsFeasible(p, moved) && Objective(p, moved) > start + 1e-10) return false;
            }
        }

        return true;
    });

    [Fact]
    public void The_order_of_the_names_changes_no_bit() => Properties.Holds(Situations.Feasible, p =>
    {
        CappedProblem reversed = p with { Candidates = [.. p.Candidates.Reverse()] };
        return p.Solve().Weights.SequenceEqual(reversed.Solve().Weights);
    });

    [Fact]
    public void Renaming_the_names_only_renames_the_weights() => Properties.Holds(Situations.Feasible, p =>
    {
        int n = p.Candidates.Count;
        CappedProblem renamed = p with { Candidates = [.. p.Candidates.Select((c, i) => c with { Symbol = Situation.Name(n - i) })] };
        double[] w = [.. p.Solve().Weights.Select(x => x.Value)], v = [.. renamed.Solve().Weights.Select(x => x.Value)];
        return w.Select((x, i) => Math.Abs(x - v[n - 1 - i])).Max() <= 1e-9;
    });

    [Fact]
    public void A_higher_score_gets_no_less_weight_among_equal_holdings() => Properties.Holds(Situations.Feasible, p =>
    {
        CappedSolution s = p.Solve();
        return p.Candidates.All(a => p.Candidates.All(b =>
            !(a.Score > b.Score && a.Drifted == b.Drifted && a.Lower == b.Lower && a.Upper == b.Upper) || s[a.Symbol] >= s[b.Symbol] - 1e-12));
    });

    [Fact]
    public void A_looser_turnover_cap_never_lowers_the_objective() => Properties.Holds(Situations.Feasible, p =>
        p.TurnoverCap is not { } cap || (p with { TurnoverCap = Math.Min(2, cap + 0.05) }).Solve().Objective >= p.Solve().Objective - 1e-9);

    [Fact]
    public void Five_thousand_names_are_solved_exactly()
    {
        RandomStream random = RandomStream.Create(7, "large");
        Candidate[] names = [.. Enumerable.Range(1, 5000).Select(i => new Candidate(Situation.Name(i), random.NextNormal(), i <= 100 ? 0.0095 : 0, 0, 0.02))];
        CappedSolution s = new CappedProblem { Candidates = names, Invested = 0.95, TurnoverCap = 0.3 }.Solve();
        Assert.True(s.KktResidual < 1e-11, $"{s.KktResidual:R}");
        Assert.Equal(0.3, s.PlannedTurnover, 10);
        Assert.True(Math.Abs(s.DualityGap) < 1e-9);
    }

    [Fact]
    public void Too_small_caps_are_named()
    {
        InfeasibleProblemException e = Assert.Throws<InfeasibleProblemException>(() => Problem(0.8, 10, null, (1, 0, 0, 0.1), (2, 0, 0, 0.1)).Solve());
        Assert.Equal(0.8, e.Needed);
        Assert.Equal(0.2, e.Allowed);
        Assert.Contains("invested share 80.0000", e.Message, StringComparison.Ordinal);
        Assert.Contains("upper bounds, which sum to 20.0000", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Holdings_that_cannot_be_sold_are_named()
    {
        InfeasibleProblemException e = Assert.Throws<InfeasibleProblemException>(() => Problem(0.5, 10, null, (1, 0.6, 0.6, 0.6), (2, 0, 0, 1)).Solve());
        Assert.Contains("cannot be sold", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_turnover_cap_that_cannot_be_met_is_named()
    {
        // 0.3 must be sold to come under the cap of the first name, leaving 0.2; 0.5 must be bought of the second: 0.8 at least.
        InfeasibleProblemException e = Assert.Throws<InfeasibleProblemException>(() => Problem(0.7, 10, 0.5, (1, 0.5, 0, 0.2), (2, 0, 0, 1)).Solve());
        Assert.Equal(0.8, e.Needed, 12);
        Assert.Equal(0.5, e.Allowed, 12);
        Assert.Equal(2, e.Constraints.Count);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Candidate good = new(Situation.Name(1), 1, 0, 0, 1);
        Assert.Throws<ArgumentException>(() => new CappedProblem { Candidates = [] });
        Assert.Throws<ArgumentException>(() => new CappedProblem { Candidates = [good, good] });
        Assert.Throws<ArgumentException>(() => new CappedProblem { Candidates = [default] });
        Assert.Throws<ArgumentException>(() => new CappedProblem { Candidates = [good with { Score = double.NaN }] });
        Assert.Throws<ArgumentException>(() => new CappedProblem { Candidates = [good with { Drifted = -0.1 }] });
        Assert.Throws<ArgumentException>(() => new CappedProblem { Candidates = [good with { Lower = 0.2, Upper = 0.1 }] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CappedProblem { Candidates = [good], RiskAversion = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CappedProblem { Candidates = [good], Invested = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CappedProblem { Candidates = [good], TurnoverCap = -0.1 });
    }

    private static readonly double[] SlsqpWeights = [0.215, 0.2, 0.15, 0.135, 0.05, 0.05];

    private static CappedProblem Problem(double invested, double aversion, double? turnover, params (double Score, double Held, double Lower, double Upper)[] names) => new()
    {
        Candidates = [.. names.Select((n, i) => new Candidate(Situation.Name(i + 1), n.Score, n.Held, n.Lower, n.Upper))],
        Invested = invested,
        RiskAversion = aversion,
        TurnoverCap = turnover,
    };

    private static void AssertWeights(CappedSolution solution, params double[] expected) => AssertWeightsWithin(solution, 1e-12, expected);

    private static void AssertWeightsWithin(CappedSolution solution, double tolerance, double[] expected)
    {
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], solution.Weights[i].Value, tolerance);
    }

    private static double Objective(CappedProblem p, double[] w) =>
        w.Select((x, i) => (p.Candidates[i].Score * x) - (p.RiskAversion / 2 * x * x)).Sum();

    private static bool IsFeasible(CappedProblem p, double[] w) =>
        w.Select((x, i) => x >= p.Candidates[i].Lower && x <= p.Candidates[i].Upper).All(ok => ok)
        && Math.Abs(w.Sum() - p.Invested) < 1e-12
        && w.Select((x, i) => Math.Abs(x - p.Candidates[i].Drifted)).Sum() <= (p.TurnoverCap ?? 2);

    /// <summary>Weights of one, two or three names that sum to the invested share, from fractions of the bounds.</summary>
    private static double[] GridPoint(CappedProblem p, double a, double b)
    {
        double At(int i, double f) => p.Candidates[i].Lower + (f * (p.Candidates[i].Upper - p.Candidates[i].Lower));
        return p.Candidates.Count switch
        {
            1 => [p.Invested],
            2 => [At(0, a), p.Invested - At(0, a)],
            _ => [At(0, a), At(1, b), p.Invested - At(0, a) - At(1, b)],
        };
    }
}
