namespace AlphaKit.Portfolio.Tests;

public sealed class SpecificBlendTests
{
    [Fact]
    public void Without_factors_the_structural_risk_is_worked_by_hand()
    {
        // No styles, no industries: ln σ of the trusted is fitted by its √cap-weighted mean, and E₀ makes σ_STR their √cap-weighted mean.
        // Shares of capitalisation 1, 4, 9 with σ 1 %, 2 %, 3 % are trusted: (1·1 + 2·2 + 3·3)/6 = 14/6 %. Share 3 is trusted half (σ 4 %), share 4 has none.
        float[] sigma = Blend(0, [1, 4, 9, 16, 25], [0.01f, 0.02f, 0.03f, 0.04f, float.NaN], [1, 1, 1, 0.5f, 0]);
        double structural = 0.14 / 6;
        Assert.Equal([0.01, 0.02, 0.03, (0.5 * 0.04) + (0.5 * structural), structural], sigma.Select(s => Math.Round((double)s, 7)), new Near(1e-7));
    }

    [Fact]
    public void Shrinkage_within_a_decile_is_worked_by_hand()
    {
        // Twenty trusted shares in ten deciles of two, the capitalisation doubling within a pair; σ 1 % and 2 % in each.
        // σ̄ = (1 + 2·2)/3 = 5/3 %, Δ = √((4/9 + 1/9)/2) = √(5/18) %. q = 1: v₁ = (2/3)/(Δ + 2/3), v₂ = (1/3)/(Δ + 1/3).
        float[] caps = [.. Enumerable.Range(0, 20).Select(i => (float)(Math.Pow(4, i / 2) * (1 + (i % 2))))];
        float[] sigma = Blend(1, caps, [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 0.01f : 0.02f)], [.. Enumerable.Repeat(1f, 20)]);
        double mean = 5.0 / 3, spread = Math.Sqrt(5.0 / 18), v1 = 2.0 / 3 / (spread + (2.0 / 3)), v2 = 1.0 / 3 / (spread + (1.0 / 3));
        for (int i = 0; i < 20; i++) Assert.Equal(i % 2 == 0 ? (v1 * mean) + (1 - v1) : (v2 * mean) + ((1 - v2) * 2), 100 * sigma[i], 1e-5);
    }

    [Fact]
    public void Without_trusted_shares_there_is_no_specific_risk() =>
        Assert.Empty(Blend(0, [1, 2, 3], [0.01f, 0.01f, 0.01f], [0.5f, 0.5f, 0]));

    private static float[] Blend(double shrinkage, float[] caps, float[] deviation, float[] trust)
    {
        int n = caps.Length;
        Section section = new(n);
        section.Load(
            new RiskInputs
            {
                Axes = new PanelAxes(new TradingCalendar([RiskSamples.Day]), RiskSamples.Symbols(n)),
                Returns = new float[n],
                Cap = FieldMatrix.FromRowMajor(caps, 1, n),
                Industry = null,
                Turnover = null,
                PriceToBook = null,
                PriceToEarnings = null,
                Fundamentals = null,
                Estimation = Membership.Create(1, n, (_, row) => row.Fill(true)),
                Coverage = Membership.Create(1, n, (_, row) => row.Fill(true)),
                Styles = [],
                KnownAt = Clock.Evening,
                Notes = [],
            },
            0);
        float[] result = new float[n];
        return new SpecificBlend(n, 0, 0, shrinkage).Blend(section, new float[n], [], deviation, trust, result) ? result : [];
    }

    private sealed class Near(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(double obj) => 0;
    }
}
