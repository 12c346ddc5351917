using System.Globalization;
using AlphaKit.Factors.Tests.Reference;
using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Engine;

/// <summary>
/// Every operator against its slow reference in double precision, node by node: the reference gets the engine's own inputs, so that what is
/// compared is one operator and not a chain of roundings.
/// </summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Panels => [.. s_panels.Keys];

    private static readonly Dictionary<string, Panel> s_panels = new()
    {
        ["gaps"] = TestPanels.Random(70, 37, gaps: 0.08, outside: 0.2, seed: 41),
        ["dense"] = TestPanels.Random(70, 21, seed: 42),
        ["ties and flat runs"] = Changed(TestPanels.Random(70, 21, gaps: 0.05, seed: 43), (x, t, i) => t % 20 < 9 ? 12.34f : MathF.Round(x)),
        ["tiny prices"] = Changed(TestPanels.Random(70, 21, gaps: 0.05, seed: 44), (x, t, i) => x * 1e-3f),
        ["prices of ten thousand"] = Changed(TestPanels.Random(70, 21, gaps: 0.05, seed: 47), (x, t, i) => 1e4f + x),
        ["a spike"] = Changed(TestPanels.Random(70, 21, gaps: 0.05, seed: 45), (x, t, i) => t == 20 ? x * 1e4f : x),
        ["everything missing"] = Changed(TestPanels.Random(70, 21, seed: 46), (x, t, i) => float.NaN),
    };

    [Theory]
    [MemberData(nameof(Panels))]
    public void Every_operator_equals_its_definition(string name)
    {
        Panel panel = s_panels[name];
        ReferenceEvaluator reference = new(panel);
        string[] problems = [.. Catalogue.All.OfType<OperatorFactor>().Select(node => Problem(panel, reference, node)).OfType<string>()];
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    /// <summary>Compares one node on the engine's own inputs; null when it is within its tolerance.</summary>
    internal static string? Problem(Panel panel, ReferenceEvaluator reference, OperatorFactor node)
    {
        Factor[] all = [node, .. node.Inputs];
        FieldMatrix[] values = FactorEngine.Compute(panel, all, new EngineOptions { Threads = 1 }, default);
        return Problem(panel, reference, node, values[0], [.. values.Skip(1).Select(ReferenceEvaluator.Load)]);
    }

    /// <summary>The same for values that were computed with others.</summary>
    internal static string? Problem(Panel panel, ReferenceEvaluator reference, OperatorFactor node, FieldMatrix values, double[][,] inputs)
    {
        double[,] expected = IsRewritten(node) ? reference.Compute(node) : reference.Apply(node, inputs);
        for (int t = 0; t < panel.Axes.Days; t++)
        {
            for (int i = 0; i < panel.Axes.Count; i++)
            {
                double e = expected[t, i], a = values[t, i];
                if (double.IsNaN(e) && double.IsNaN(a)) continue;
                double scale = Tolerance.Of(node, inputs, t, i, e);
                if (!(Math.Abs(e - a) <= scale)) return string.Create(CultureInfo.InvariantCulture, $"{node}, row {t}, column {i}: expected {e:R}, got {a:R}, allowed {scale:E1}.");
            }
        }

        return null;
    }

    /// <summary>ln(a/b) and a/b − 1 are computed in one, without rounding the quotient in between.</summary>
    private static bool IsRewritten(OperatorFactor node) =>
        node.Inputs[0] is OperatorFactor { Operator.Name: "Divide" }
        && (node.Operator.Name == "Log" || (node.Operator.Name == "Subtract" && node.Inputs[1] is ConstantFactor { Value: 1 }));

    private static Panel Changed(Panel panel, Func<float, int, int, float> change)
    {
        foreach (Field field in new[] { Field.AdjustedOpen, Field.AdjustedHigh, Field.AdjustedLow, Field.AdjustedClose, Field.Volume })
        {
            FieldMatrix matrix = panel[field];
            panel = panel.With(field, FieldMatrix.Create(matrix.Rows, matrix.Columns, (t, row) =>
            {
                for (int i = 0; i < row.Length; i++) row[i] = change(matrix[t, i], t, i);
            }));
        }

        return panel;
    }
}
