namespace AlphaKit.Backtest.Tests;

/// <summary>Sends up to four random orders a day, of every kind, with and without limits; it looks at nothing.</summary>
internal sealed class RandomOrders(ulong seed) : IStrategy
{
    private readonly RandomStream _random = RandomStream.Create(seed, "orders");

    /// <summary>Whether a quarter of the orders has a limit.</summary>
    public bool WithLimits { get; init; } = true;

    /// <summary>Numbers of the orders sent with a limit.</summary>
    public HashSet<int> Limited { get; } = [];

    public string Name => "random orders";

    public IReadOnlyList<Field> RequiredFields => [Field.Close];

    public void OnBar(BarContext bar)
    {
        for (int n = _random.NextInt32(5); n > 0; n--)
        {
            Symbol symbol = RandomMarket.Symbols[_random.NextInt32(RandomMarket.Symbols.Length)];
            float close = bar[Field.Close, symbol];
            decimal? limit = close > 0 && WithLimits && _random.NextInt32(4) == 0 ? Math.Max(0.01m, Math.Round((decimal)(close * _random.NextDouble(0.93, 1.07)), 2)) : null;
            double size = _random.NextDouble();
            _ = _random.NextInt32(7) switch
            {
                0 => bar.OrderShares(symbol, (long)(size * 5_000) - 1_500, limit),
                1 => bar.OrderValue(symbol, (decimal)((size * 200_000) - 60_000), limit),
                2 => bar.OrderPercent(symbol, (size * 0.6) - 0.2, limit),
                3 => bar.OrderTargetShares(symbol, (long)(size * 4_000), limit),
                4 => bar.OrderTargetValue(symbol, (decimal)(size * 300_000), limit),
                5 => bar.OrderTargetPercent(symbol, size, limit),
                _ => bar.OrderTargetShares(symbol, 0),
            };
        }

        Limited.UnionWith(bar.Orders.Where(o => o.Limit is not null).Select(o => o.Number));
    }
}
