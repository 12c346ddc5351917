namespace AlphaKit.Data.Tests.Adjustment;

public sealed class ForwardAdjustedTests
{
    // Closes 10, 8, 9 with a bonus of one for four on the second day: the factor goes from 2 to 2.5.
    private static readonly float[] s_closes = [10, 8, 9], s_factors = [2, 2.5f, 2.5f];

    [Fact]
    public void The_anchor_day_is_as_traded_and_earlier_days_are_scaled_to_it()
    {
        Panel panel = Panel(s_closes, s_factors);
        Assert.Equal([8, 8, 9], Shown(panel, 2));
        Assert.Equal([10, float.NaN, float.NaN], Shown(panel, 0));
        Assert.Equal([8, 8, 9], Shown(Panel(s_closes, [2, 2.5f, float.NaN]), 2, [10 * 2, 8 * 2.5f, 9 * 2.5f]));
    }

    [Fact]
    public void What_comes_after_the_anchor_changes_nothing() =>
        Assert.Equal(Shown(Panel(s_closes, s_factors), 1), Shown(Panel([10, 8, 1e6f], [2, 2.5f, 1e6f]), 1));

    [Fact]
    public void Only_adjusted_prices_are_adjusted_forward()
    {
        Assert.Throws<ArgumentException>(() => ForwardAdjusted.Of(Panel(s_closes, s_factors), Field.Close, new DateOnly(2021, 1, 6)));
        Assert.Throws<ArgumentException>(() => ForwardAdjusted.Of(Panel(s_closes, s_factors), Field.AdjustedClose, new DateOnly(2021, 1, 3)));
    }

    private static float[] Shown(Panel panel, int anchor, float[]? adjusted = null)
    {
        if (adjusted is not null) panel = new Panel(panel.Axes, [new(Field.AdjustedClose, FieldMatrix.FromRowMajor(adjusted, 3, 1)), new(Field.AdjFactor, panel[Field.AdjFactor])]);
        return ForwardAdjusted.Of(panel, Field.AdjustedClose, panel.Calendar[anchor]).ToRowMajorArray();
    }

    private static Panel Panel(float[] closes, float[] factors) => new(
        new PanelAxes(new TradingCalendar(Enumerable.Range(0, 3).Select(i => new DateOnly(2021, 1, 4).AddDays(i))), [Symbol.Parse("600000.SH")]),
        [
            new(Field.AdjustedClose, FieldMatrix.FromRowMajor([.. closes.Zip(factors, (c, f) => c * f)], 3, 1)),
            new(Field.AdjFactor, FieldMatrix.FromRowMajor(factors, 3, 1)),
        ]);
}
