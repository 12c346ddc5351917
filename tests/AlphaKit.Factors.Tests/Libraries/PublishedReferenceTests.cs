using AlphaKit.Factors.Tests.Engine;
using AlphaKit.Factors.Tests.Libraries.Golden;
using AlphaKit.Factors.Tests.Reference;

namespace AlphaKit.Factors.Tests.Libraries;

/// <summary>
/// Every factor of the published libraries against the slow reference in double precision, node by node, on the engine's own inputs, within the
/// tolerance of one operator: as a whole, ranks would hang on the last bit of a 32-bit number. That the factors alone are the same bits as with
/// all their parts beside them closes the chain.
/// </summary>
public sealed class PublishedReferenceTests
{
    private static readonly Panel Data = GoldenPanel.Instance.Columns(20);

    [Fact]
    [Trait("Speed", "Slow")]
    public void Every_node_equals_its_definition_and_the_factors_alone_are_the_same_bits()
    {
        FactorSet set = FactorSet.Alpha101.Add(FactorSet.Alpha158);
        Factor[] nodes = Nodes(set.Select(f => f.Expression));
        FieldMatrix[] values = FactorEngine.Compute(Data, nodes, new EngineOptions { Threads = 1 }, default);
        Dictionary<Factor, double[,]> known = nodes.Select((node, k) => (node, k)).ToDictionary(n => n.node, n => ReferenceEvaluator.Load(values[n.k]));
        ReferenceEvaluator reference = new(Data);
        List<string> findings = [];
        foreach (OperatorFactor node in nodes.OfType<OperatorFactor>())
        {
            double[][,] inputs = [.. node.Inputs.Select(input => known[input])];
            double[,] expected = reference.Apply(node, inputs), actual = known[node];
            for (int at = 0; at < expected.Length; at++)
            {
                int t = at / Data.Axes.Count, i = at % Data.Axes.Count;
                double e = expected[t, i], a = actual[t, i];
                if ((double.IsNaN(e) && double.IsNaN(a)) || Math.Abs(e - a) <= 1e-6 * Math.Abs(e)) continue;
                if (Math.Abs(e - a) <= Tolerance.Of(node, inputs, t, i, e)) continue;
                e = reference.Compute(node)[t, i]; // the engine computes x/y - 1 as (x - y)/y, better than step by step in 32 bits
                if (Math.Abs(e - a) <= 1e-6 * Math.Abs(e)) continue;
                findings.Add($"{node}, row {t}, column {i}: expected {e:R}, got {a:R}");
                break;
            }
        }

        FieldMatrix[] alone = FactorEngine.Compute(Data, [.. set.Select(f => f.Expression)], new EngineOptions { Threads = 2 }, default);
        for (int k = 0; k < set.Count; k++) TestPanels.SameBits(values[Array.IndexOf(nodes, set[k].Expression)], alone[k], Data.Axes.Days);
        Assert.True(findings.Count == 0, $"{findings.Count} of {nodes.Length} nodes:\n{string.Join('\n', findings)}");
    }

    private static Factor[] Nodes(IEnumerable<Factor> roots)
    {
        HashSet<Factor> seen = [];
        List<Factor> nodes = [];
        foreach (Factor root in roots) Visit(root);
        return [.. nodes];

        void Visit(Factor factor)
        {
            if (!seen.Add(factor)) return;
            foreach (Factor input in factor.Inputs) Visit(input);
            nodes.Add(factor);
        }
    }
}
