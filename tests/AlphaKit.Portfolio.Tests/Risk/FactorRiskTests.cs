using FsCheck;
using FsCheck.Fluent;
using AlphaKit.TestSupport;

namespace AlphaKit.Portfolio.Tests;

public sealed class FactorRiskTests
{
    private static readonly Symbol[] Two = RiskSamples.Symbols(2);

    [Fact]
    public void A_variance_is_worked_by_hand()
    {
        // Two shares of exposure 1 and 2 to one factor of variance 0.0004; specific variances 0.0001 and 0.0009; weights 0.6 and 0.4.
        // Exposure 0.6 + 0.8 = 1.4; factor part 1.96 · 0.0004 = 0.000784; specific 0.36 · 0.0001 + 0.16 · 0.0009 = 0.00018.
        FactorRisk risk = new(RiskSamples.Day, Two, ["market"], [1, 2], [0.0004], [0.0001, 0.0009]);
        double[] w = [0.6, 0.4];
        Assert.Equal([1.4], risk.FactorExposures(w));
        Assert.Equal(0.000784, risk.FactorVariance(w), 15);
        Assert.Equal(0.00018, risk.SpecificVarianceOf(w), 15);
        Assert.Equal(0.000964, risk.Variance(w), 15);
    }

    [Fact]
    public void Products_equal_those_of_the_dense_matrix()
    {
        Properties.Holds(Gen.Zip(Gen.Choose(1, 30), Gen.Zip(Gen.Choose(0, 9), Gen.Choose(0, 1_000_000))), c =>
        {
            (int n, (int k, int seed)) = c;
            FactorRisk risk = RiskSamples.Random((ulong)seed, n, k);
            RandomStream random = RandomStream.Create((ulong)seed, "weights");
            double[] w = [.. Enumerable.Range(0, n).Select(_ => random.NextNormal())], product = new double[n];
            double[,] dense = RiskSamples.Dense(risk);
            risk.CovarianceTimes(w, product);
            double variance = 0, scale = 0;
            bool right = true;
            for (int i = 0; i < n; i++)
            {
                double sum = 0, size = 0;
                for (int j = 0; j < n; j++)
                {
                    sum += dense[i, j] * w[j];
                    size += Math.Abs(dense[i, j] * w[j]);
                }

                right &= Math.Abs(sum - product[i]) <= 1e-12 * size;
                variance += w[i] * sum;
                scale += Math.Abs(w[i]) * size;
            }

            return right && Math.Abs(risk.Variance(w) - variance) <= 1e-12 * scale;
        }, 200);
    }

