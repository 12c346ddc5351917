namespace AlphaKit.Portfolio.Tests;

/// <summary>Problems of every shape that have an answer: limits are laid around a random portfolio, often tightly, often redundantly.</summary>
internal static class RandomProblems
{
    /// <summary>2 to <paramref name="most"/> names; a linear program, or with risk where <paramref name="isQuadratic"/>.</summary>
    public static PortfolioProblem Feasible(ulong seed, int most, bool isQuadratic)
    {
        RandomStream random = RandomStream.Create(seed, "random problem");
        int n = 2 + random.NextInt32(most - 1);
        Symbol[] symbols = [.. Enumerable.Range(0, n).Select(Enhancements.Name)];
        double[] inside = Weights(random, n), benchmark = Weights(random, n), held = random.NextInt32(5) switch { 0 => new double[n], 1 => [.. inside], 2 => [.. benchmark], _ => Weights(random, n) };
        bool hasTies = random.NextInt32(4) == 0;
        double unit = Math.Pow(10, random.NextInt32(5) - 3);
        double[] mu = [.. Enumerable.Range(0, n).Select(_ => unit * (hasTies ? Math.Round(random.NextNormal()) : random.NextNormal()))];
        PortfolioProblem p = PortfolioProblem.For(symbols).Benchmark(benchmark).Maximise(mu).Holding(held);

        double invested = inside.Sum();
        p = random.NextInt32(3) == 0 ? p.Budget(invested - random.NextDouble(0, 0.2), invested + random.NextDouble(0, 0.1)) : p.Budget(invested);
        if (random.NextInt32(4) > 0) p = p.LongOnly();
        if (random.NextInt32(5) > 0)
        {
            double slack = random.NextInt32(4) == 0 ? 0 : random.NextDouble(0, 2.0 / n);
            double[] lower = [.. inside.Select(w => random.NextInt32(8) == 0 ? w : w - (slack * random.NextDouble()))], upper = [.. inside.Select(w => w + (slack * random.NextDouble()))];
            p = p.Bounds(lower, upper);
        }
        else
        {
            p = p.Bounds(-0.5, 1.5);
        }

        if (random.NextInt32(2) == 0) p = p.ActiveWeight(inside.Select((w, i) => Math.Abs(w - benchmark[i])).Max() + (random.NextInt32(3) == 0 ? 0 : 0.5 / n));
        if (random.NextInt32(2) == 0)
        {
            int groups = 1 + random.NextInt32(Math.Max(1, n / 2));
            int[] group = [.. Enumerable.Range(0, n).Select(_ => random.NextInt32(groups))];
            double widest = Enumerable.Range(0, groups).Max(g => Math.Abs(Enumerable.Range(0, n).Where(i => group[i] == g).Sum(i => inside[i] - benchmark[i])));
            p = p.Industry(Enumerable.Range(0, n).ToDictionary(i => symbols[i], i => $"G{group[i]}"), widest + (random.NextInt32(3) == 0 ? 0 : 0.05));
        }

        int exposures = random.NextInt32(4);
        for (int e = 0; e < exposures; e++)
        {
            double scale = Math.Pow(10, random.NextInt32(7) - 3);
            double[] x = [.. Enumerable.Range(0, n).Select(_ => scale * random.NextNormal())];
            if (random.NextInt32(4) == 0) x = [.. x.Select(_ => scale)]; // the budget once more, in another unit
            double at = x.Zip(inside).Sum(t => t.First * t.Second);
            double room = random.NextInt32(4) == 0 ? 0 : scale * random.NextDouble(0, 0.2);
            p = p.Exposure($"exposure {e}", x, at - room, random.NextInt32(3) == 0 ? double.PositiveInfinity : at + room, Measured.Absolute);
        }

        if (random.NextInt32(2) == 0)
        {
            double needed = inside.Zip(held).Sum(t => Math.Abs(t.First - t.Second));
            p = p.Turnover(needed + (random.NextInt32(4) == 0 ? 0 : random.NextDouble(0, 0.5)));
        }

        if (random.NextInt32(3) == 0) p = p.Costs(unit * 0.2 * random.NextDouble(), unit * 0.3 * random.NextDouble());
        return isQuadratic ? p.Risk(Risk(random, symbols), unit * Math.Pow(10, random.NextInt32(6)), random.NextInt32(2) == 0 ? Measured.Active : Measured.Absolute) : p;
    }

    /// <summary>Diagonal, factor, singular and full risks.</summary>
    public static FactorRisk Risk(RandomStream random, Symbol[] symbols)
    {
        int n = symbols.Length, k = random.NextInt32(6);
        double[] specific = [.. Enumerable.Range(0, n).Select(_ => random.NextInt32(10) == 0 ? 0 : 4e-4 * random.NextDouble())];
        if (k == 0) return FactorRisk.Diagonal(new DateOnly(2024, 1, 5), symbols, specific);
        double[] x = [.. Enumerable.Range(0, n * k).Select(_ => random.NextNormal())], mixing = [.. Enumerable.Range(0, k * k).Select(_ => random.NextNormal())];
        if (random.NextInt32(3) == 0) Array.Clear(mixing, 0, k); // a factor without variance
        for (int i = 0; i < n; i++) x[i * k] = random.NextInt32(2); // and one that is an indicator
        return new FactorRisk(new DateOnly(2024, 1, 5), symbols, [.. Enumerable.Range(0, k).Select(f => $"F{f}")], x, Square(mixing, k, 1e-4), specific);
    }

    private static double[] Square(double[] a, int k, double scale)
    {
        double[] square = new double[k * k];
        for (int r = 0; r < k; r++)
        {
            for (int c = 0; c < k; c++)
            {
                for (int j = 0; j < k; j++) square[(r * k) + c] += scale * a[(r * k) + j] * a[(c * k) + j];
            }
        }

        return square;
    }

    private static double[] Weights(RandomStream random, int n)
    {
        double[] raw = [.. Enumerable.Range(0, n).Select(_ => random.NextInt32(3) == 0 ? 0 : random.NextExponential())];
        if (raw.Sum() == 0) raw[0] = 1;
        double sum = raw.Sum();
        return [.. raw.Select(r => r / sum)];
    }
}
