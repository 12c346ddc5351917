namespace AlphaKit.Factors.Tests.Preprocessing;

public sealed class WinsoriseTests
{
    private const float M = float.NaN;

    /// <summary>Median 4 and MAD 2 by hand; scipy 1.10.1: 4 + 3·median_abs_deviation([1,2,3,4,5,6,100], scale='normal') = 12.895613311033612.</summary>
    [Fact]
    public void Clips_at_three_scaled_deviations()
    {
        float[] row = StepRunner.Run([1, 2, 3, 4, 5, 6, 100], [Winsorise.Mad(3)]).Row();
        Assert.Equal([1, 2, 3, 4, 5, 6, (float)12.895613311033612], row);
    }

    [Fact]
    public void Raw_scale_counts_plain_deviations() =>
        Assert.Equal([1, 2, 3, 4, 5, 6, 10], StepRunner.Run([1, 2, 3, 4, 5, 6, 100], [Winsorise.Mad(3, MadScale.Raw)]).Row());

    /// <summary>Even count: median (3 + 4)/2 = 3.5, deviations .5 .5 1.5 2.5 6.5 96.5, MAD (1.5 + 2.5)/2 = 2, band 3.5 ± 2.</summary>
    [Fact]
    public void Even_counts_take_the_mean_of_the_middle_two() =>
        Assert.Equal([1.5f, 2, 3, 4, 5.5f, 5.5f], StepRunner.Run([1, 2, 3, 4, 10, 100], [Winsorise.Mad(1, MadScale.Raw)]).Row());

    [Fact]
    public void More_than_half_ties_leave_the_day_unchanged_and_are_noted()
    {
        FeatureTensor x = StepRunner.Run([5, 5, 5, 5, 1, 100], [Winsorise.Mad(3)]);
        Assert.Equal([5, 5, 5, 5, 1, 100], x.Row());
        Assert.Equal("Winsorise.Mad(3) left the values unchanged of 'signal' on 1 of 1 days.", Assert.Single(x.Notes));
    }

    /// <summary>Ties below one half: median 5, deviations 0 0 0 1 2 3 95, MAD 1.</summary>
    [Fact]
    public void Some_ties_are_no_obstacle() =>
        Assert.Equal([5, 5, 5, 4, 7, 8, 8], StepRunner.Run([5, 5, 5, 4, 7, 8, 100], [Winsorise.Mad(3, MadScale.Raw)]).Row());

    [Fact]
    public void Is_fitted_on_members_only_and_missing_stays_missing()
    {
        float[] row = StepRunner.Run([1, 2, 3, 4, 5, 6, 100, 1e6f, 2e6f, M], [Winsorise.Mad(3)], [true, true, true, true, true, true, true, false, false, true]).Row();
        Assert.Equal([1, 2, 3, 4, 5, 6, (float)12.895613311033612, M, M, M], row);
    }

    [Fact]
    public void The_width_must_be_positive()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Winsorise.Mad(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Winsorise.Mad(double.NaN));
        Assert.Equal("Winsorise.Mad(2.5, Raw)", Winsorise.Mad(2.5, MadScale.Raw).Name);
    }
}
