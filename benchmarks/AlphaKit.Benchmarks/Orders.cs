using AlphaKit.Portfolio;
using BenchmarkDotNet.Attributes;

namespace AlphaKit.Benchmarks;

/// <summary>Equal weights in many main-board shares bought from cash: everything binds, as the cash is just spent.</summary>
[MemoryDiagnoser]
public class Orders
{
    private static readonly DateOnly Day = new(2024, 3, 11);

    private TargetWeights _target = TargetWeights.Cash;
    private OrderQuote[] _quotes = [];

    [Params(300, 1000, 3000)]
    public int Names { get; set; } = 300;

    [GlobalSetup]
    public void Fill()
    {
        RandomStream random = RandomStream.Create(1, "benchmarks/orders");
        _quotes = [.. Enumerable.Range(1, Names).Select(i => new OrderQuote(
            Symbol.From(((i / 1000) switch { 0 => 600_000, 1 => 601_000, 2 => 603_000, _ => 605_000 }) + (i % 1000), Exchange.Shanghai),
            Math.Max(1m, Math.Round((decimal)(12 * Math.Exp(0.7 * random.NextNormal())), 2))))];
        _target = TargetWeights.From(_quotes.Select(q => KeyValuePair.Create(q.Symbol, 1.0 / Names)));
    }

    [Benchmark]
    public double Plan() => OrderPlanner.Plan(_target, Holdings.OnlyCash(100_000_000m), _quotes, Day).Gap.Distance;
}
