using AlphaKit.Factors.Tests.Reference;
using AlphaKit.TestSupport;

namespace AlphaKit.Factors.Tests.Expressions;

/// <summary>Ten thousand random expressions through the printer and the parser.</summary>
public sealed class RoundTripTests
{
    [Fact]
    [Trait("Claim", "formula_round_trips")]
    public void Every_expression_prints_a_formula_that_parses_to_itself()
    {
        HashSet<Operator> seen = [];
        int equal = 0;
        RandomExpressions expressions = new(17, [.. Field.Catalogue, Field.IndexWeight(Symbol.Parse("000300.SH"))], longest: 300);
        foreach (Factor factor in expressions.Take(10_000, depth: 5))
        {
            string formula = factor.ToString();
            Factor again = FactorExpression.Parse(formula);
            Assert.True(factor.Equals(again), formula);
            Assert.Equal(formula, again.ToString());
            Assert.Equal((factor.LookBack, factor.WarmUp, factor.KnownAt, factor.GetHashCode()), (again.LookBack, again.WarmUp, again.KnownAt, again.GetHashCode()));
            equal++;
            if (factor is OperatorFactor node) seen.Add(node.Operator);
        }

        Assert.Equal(Operators.All.Count, seen.Count);
        Claim.Exactly("formula_round_trips", equal, 10_000);
    }

    [Fact]
    public void Equal_seeds_draw_equal_expressions_and_most_have_values()
    {
        Panel panel = TestPanels.Random(30, 9, gaps: 0.03, outside: 0.05, seed: 3);
        Factor[] one = [.. new RandomExpressions(5, RandomExpressions.Leaves, longest: 6).Take(300, 3)], two = [.. new RandomExpressions(5, RandomExpressions.Leaves, longest: 6).Take(300, 3)];
        Assert.Equal(one, two);
        Assert.True(one.Distinct().Count() > 280);
        ReferenceEvaluator reference = new(panel);
        Assert.InRange(one.Count(f => reference.Compute(f).Cast<double>().Any(v => !double.IsNaN(v))), 240, 300);
    }
}