    [Fact]
    public void A_subset_in_another_order_keeps_its_covariances()
    {
        FactorRisk risk = RiskSamples.Random(3, 7, 3);
        Symbol[] wanted = [risk.Symbols[5], risk.Symbols[0], risk.Symbols[2]];
        double[,] all = RiskSamples.Dense(risk), some = RiskSamples.Dense(risk.For(wanted));
        int[] rows = [5, 0, 2];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++) Assert.Equal(all[rows[i], rows[j]], some[i, j]);
        }

        Assert.Equal(1, risk.For(wanted).RowOf(risk.Symbols[0]));
        Assert.Equal(-1, risk.For(wanted).RowOf(risk.Symbols[1]));
    }

    [Fact]
    public void Unknown_instruments_are_named()
    {
        FactorRisk risk = RiskSamples.Random(3, 2, 1);
        Symbol stranger = Symbol.Parse("000001.SZ"), other = Symbol.Parse("300750.SZ");
        SymbolsNotCoveredException e = Assert.Throws<SymbolsNotCoveredException>(() => risk.For([stranger, risk.Symbols[0], other]));
        Assert.Equal([stranger, other], e.Symbols);
        Assert.Equal(RiskSamples.Day, e.Date);
        Assert.Contains("000001.SZ, 300750.SZ", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => risk.For([risk.Symbols[0], risk.Symbols[0]]));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(6, 6)]
    [InlineData(9, 4)]
    public void A_full_covariance_comes_back_from_its_factors(int n, int rank)
    {
        double[] covariance = RiskSamples.Covariance(RandomStream.Create(5, "full"), n, rank);
        FactorRisk risk = FactorRisk.FromCovariance(RiskSamples.Day, RiskSamples.Symbols(n), covariance);
        Assert.Equal(rank, risk.Factors.Count);
        double[,] dense = RiskSamples.Dense(risk);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) Assert.Equal(covariance[(i * n) + j], dense[i, j], 1e-16);
        }
    }

    [Fact]
    public void A_diagonal_risk_has_no_factors()
    {
        FactorRisk risk = FactorRisk.Diagonal(RiskSamples.Day, Two, [0.04, 0.09]);
        Assert.Empty(risk.Factors);
        Assert.Equal((0.25 * 0.04) + (0.25 * 0.09), risk.Variance([0.5, 0.5]), 15);
    }

    [Fact]
    public void What_is_no_risk_is_refused_by_name()
    {
        double[] x = [1, 0, 0, 1], s = [0.1, 0.1];
        Refused("f1", null, () => new FactorRisk(RiskSamples.Day, Two, ["f0", "f1"], x, [1, 2, 2, 1], s)); // eigenvalues 3 and −1
        Refused("f1", null, () => new FactorRisk(RiskSamples.Day, Two, ["f0", "f1"], x, [0, 0.1, 0.1, 0], s)); // a zero diagonal, not semidefinite
        Refused("f1", null, () => new FactorRisk(RiskSamples.Day, Two, ["f0", "f1"], x, [1, 0, 0, -1e-3], s));
        Refused("f1", null, () => new FactorRisk(RiskSamples.Day, Two, ["f0", "f1"], x, [1, 0.1, 0.2, 1], s)); // not symmetric
        Refused("f0", null, () => new FactorRisk(RiskSamples.Day, Two, ["f0", "f1"], x, [double.NaN, 0, 0, 1], s));
        Refused(null, Two[1], () => new FactorRisk(RiskSamples.Day, Two, ["f0", "f1"], x, [1, 0, 0, 1], [0.1, -1e-9]));
        Refused(null, Two[0], () => new FactorRisk(RiskSamples.Day, Two, ["f0", "f1"], x, [1, 0, 0, 1], [double.PositiveInfinity, 0.1]));
        Refused("f1", Two[1], () => new FactorRisk(RiskSamples.Day, Two, ["f0", "f1"], [1, 0, 0, double.NaN], [1, 0, 0, 1], s));
        Refused(null, Two[1], () => FactorRisk.FromCovariance(RiskSamples.Day, Two, [1, 2, 2, 1]));
        Refused(null, Two[1], () => RiskSamples.Random(1, 2, 1).Variance([0.5, double.NaN]));
    }

    [Fact]
    public void A_covariance_that_is_singular_but_semidefinite_is_a_risk()
    {
        FactorRisk risk = new(RiskSamples.Day, Two, ["f0", "f1", "f2"], [1, 0, 0, 0, 1, 0], [1, 1, 0, 1, 1, 0, 0, 0, 0], [0, 0]);
        Assert.Equal(0, risk.Variance([1, -1]));
    }

    [Fact]
    public void Lengths_and_repetitions_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new FactorRisk(RiskSamples.Day, Two, ["f"], [1], [1], [0, 0]));
        Assert.Throws<ArgumentException>(() => new FactorRisk(RiskSamples.Day, Two, ["f"], [1, 1], [1, 1], [0, 0]));
        Assert.Throws<ArgumentException>(() => new FactorRisk(RiskSamples.Day, Two, ["f"], [1, 1], [1], [0]));
        Assert.Throws<ArgumentException>(() => new FactorRisk(RiskSamples.Day, [Two[0], Two[0]], ["f"], [1, 1], [1], [0, 0]));
        Assert.Throws<ArgumentException>(() => new FactorRisk(RiskSamples.Day, Two, ["f", "f"], [1, 1, 1, 1], [1, 0, 0, 1], [0, 0]));
        Assert.Throws<ArgumentException>(() => RiskSamples.Random(1, 2, 1).Variance([1]));
        Assert.Throws<ArgumentException>(() => RiskSamples.Random(1, 2, 1).CovarianceTimes([1, 1], new double[3]));
    }

    private static void Refused(string? factor, Symbol? symbol, Func<object> action)
    {
        InvalidRiskException e = Assert.Throws<InvalidRiskException>(action);
        Assert.Equal(factor, e.Factor);
        Assert.Equal(symbol, e.Symbol);
        Assert.Equal(RiskSamples.Day, e.Date);
        if (factor is not null) Assert.Contains($"'{factor}'", e.Message, StringComparison.Ordinal);
        if (symbol is { } s) Assert.Contains(s.ToString(), e.Message, StringComparison.Ordinal);
    }
}
