using AlphaKit.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaKit.Portfolio.Tests;

public sealed class HierarchicalRiskParityTests
{
    private static readonly double[] s_loadings = [0.0044, -0.0033, 0.0243, -0.0025, 0.0011, 0.0158, -0.0091, -0.0059, 0.0019, -0.0033, -0.0119, -0.002, -0.0036, 0.006, -0.0166, -0.007];
    private static readonly double[] s_specific = [0.0002653, 0.00024959, 0.00025598, 0.00016023, 0.00016504, 0.00015715, 0.00017624, 0.00013091];

    // scipy 1.10.1: cluster.hierarchy.linkage(d, method) and leaves_list, then the bisection of López de Prado with numpy.
    public static TheoryData<Linkage, HierarchyDistance, double[], int[], double[]> Published => new()
    {
        {
            Linkage.Single, HierarchyDistance.Correlation,
            [0.4638658742530578, 0.47920297285245533, 0.604614741634082, 0.6203713276906064, 0.6558935592373213, 0.6640374844236133, 0.7036474724909578],
            [4, 0, 1, 3, 5, 7, 2, 6],
            [0.11979354899043822, 0.07146199130134086, 0.07183230750471728, 0.21767294258795675, 0.1971983034650998, 0.09633857459788478, 0.16166415813772578, 0.06403817341483653]
        },
        {
            Linkage.Complete, HierarchyDistance.Correlation,
            [0.4638658742530578, 0.5412718238912706, 0.604614741634082, 0.6203713276906064, 0.6769169198315134, 0.7857286093083474, 0.900421092162143],
            [3, 5, 7, 2, 6, 4, 0, 1],
            [0.1257558946708017, 0.043915676709977716, 0.0803769857954192, 0.0759374323705656, 0.28648480703697177, 0.06968957452821259, 0.2283991219157101, 0.08944050697234136]
        },
        {
            Linkage.Average, HierarchyDistance.Correlation,
            [0.4638658742530578, 0.510237398371863, 0.604614741634082, 0.6203713276906064, 0.6664052395344173, 0.7338678205748227, 0.7696339043154294],
            [4, 0, 1, 3, 5, 7, 2, 6],
            [0.11979354899043822, 0.07146199130134086, 0.07183230750471728, 0.21767294258795675, 0.1971983034650998, 0.09633857459788478, 0.16166415813772578, 0.06403817341483653]
        },
        {
            Linkage.Ward, HierarchyDistance.Correlation,
            [0.4638658742530578, 0.5260069086244253, 0.604614741634082, 0.6203713276906064, 0.6811669326936347, 0.8965069370639495, 1.0629249259421625],
            [3, 5, 7, 2, 6, 4, 0, 1],
            [0.1257558946708017, 0.043915676709977716, 0.0803769857954192, 0.0759374323705656, 0.28648480703697177, 0.06968957452821259, 0.2283991219157101, 0.08944050697234136]
        },
        {
            Linkage.Single, HierarchyDistance.DistanceOfDistances,
            [0.6616086383617241, 0.6853006457238005, 0.8733681695088643, 0.9066158741101231, 0.9595969266293405, 0.9953278176918275, 1.0546152072222024],
            [4, 0, 1, 3, 5, 7, 2, 6],
            [0.11979354899043822, 0.07146199130134086, 0.07183230750471728, 0.21767294258795675, 0.1971983034650998, 0.09633857459788478, 0.16166415813772578, 0.06403817341483653]
        },
        {
            Linkage.Average, HierarchyDistance.DistanceOfDistances,
            [0.6616086383617241, 0.7280471294003853, 0.8733681695088643, 0.9066158741101231, 0.9655145302480344, 1.1000220070459636, 1.166392470706062],
            [3, 5, 7, 2, 6, 4, 0, 1],
            [0.1257558946708017, 0.043915676709977716, 0.0803769857954192, 0.0759374323705656, 0.28648480703697177, 0.06968957452821259, 0.2283991219157101, 0.08944050697234136]
        },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Tree_and_weights_agree_with_scipy(Linkage linkage, HierarchyDistance distance, double[] heights, int[] leaves, double[] weights)
    {
        FactorRisk risk = Risks.Of(s_loadings, s_specific);
        HierarchySolution solution = HierarchicalRiskParity.Of(risk, linkage, distance);
        Assert.Equal(heights, solution.Merges.Select(m => m.Distance), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(leaves.Select(i => risk.Symbols[i]), solution.Leaves);
        Assert.Equal(weights, solution.Weights.Select(w => w.Value), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([2, 3, 2, 2, 3], solution.Merges.Take(5).Select(m => m.Count));
        Assert.Equal(8, solution.Merges[^1].Count);
    }

    [Fact]
    public void Merges_agree_with_a_slow_search_for_the_nearest_pair() => Properties.Holds(Gen.Choose(0, int.MaxValue), seed =>
    {
        int n = 2 + (seed % 20);
        FactorRisk risk = Risks.Random((ulong)seed, n, 3);
        double[,] dense = Risks.Dense(risk);
        double[,] d = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) d[i, j] = i == j ? 0 : Math.Sqrt((1 - (dense[i, j] / Math.Sqrt(dense[i, i] * dense[j, j]))) / 2);
        }

        return ((Linkage[])[Linkage.Single, Linkage.Complete, Linkage.Average]).All(linkage =>
            HierarchicalRiskParity.Of(risk, linkage).Merges.Select(m => m.Distance).Zip(Slow(d, n, linkage), (a, b) => Math.Abs(a - b) < 1e-9).All(equal => equal));
    });

    [Fact]
    public void Two_names_are_held_inversely_to_their_variance()
    {
        FactorRisk risk = FactorRisk.FromCovariance(Risks.Day, Risks.Names(2), [1e-4, 1e-4, 1e-4, 4e-4]);
        Assert.Equal(0.8, HierarchicalRiskParity.Of(risk).Weights[0].Value, 12);
        Assert.Equal(1, HierarchicalRiskParity.Of(risk.For([Situation.Name(2)])).Weights[0].Value);
    }

    [Fact]
    public void Weights_sum_to_one_and_are_above_zero() => Properties.Holds(Gen.Choose(0, int.MaxValue), seed =>
    {
        HierarchySolution solution = HierarchicalRiskParity.Of(Risks.Random((ulong)seed, 1 + (seed % 60), 4), (Linkage)(seed % 4));
        return Math.Abs(solution.Weights.Sum(w => w.Value) - 1) < 1e-12 && solution.Weights.All(w => w.Value > 0)
            && solution.Leaves.Order().SequenceEqual(solution.Weights.Select(w => w.Key).Order());
    });

    /// <summary>The definition: of all pairs of clusters merge the nearest, distances from the members each time.</summary>
    private static List<double> Slow(double[,] d, int n, Linkage linkage)
    {
        List<List<int>> clusters = [.. Enumerable.Range(0, n).Select(i => new List<int> { i })];
        List<double> heights = [];
        while (clusters.Count > 1)
        {
            (int a, int b, double near) = (0, 0, double.PositiveInfinity);
            for (int i = 0; i < clusters.Count; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    double[] pairs = [.. clusters[i].SelectMany(x => clusters[j].Select(y => d[x, y]))];
                    double between = linkage switch { Linkage.Single => pairs.Min(), Linkage.Complete => pairs.Max(), _ => pairs.Average() };
                    if (between < near) (a, b, near) = (i, j, between);
                }
            }

            heights.Add(near);
            clusters[b].AddRange(clusters[a]);
            clusters.RemoveAt(a);
        }

        return heights;
    }
}
