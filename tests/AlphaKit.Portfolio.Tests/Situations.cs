using FsCheck;
using FsCheck.Fluent;

namespace AlphaKit.Portfolio.Tests;

/// <summary>Generators of decisions and problems.</summary>
internal static class Situations
{
    /// <summary>2 to 40 names; some scores missing or equal, some names suspended or outside, any holdings up to full investment.</summary>
    public static Gen<Situation> Any => Gen.Choose(0, int.MaxValue).Select(seed =>
    {
        RandomStream random = RandomStream.Create((ulong)seed, "situation");
        int n = 2 + random.NextInt32(39);
        Situation s = new([.. Enumerable.Range(0, n).Select(_ => random.NextInt32(8) == 0 ? float.NaN : MathF.Round((float)random.NextNormal(), 1))])
        {
            Suspended = [.. Enumerable.Range(0, n).Select(_ => random.NextInt32(10) == 0)],
            Outside = [.. Enumerable.Range(0, n).Select(_ => random.NextInt32(10) == 0)],
            Weights = Holdings(random, n),
        };
        return s;
    });

    /// <summary>1 to 30 names with any bounds and holdings; always feasible.</summary>
    public static Gen<CappedProblem> Feasible => Gen.Choose(0, int.MaxValue).Select(seed => Problem((ulong)seed, 30));

    public static CappedProblem Problem(ulong seed, int mostNames)
    {
        RandomStream random = RandomStream.Create(seed, "problem");
        int n = 1 + random.NextInt32(mostNames);
        double[] held = Holdings(random, n);
        double cap = (0.5 + (3 * random.NextDouble())) / n;
        Candidate[] names = new Candidate[n];
        double lower = 0, upper = 0, forced = 0, nearest = 0;
        for (int i = 0; i < n; i++)
        {
            bool isFrozen = random.NextInt32(10) == 0;
            bool mayOnlyShrink = random.NextInt32(6) == 0;
            double high = isFrozen ? held[i] : mayOnlyShrink ? Math.Min(cap, held[i]) : cap;
            double low = isFrozen ? held[i] : random.NextInt32(10) == 0 ? Math.Min(high, held[i]) * random.NextDouble() : 0;
            double score = random.NextInt32(5) == 0 ? Math.Round(random.NextNormal()) : random.NextNormal();
            names[i] = new Candidate(Situation.Name(i + 1), score, held[i], low, high);
            double near = Math.Clamp(held[i], low, high);
            (lower, upper, forced, nearest) = (lower + low, upper + high, forced + Math.Abs(near - held[i]), nearest + near);
        }

        double invested = Math.Min(1, Math.Max(lower, lower + ((upper - lower) * random.NextDouble())));
        double least = forced + Math.Abs(invested - nearest);
        double? turnover = random.NextInt32(4) == 0 ? null : Math.Min(2, least + (random.NextInt32(8) == 0 ? 0 : random.NextDouble() * random.NextDouble()));
        double aversion = Math.Exp(4 * random.NextNormal() / 2) * 10;
        return new CappedProblem { Candidates = names, Invested = invested, TurnoverCap = turnover, RiskAversion = aversion };
    }

    private static double[] Holdings(RandomStream random, int n)
    {
        double[] raw = [.. Enumerable.Range(0, n).Select(_ => random.NextInt32(2) == 0 ? 0 : random.NextExponential())];
        double total = raw.Sum(), invested = random.NextDouble();
        return total == 0 ? raw : [.. raw.Select(r => Math.Floor(r / total * invested * 1e8) / 1e8)];
    }
}
