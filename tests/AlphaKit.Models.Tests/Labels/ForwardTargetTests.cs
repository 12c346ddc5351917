namespace AlphaKit.Models.Tests;

public sealed class ForwardTargetTests
{
    [Fact]
    public void Values_follow_the_definitions_from_the_entry_on()
    {
        // Decision on day 0, entry at 100 on day 1, then 110, 99, missing, 99: returns 10 %, −10 %, 0 %.
        Study s = new(7, 3, 1);
        float[][] prices = [[5, 1, 1], [100, float.NaN, 50], [110, 1, 50], [99, 1, 50], [float.NaN, 1, 50], [99, 1, 50], [7, 1, 50]];
        for (int t = 0; t < 7; t++) prices[t].CopyTo(s.Prices[t], 0);
        TargetValues volatility = ForwardTarget.Volatility(4).Compute(s.Panel()), sharpe = ForwardTarget.Sharpe(4).Compute(s.Panel()), drawdown = ForwardTarget.Drawdown(4).Compute(s.Panel());
        Assert.Equal(0.1, volatility.Values[0, 0], 1e-6);
        Assert.Equal(0, sharpe.Values[0, 0], 1e-6);
        Assert.Equal(0.1, drawdown.Values[0, 0], 1e-6);
        Assert.Equal(5, volatility.Horizon);

        // No entry price; a price that never moves; the window beyond the data.
        Assert.True(float.IsNaN(volatility.Values[0, 1]));
        Assert.Equal(0, volatility.Values[0, 2]);
        Assert.True(float.IsNaN(sharpe.Values[0, 2]));
        Assert.True(float.IsNaN(drawdown.Values[2, 0]));
        Assert.Throws<InsufficientDataException>(() => ForwardTarget.Volatility(6).Compute(s.Panel()));
        Assert.Throws<ArgumentOutOfRangeException>(() => ForwardTarget.Sharpe(1));
    }

    [Fact]
    public void The_target_of_a_day_needs_nothing_after_its_horizon()
    {
        Study s = Study.Random(5, 60, 8, 1, 0.2), poisoned = s.PoisonedAfter(40);
        foreach (ForwardTarget target in new[] { ForwardTarget.Volatility(5), ForwardTarget.Sharpe(5), ForwardTarget.Drawdown(5) })
        {
            FieldMatrix a = target.Compute(s.Panel()).Values, b = target.Compute(poisoned.Panel()).Values;
            for (int t = 0; t + target.Horizon <= 40; t++) Assert.Equal(a.Row(t).ToArray(), b.Row(t).ToArray());
            Assert.NotEqual(a.Row(35).ToArray(), b.Row(35).ToArray());
        }
    }
}
