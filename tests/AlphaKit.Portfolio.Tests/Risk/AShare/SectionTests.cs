namespace AlphaKit.Portfolio.Tests;

public sealed class SectionTests
{
    private static readonly float[] Caps = [1, 2, 3, 4, 5, 6];

    [Fact]
    public void Standardisation_is_worked_by_hand()
    {
        // Values 1, 2, 3, 6 of capitalisations 1, 2, 3, 4 (share 5 is not estimated on, share 6 has no value).
        // Mean 3, squares 4 + 1 + 0 + 9, deviation √3.5; cap-weighted mean (1 + 4 + 9 + 24)/10 = 3.8.
        Section section = Load([true, true, true, true, false, true]);
        double[] x = [1, 2, 3, 6, 10, double.NaN];
        Assert.Equal(4, section.Present(x));
        Assert.True(section.Standardise(x));
        double d = Math.Sqrt(3.5);
        double[] expected = [-2.8 / d, -1.8 / d, -0.8 / d, 2.2 / d, 6.2 / d];
        for (int i = 0; i < 5; i++) Assert.Equal(expected[i], x[i], 12);
        Assert.True(double.IsNaN(x[5]));
        Assert.False(section.Standardise([2, 2, 2, 2, 9, 2]));
    }

    [Fact]
    public void Winsorising_pulls_in_to_the_deviations_asked_for()
    {
        // Mean 3, deviation √3.5 = 1.87: one deviation is 1.13 to 4.87, also for share 5.
        Section section = Load([true, true, true, true, false, true]);
        double[] x = [1, 2, 3, 6, 10, double.NaN];
        section.Winsorise(x, 1);
        Assert.Equal([3 - Math.Sqrt(3.5), 2, 3, 3 + Math.Sqrt(3.5), 3 + Math.Sqrt(3.5), double.NaN], x);
    }

    [Fact]
    public void Missing_values_take_the_mean_of_their_industry()
    {
        Section section = Load([true, true, true, true, true, true], [0, 0, 0, 1, 1, 2]);
        double[] x = [1, 3, double.NaN, 5, double.NaN, double.NaN];
        section.Fill(x);
        Assert.Equal([1, 3, 2, 5, 5, 0], x);
    }

    [Fact]
    public void What_is_left_is_orthogonal_under_the_regression_weights()
    {
        Section section = Load([true, true, true, true, true, true]);
        double[] y = [1, -2, 3, 0, 4, 5], a = [0.3, 1, -1, 2, 0, 1], b = [1, 1, 0, -2, 1, 0.5];
        section.Orthogonalise(y, a, b);
        double[] w = [.. Caps.Select(c => Math.Sqrt(c))];
        foreach (double[] other in new[] { a, b, [1, 1, 1, 1, 1, 1] }) Assert.Equal(0, Enumerable.Range(0, 6).Sum(i => w[i] * y[i] * other[i]), 12);
    }

    private static Section Load(bool[] estimation, float[]? industries = null)
    {
        FieldMatrix caps = FieldMatrix.FromRowMajor(Caps, 1, 6);
        Section section = new(6);
        section.Load(
            new RiskInputs
            {
                Axes = new PanelAxes(new TradingCalendar([RiskSamples.Day]), RiskSamples.Symbols(6)),
                Returns = new float[6],
                Cap = caps,
                Industry = industries is null ? null : FieldMatrix.FromRowMajor(industries, 1, 6),
                Turnover = null,
                PriceToBook = null,
                PriceToEarnings = null,
                Fundamentals = null,
                Estimation = Membership.Create(1, 6, (_, row) => estimation.CopyTo(row)),
                Coverage = Membership.Create(1, 6, (_, row) => row.Fill(true)),
                Styles = [],
                KnownAt = Clock.Evening,
                Notes = [],
            },
            0);
        return section;
    }
}
