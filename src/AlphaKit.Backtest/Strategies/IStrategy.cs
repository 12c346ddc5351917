namespace AlphaKit.Backtest;

/// <summary>
/// A strategy that is called after every trading day and sends orders: the second way into the same engine that
/// <see cref="ITargetSource"/> uses. It may keep state between calls; a run uses one instance, so sweeps make one for each run.
/// </summary>
public interface IStrategy
{
    /// <summary>Name, for reports.</summary>
    string Name { get; }

    /// <summary>The fields that <see cref="BarContext.Past"/> must hold.</summary>
    IReadOnlyList<Field> RequiredFields => [];

    /// <summary>The universe that <see cref="BarContext.Members"/> shows.</summary>
    Universe Universe => Universe.AShares;

    /// <summary>
    /// Called once per trading day, in order, after its close (at <see cref="BacktestOptions.DecisionClock"/>); also on the day before the first
    /// of the backtest, not on the last. Orders sent from here are dealt on the next trading day and lapse with its end.
    /// </summary>
    /// <param name="bar">The past up to this day, what is owned, and the ways to send orders.</param>
    void OnBar(BarContext bar);

    /// <summary>Called for every order after the day on which it was dealt or refused, before the next <see cref="OnBar"/>.</summary>
    /// <param name="order">The order, with what became of it.</param>
    void OnOrder(Order order)
    {
    }
}
