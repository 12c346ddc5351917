using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Engine;

/// <summary>Windows of a single day: a value has no deviation from itself, and what is missing stays missing.</summary>
public sealed class OneDayWindowTests
{
    private static readonly Panel Data = TestPanels.Of([(Field.AdjustedClose, [[3, float.NaN], [5, 6]]), (Field.Volume, [[7, 8], [float.NaN, 9]])]);

    [Fact]
    public void Deviations_are_zero_where_there_is_a_value()
    {
        Factor[] factors = [Std(Close, 1, Deviation.Population), Variance(Close, 1, Deviation.Population), Std(Close, 1, Deviation.Population, MinPeriods.AtLeast(1))];
        foreach (FactorValues values in FactorEngine.Compute(factors, Data)) Assert.Equal([0, float.NaN, 0, 0], values.Values.ToRowMajorArray());
    }

    [Fact]
    public void A_covariance_is_zero_where_both_have_a_value()
    {
        Assert.Equal([0, float.NaN, float.NaN, 0], Covariance(Close, Volume, 1, Deviation.Population).Compute(Data).Values.ToRowMajorArray());
        Assert.Equal([0, float.NaN, 0, 0], Covariance(Close, -0.5, 1, Deviation.Population).Compute(Data).Values.ToRowMajorArray());
    }
}
