using AlphaKit.TestSupport;
using Xunit.Abstractions;

namespace AlphaKit.Portfolio.Tests;

/// <summary>Is the answer the best one: certificates, Clp for linear programs, an enumeration of faces for small quadratic ones.</summary>
public sealed class OptimalityTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "optimiser_failures")]
    public void Three_thousand_random_problems_end_in_certificates()
    {
        int failures = 0;
        double gap = 0, violation = 0;
        for (ulong seed = 0; seed < 3000; seed++)
        {
            PortfolioProblem p = RandomProblems.Feasible(seed, seed % 10 == 0 ? 120 : 30, seed % 2 == 1);
            try
            {
                PortfolioSolution s = p.Solve();
                Certificate c = Certificate.Check(p, s.Weights.Span, s.Multipliers.Span);
                gap = Math.Max(gap, c.RelativeGap);
                violation = Math.Max(violation, c.Violation);
                Assert.Equal(s.Certificate, c);
                if (c.Holds) continue;
                output.WriteLine($"seed {seed}: {c}");
            }
            catch (AlphaKitException failed)
            {
                output.WriteLine($"seed {seed}: {failed.Message}");
            }

            failures++;
        }

        output.WriteLine($"largest relative gap {gap:E1}, largest violation {violation:E1}");
        Claim.Exactly("optimiser_failures", failures, 0);
    }

    [ClpFact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "optimiser_linear_difference")]
    public void Linear_problems_agree_with_clp()
    {
        int compared = 0;
        double worst = 0;
        for (ulong batch = 0; batch < 10; batch++)
        {
            PortfolioProblem[] problems = [.. Enumerable.Range(0, 110).Select(k => RandomProblems.Feasible(100_000 + (batch * 110) + (ulong)k, 30, isQuadratic: false))];
            double[] expected = ClpReference.Objectives(problems);
            for (int k = 0; k < problems.Length; k++)
            {
                PortfolioSolution s = problems[k].Solve();
                double off = Off(problems[k], s, expected[k]);

                // A file that Clp refuses leaves the answer before it in place, so what disagrees is asked again alone.
                if (off > 1e-7) off = Off(problems[k], s, ClpReference.Objectives([problems[k]])[0]);
                if (double.IsNaN(off)) continue;
                if (off > 1e-7) output.WriteLine($"batch {batch}, {k}: {s.Objective:R} and {expected[k]:R}");
                worst = Math.Max(worst, off);
                compared++;
            }
        }

        output.WriteLine($"{compared} compared, largest relative difference {worst:E1}");
        Assert.True(compared >= 1000, $"only {compared} compared");
        Claim.AtMost("optimiser_linear_difference", worst, 1e-7);
    }

    private static double Off(PortfolioProblem p, PortfolioSolution s, double expected)
    {
        double size = Math.Abs(s.Objective) + p.ExpectedReturns.ToArray().Max(Math.Abs) + (p.BuyCost?.Max() ?? 0);
        return Math.Abs(s.Objective - expected) / (size > 0 ? size : 1);
    }
}
