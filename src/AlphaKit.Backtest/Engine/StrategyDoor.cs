namespace AlphaKit.Backtest;

/// <summary>Calls a strategy after every day.</summary>
internal sealed class StrategyDoor(IStrategy strategy) : FrontDoor
{
    private int _next = 1;

    public override string Name => strategy.Name;

    public override IReadOnlyList<Field> RequiredFields => strategy.RequiredFields;

    public override Universe Universe => strategy.Universe;

    public override Decision? Decide(Simulation run, int row)
    {
        BarContext bar = new(run.Frame, row, run.Options.DecisionClock, run.CurrentHoldings(row + 1), _next);
        strategy.OnBar(bar);
        List<Order> orders = bar.Close();
        if (orders.Count == 0) return null;
        _next += orders.Count;
        return new Decision { Row = row, NetAssetValue = run.Ledger.NetAssetValue, Orders = orders };
    }

    public override void Dealt(Decision decision)
    {
        foreach (Order order in decision.Orders!) strategy.OnOrder(order);
    }
}
