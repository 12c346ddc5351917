namespace AlphaKit.Portfolio.Tests;

/// <summary>Index enhancement as it is met in practice, with simulated numbers: 31 industries, ten styles, a country factor where asked for.</summary>
internal static class Enhancements
{
    public const int Industries = 31;
    public const int Styles = 10;

    public static Symbol Name(int i) => Symbol.From(600000 + i, Exchange.Shanghai);

    /// <summary>The problem of one week: constituents ≥ 80 %, active weight 0.8 %, industries 2 %, size 0.2, a turnover cap.</summary>
    public static PortfolioProblem Week(ulong seed, int n, double aversion, double turnover = 0.3, bool hasCountry = false)
    {
        RandomStream random = RandomStream.Create(seed, "enhancement");
        Symbol[] symbols = [.. Enumerable.Range(0, n).Select(Name)];
        int members = Math.Max(2, n / 2);
        double[] benchmark = new double[n], drifted = new double[n], mu = new double[n];
        for (int i = 0; i < members; i++) benchmark[i] = Math.Exp(0.8 * random.NextNormal());
        Normalise(benchmark);
        for (int i = 0; i < n; i++)
        {
            mu[i] = 0.01 * random.NextNormal();
            drifted[i] = random.NextInt32(3) == 0 || benchmark[i] > 0 ? Math.Max(0, benchmark[i] + (0.004 * random.NextNormal())) : 0;
        }

        Normalise(drifted);
        Dictionary<Symbol, string> industry = symbols.ToDictionary(s => s, _ => $"I{random.NextInt32(Industries)}");
        FactorRisk risk = Risk(random, symbols, industry, hasCountry);
        double[] size = [.. Enumerable.Range(0, n).Select(i => risk.ExposuresOf(i)[risk.IndexOf("S0")])];
        return PortfolioProblem.For(symbols)
            .Benchmark(benchmark)
            .Maximise(mu)
            .Risk(risk, aversion)
            .Budget(1)
            .LongOnly()
            .ActiveWeight(Math.Max(0.008, 4.0 / n))
            .ConstituentShare(0.8)
            .Industry(industry, 0.02)
            .Exposure("size", size, -0.2, 0.2)
            .Turnover(turnover, drifted);
    }

    private static FactorRisk Risk(RandomStream random, Symbol[] symbols, Dictionary<Symbol, string> industry, bool hasCountry)
    {
        List<string> factors = [.. Enumerable.Range(0, Industries).Select(k => $"I{k}"), .. Enumerable.Range(0, Styles).Select(k => $"S{k}")];
        if (hasCountry) factors.Insert(0, "country");
        int k = factors.Count, n = symbols.Length;
        double[] exposures = new double[n * k], specific = new double[n], mixing = new double[k * k], covariance = new double[k * k];
        for (int i = 0; i < n; i++)
        {
            if (hasCountry) exposures[i * k] = 1;
            exposures[(i * k) + factors.IndexOf(industry[symbols[i]])] = 1;
            for (int s = k - Styles; s < k; s++) exposures[(i * k) + s] = random.NextNormal();
            specific[i] = Math.Pow(0.02 * Math.Exp(0.3 * random.NextNormal()), 2);
        }

        for (int a = 0; a < k * k; a++) mixing[a] = random.NextNormal();
        for (int a = 0; a < k; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double sum = a == b ? 0.5 * k : 0;
                for (int j = 0; j < k; j++) sum += mixing[(a * k) + j] * mixing[(b * k) + j];
                covariance[(a * k) + b] = covariance[(b * k) + a] = 3e-5 * sum / k;
            }
        }

        return new FactorRisk(new DateOnly(2024, 1, 5), symbols, factors, exposures, covariance, specific);
    }

    private static void Normalise(double[] weights)
    {
        double sum = weights.Sum();
        for (int i = 0; i < weights.Length; i++) weights[i] /= sum;
    }
}
