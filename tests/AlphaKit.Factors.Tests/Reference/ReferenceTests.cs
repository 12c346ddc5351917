namespace AlphaKit.Factors.Tests.Reference;

/// <summary>The reference itself against pandas and scipy, and its completeness.</summary>
public sealed class ReferenceTests
{
    private static readonly Field X = Field.Custom("x", Unit.None, Clock.Close), Y = Field.Custom("y", Unit.None, Clock.Close), G = Field.Custom("g", Unit.Category, Clock.Open);

    [Theory]
    [MemberData(nameof(ReferenceGolden.Series), MemberType = typeof(ReferenceGolden))]
    public void Series_equals_pandas(string formula, double[] expected)
    {
        Panel panel = TestPanels.Of([(X, Down(ReferenceGolden.X)), (Y, Down(ReferenceGolden.Y))]);
        double[,] values = new ReferenceEvaluator(panel).Compute(FactorExpression.Parse(formula, X, Y));
        for (int t = 0; t < expected.Length; t++) Same(expected[t], values[t, 0], $"{formula}, row {t}");
    }

    [Theory]
    [MemberData(nameof(ReferenceGolden.Days), MemberType = typeof(ReferenceGolden))]
    public void Day_equals_pandas(string formula, double[] expected)
    {
        Panel panel = TestPanels.Of([(X, Across(ReferenceGolden.X)), (Y, Across(ReferenceGolden.Y)), (G, Across(ReferenceGolden.Group))]);
        double[,] values = new ReferenceEvaluator(panel).Compute(FactorExpression.Parse(formula, X, Y, G));
        for (int i = 0; i < expected.Length; i++) Same(expected[i], values[0, i], $"{formula}, column {i}");
    }

    [Fact]
    public void Every_operator_of_the_catalogue_has_a_reference()
    {
        Panel panel = TestPanels.Random(12, 11, gaps: 0.1);
        foreach (Operator o in Operators.All)
        {
            double[] parameters = [.. o.Parameters.Select(p => p.Default ?? (p.Kind == ParameterKind.Days ? 4 : Math.Clamp(2, p.Least, p.Most)))];
            Factor[] inputs = [.. o.Inputs.Select(name => (Factor)(name == "group" ? Field.Industry : name == "x" ? Field.AdjustedClose : Field.TurnoverRate))];
            double[,] values = new ReferenceEvaluator(panel).Compute(OperatorFactor.Apply(o, inputs, parameters, o.HasMinPeriods && o.Kind == OperatorKind.Window ? MinPeriods.SkipMissing : default));
            Assert.True(values.Cast<double>().Any(v => !double.IsNaN(v)), o.Name);
        }
    }

    [Fact]
    public void Catalogue_states_the_least_values_that_the_definitions_need()
    {
        Panel panel = TestPanels.Of([(X, Down([3, 1, 4, 1.5, 9, 2.5])), (Y, Down([2, 7, 1, 8, 3, 5]))]);
        foreach (Operator o in Operators.All.Where(o => o.HasMinPeriods && o.Kind == OperatorKind.Window))
        {
            double[] parameters = [.. o.Parameters.Select(p => p.Default ?? (p.Kind == ParameterKind.Days ? 6 : 0.5))];
            Factor[] inputs = o.Inputs.Count == 1 ? [X] : [X, Y];
            double[,] values = new ReferenceEvaluator(panel).Compute(OperatorFactor.Apply(o, inputs, parameters, MinPeriods.SkipMissing));
            Assert.Equal(o.LeastValues(parameters) - 1, Enumerable.Range(0, 6).First(t => !double.IsNaN(values[t, 0])));
        }
    }

    private static float[][] Down(double[] values) => [.. values.Select(v => new[] { (float)v })];

    private static float[][] Across(double[] values) => [[.. values.Select(v => (float)v)]];

    private static void Same(double expected, double actual, string where)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual)) return;
        Assert.True(Math.Abs(expected - actual) <= 1e-12 * Math.Max(10, Math.Abs(expected)), $"{where}: expected {expected:R}, got {actual:R}.");
    }
}
