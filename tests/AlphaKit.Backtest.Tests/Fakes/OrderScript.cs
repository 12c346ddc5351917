namespace AlphaKit.Backtest.Tests;

/// <summary>A strategy whose orders are written down by the day of the decision; it notes what became of them.</summary>
internal sealed class OrderScript : IStrategy
{
    private readonly Dictionary<DateOnly, Action<BarContext>> _actions = [];

    public string Name => "orders";

    public IReadOnlyList<Field> RequiredFields { get; init; } = [Field.Close];

    public List<Order> Done { get; } = [];

    public List<DateOnly> Bars { get; } = [];

    public OrderScript On(DateOnly decided, Action<BarContext> send)
    {
        _actions[decided] = send;
        return this;
    }

    public void OnBar(BarContext bar)
    {
        Bars.Add(bar.Today);
        if (_actions.TryGetValue(bar.Today, out Action<BarContext>? send)) send(bar);
    }

    public void OnOrder(Order order) => Done.Add(order);
}
