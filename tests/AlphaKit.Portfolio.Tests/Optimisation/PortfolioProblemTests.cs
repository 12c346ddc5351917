using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Portfolio.Tests;

public sealed class PortfolioProblemTests
{
    private static readonly Symbol[] s_names = [.. Enumerable.Range(0, 4).Select(Enhancements.Name)];

    [Fact]
    public void Scaling_the_returns_scales_the_objective_and_leaves_the_best_portfolio() => Properties.Holds(Gen.Choose(0, 100_000), seed =>
    {
        PortfolioProblem p = RandomProblems.Feasible((ulong)seed, 20, isQuadratic: false);
        if (p.BuyCosts.Length > 0) return true;
        double one = p.Solve().Objective, eight = p.Maximise([.. p.ExpectedReturns.ToArray().Select(m => 8 * m)]).Solve().Objective;
        return Math.Abs(eight - (8 * one)) <= 1e-7 * (Math.Abs(eight) + p.ExpectedReturns.ToArray().Max(Math.Abs));
    }, cases: 100);

    [Fact]
    public void A_constraint_that_says_the_same_again_leaves_the_objective() => Properties.Holds(Gen.Choose(0, 100_000), seed =>
    {
        PortfolioProblem p = RandomProblems.Feasible((ulong)seed, 20, isQuadratic: seed % 2 == 0);
        LinearConstraint budget = p.Constraints.OfType<LinearConstraint>().First();
        PortfolioProblem again = p.Exposure("budget in percent", [.. p.Symbols.Select(_ => 100.0)], 100 * budget.Lower, 100 * budget.Upper, Measured.Absolute);
        double size = p.ExpectedReturns.ToArray().Max(Math.Abs), one = p.Solve().Objective;
        return Math.Abs(one - again.Solve().Objective) <= 1e-7 * (Math.Abs(one) + size);
    }, cases: 100);

    [Fact]
    public void The_order_of_the_names_leaves_the_objective()
    {
        for (ulong seed = 0; seed < 10; seed++)
        {
            PortfolioProblem p = Enhancements.Week(seed, 80, 20);
            int[] order = [.. Enumerable.Range(0, 80).Reverse()];
            double[] By(ReadOnlyMemory<double> x) => [.. order.Select(i => x.Span[i])];
            PortfolioProblem q = PortfolioProblem.For(order.Select(i => p.Symbols[i])).Benchmark(By(p.BenchmarkWeights)).Maximise(By(p.ExpectedReturns)).Risk(p.FactorRisk!, 20).Budget(1).LongOnly().Turnover(0.3, By(p.DriftedWeights));
            PortfolioProblem straight = PortfolioProblem.For(p.Symbols).Benchmark(p.BenchmarkWeights.Span).Maximise(p.ExpectedReturns.Span).Risk(p.FactorRisk!, 20).Budget(1).LongOnly().Turnover(0.3, p.DriftedWeights.Span);
            Assert.Equal(straight.Solve().Objective, q.Solve().Objective, 1e-9);
        }
    }

    [Fact]
    public void A_tracking_error_limit_is_met_exactly_when_it_binds_and_carries_a_certificate()
    {
        foreach (double aversion in new[] { 0.0, 5 })
        {
            PortfolioProblem p = Enhancements.Week(3, 200, aversion).Without("turnover");
            double free = p.Solve().TrackingError!.Value;
            PortfolioSolution s = p.TrackingError(0.6 * free).Solve();
            Assert.Equal(0.6 * free, s.TrackingError!.Value, 1e-8);
            Assert.True(s.MultiplierOf("tracking error") > 0);
            Assert.True(s.Certificate.Holds, s.Certificate.ToString());
        }
    }

    [Fact]
    public void The_heuristic_keeps_to_the_number_of_names_and_says_what_it_may_have_lost()
    {
        PortfolioProblem p = Enhancements.Week(5, 120, 20).Without("industry I0").Without("turnover").Without("active weight").MaxNames(40);
        p = p.Constraints.Where(c => c.Name.StartsWith("industry", StringComparison.Ordinal)).Aggregate(p, (q, c) => q.Without(c.Name));
        PortfolioSolution s = p.Solve();
        Assert.True(s.Names <= 40);
        Assert.True(s.HeuristicLoss >= 0);
        Assert.True(s.Certificate.Holds);
        Assert.Null(p.Without("number of names").Solve().HeuristicLoss);
    }

    [Fact]
    public void A_wrong_weight_or_multiplier_breaks_the_certificate()
    {
        PortfolioProblem p = Enhancements.Week(7, 60, 20);
        PortfolioSolution s = p.Solve();
        double[] w = s.Weights.ToArray();
        (w[0], w[1]) = (w[0] + 1e-4, w[1] - 1e-4);
        Assert.False(Certificate.Check(p, w, s.Multipliers.Span).Holds);
        double[] y = s.Multipliers.ToArray();
        y[0] += 1e-3;
        Assert.False(Certificate.Check(p, s.Weights.Span, y).Holds);
    }

    [Fact]
    public void Bad_input_names_instrument_and_constraint()
    {
        PortfolioProblem p = PortfolioProblem.For(s_names);
        Assert.Equal(s_names[2], Assert.Throws<InvalidProblemException>(() => p.Maximise([1, 2, double.NaN, 3])).Symbol);
        InvalidProblemException crossed = Assert.Throws<InvalidProblemException>(() => p.Bounds([0, 0.2, 0, 0], [1, 0.1, 1, 1]));
        Assert.Equal((s_names[1], "bounds"), (crossed.Symbol, crossed.Constraint));
        Assert.Throws<InvalidProblemException>(() => PortfolioProblem.For([]));
        Assert.Equal("benchmark", Assert.Throws<InvalidProblemException>(() => p.Benchmark([0.3, 0.3, 0.3, 0])).Constraint);
        Assert.Equal("budget", Assert.Throws<InvalidProblemException>(() => p.Budget(1).Budget(0.9)).Constraint);
        Assert.Equal("active weight", Assert.Throws<InvalidProblemException>(() => p.ActiveWeight(0.01).Solve()).Constraint);
        Assert.Equal(Enhancements.Name(9), Assert.Throws<InvalidProblemException>(() => p.Frozen([Enhancements.Name(9)])).Symbol);
        Assert.Throws<InvalidProblemException>(() => p.Budget(double.NaN));
    }
}
