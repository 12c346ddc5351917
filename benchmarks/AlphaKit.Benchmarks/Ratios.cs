using System.Diagnostics;
using System.Globalization;

namespace AlphaKit.Benchmarks;

/// <summary>Runs the ratio claims: both sides in turn, several rounds, the median of the round ratios.</summary>
internal static class Ratios
{
    private const int WarmUps = 5;
    private const int Rounds = 15;

    private static IEnumerable<Ratio> All()
    {
        CrossSections data = new();
        data.Fill();
        yield return new Ratio("cross_section_mean_ratio", 2, data.ColumnMajorArrays, data.FieldMatrixRows);
        ConstructionSpeed constructions = new();
        yield return new Ratio("risk_parity_factor_ratio", 2, constructions.DenseRiskParity, constructions.FactorRiskParity);
        using FactorAppend appends = new();
        yield return new Ratio("factor_append_ratio", 5, appends.Recompute, appends.Append);
    }

    public static int Run(IReadOnlyCollection<string> names)
    {
        int misses = 0;
        foreach (Ratio ratio in All().Where(r => names.Count == 0 || names.Contains(r.Name)))
        {
            double measured = Measure(ratio);
            bool holds = measured >= ratio.AtLeast;
            if (!holds) misses++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CLAIM {ratio.Name} measured={measured:G4} target=>={ratio.AtLeast:G6} {(holds ? "pass" : "miss")}"));
        }

        return misses == 0 ? 0 : 1;
    }

    private static double Measure(Ratio ratio)
    {
        double[] ratios = new double[Rounds];
        for (int round = -WarmUps; round < Rounds; round++)
        {
            (double slow, double expected) = Time(ratio.Baseline);
            (double fast, double actual) = Time(ratio.Subject);
            if (expected != actual) throw new InvalidOperationException($"{ratio.Name}: the two sides disagree, {expected:R} and {actual:R}.");
            if (round >= 0) ratios[round] = slow / fast;
        }

        Array.Sort(ratios);
        return ratios[Rounds / 2];
    }

    private static (double Seconds, double Result) Time(Func<double> work)
    {
        long start = Stopwatch.GetTimestamp();
        double result = work();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, result);
    }
}
