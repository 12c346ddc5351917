namespace AlphaKit.Portfolio.Tests;

public sealed class ConflictTests
{
    private static readonly Symbol[] s_names = [.. Enumerable.Range(0, 10).Select(Enhancements.Name)];

    [Fact]
    public void A_budget_above_the_bounds_names_both_with_their_relaxations()
    {
        // Ten names of at most 8 % hold 80 %: the budget must fall by 20 %, or each bound rise by 2 %.
        PortfolioProblem p = PortfolioProblem.For(s_names).Maximise(new double[10]).Budget(1).LongOnly().Bounds(double.NegativeInfinity, 0.08, "cap").Turnover(2);
        InfeasibleProblemException e = Assert.Throws<InfeasibleProblemException>(() => p.Solve());
        Assert.Equal(["budget", "cap"], e.Conflicts.Select(c => c.Constraint).Order());
        Assert.Equal(0.2, e.Conflicts.Single(c => c.Constraint == "budget").Relaxation, 8);
        Assert.Equal(0.02, e.Conflicts.Single(c => c.Constraint == "cap").Relaxation, 8);
    }

    [Fact]
    public void A_turnover_cap_that_cannot_reach_the_budget_is_named_with_what_it_needs()
    {
        // All cash, fully invested: turnover 1 is needed and 0.3 allowed.
        InfeasibleProblemException e = Assert.Throws<InfeasibleProblemException>(() => PortfolioProblem.For(s_names).Budget(1).LongOnly().Turnover(0.3).Solve());
        Assert.Equal(["budget", "turnover"], e.Conflicts.Select(c => c.Constraint).Order());
        Assert.All(e.Conflicts, c => Assert.Equal(0.7, c.Relaxation, 8));
    }

    [Fact]
    public void Bounds_that_cross_on_one_name_say_which()
    {
        double[] held = new double[10];
        held[3] = 0.2;
        InfeasibleProblemException e = Assert.Throws<InfeasibleProblemException>(() => PortfolioProblem.For(s_names).Holding(held).Frozen([s_names[3]]).Bounds(0, 0.15).Solve());
        Assert.Equal(s_names[3], e.Symbol);
        Assert.Equal(["bounds", "frozen"], e.Conflicts.Select(c => c.Constraint).Order());
        Assert.All(e.Conflicts, c => Assert.Equal(0.05, c.Relaxation, 12));
    }

    [Fact]
    public void A_tracking_error_below_what_the_budget_leaves_is_named()
    {
        // Half invested against a full benchmark in equal parts, σ = 2 % a day each: the least active variance is 10·0.05²·4e-4.
        double[] b = [.. Enumerable.Repeat(0.1, 10)];
        FactorRisk risk = FactorRisk.Diagonal(new DateOnly(2024, 1, 5), s_names, [.. Enumerable.Repeat(4e-4, 10)]);
        InfeasibleProblemException e = Assert.Throws<InfeasibleProblemException>(() => PortfolioProblem.For(s_names).Benchmark(b).Risk(risk, 0).Budget(0.5).LongOnly().TrackingError(0.01).Solve());
        Assert.Equal(["budget", "tracking error"], e.Conflicts.Select(c => c.Constraint).Order());
        Assert.Equal(Math.Sqrt(252 * 10 * 0.0025 * 4e-4) - 0.01, e.Conflicts.Single(c => c.Constraint == "tracking error").Relaxation, 7);

        // Σ|active|²·4e-4·252 ≤ 1e-4 with equal parts: (1 − budget)²/10 = 1e-4/(252·4e-4).
        Assert.Equal(0.5 - Math.Sqrt(10 * 1e-4 / (252 * 4e-4)), e.Conflicts.Single(c => c.Constraint == "budget").Relaxation, 6);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Every_conflict_is_a_conflict_and_none_without_any_one_of_its_members()
    {
        int conflicts = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            PortfolioProblem p = Conflicting(seed);
            InfeasibleProblemException e = Assert.Throws<InfeasibleProblemException>(() => p.Solve());
            string[] set = [.. e.Conflicts.Select(c => c.Constraint)];
            PortfolioProblem only = p.Constraints.Where(c => !set.Contains(c.Name)).Aggregate(p, (q, c) => q.Without(c.Name));
            Assert.Throws<InfeasibleProblemException>(() => only.Solve());
            foreach (string one in set)
            {
                try
                {
                    only.Without(one).Solve();
                }
                catch (UnboundedProblemException)
                {
                    // Nothing to conflict with: some weights are free.
                }
            }

            Assert.All(e.Conflicts, c => Assert.True(c.Relaxation > 0, $"seed {seed}: {c}"));
            conflicts++;
        }

        Assert.Equal(60, conflicts);
    }

    [Fact]
    public void A_problem_that_nothing_bounds_names_what_runs_away()
    {
        double[] mu = new double[10];
        (mu[2], mu[7]) = (0.02, -0.01);
        UnboundedProblemException e = Assert.Throws<UnboundedProblemException>(() => PortfolioProblem.For(s_names).Maximise(mu).Budget(1).Solve());
        Assert.Contains(s_names[2], e.Symbols);
        Assert.Throws<UnboundedProblemException>(() => PortfolioProblem.For(s_names).Maximise(mu).LongOnly().Solve());
    }

    private static PortfolioProblem Conflicting(ulong seed)
    {
        RandomStream random = RandomStream.Create(seed, "conflict");
        PortfolioProblem p;
        do p = RandomProblems.Feasible(random.NextUInt64(), 20, isQuadratic: false);
        while (p.Constraints.Any(c => c.Name is "turnover" or "tight"));
        double[] x = [.. Enumerable.Range(0, p.Symbols.Count).Select(_ => random.NextNormal())];
        double most = Best(p, x);
        double[] spread = [.. p.Symbols.Select((_, i) => Math.Abs(x[i]))];
        return p.Exposure("tight", x, most + (0.05 * spread.Max()), double.PositiveInfinity, Measured.Absolute);
    }

    private static double Best(PortfolioProblem p, double[] x) => p.Maximise(x).Costs(0, 0).Solve().ExpectedReturn;
}
