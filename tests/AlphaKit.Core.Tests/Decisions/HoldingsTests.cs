namespace AlphaKit.Core.Tests.Decisions;

public sealed class HoldingsTests
{
    private static readonly Symbol Bank = Symbol.Parse("000001.SZ"), Battery = Symbol.Parse("300750.SZ");

    [Fact]
    public void Net_asset_value_is_exact()
    {
        // 1,000.10 + 5.55 + 300 × 13.99 + 100 × 421.07 = 1,000.10 + 5.55 + 4,197.00 + 42,107.00
        Holdings held = new(1000.10m, 5.55m, [new Holding(Battery, 100, 0, 421.07m), new Holding(Bank, 300, 300, 13.99m)]);
        Assert.Equal(47_309.65m, held.NetAssetValue);
        Assert.Equal([Bank, Battery], held.Positions.Select(p => p.Symbol));
        Assert.Equal((double)(4197.00m / 47_309.65m), held.WeightOf(Bank));
        Assert.Equal(0, held.WeightOf(Symbol.Parse("600000.SH")));
        Assert.Null(held.Find(Symbol.Parse("600000.SH")));
    }

    [Fact]
    public void A_symbol_is_held_once() =>
        Assert.Throws<ArgumentException>(() => new Holdings(0, 0, [new Holding(Bank, 1, 1, 1), new Holding(Bank, 2, 2, 1)]));

    [Fact]
    public void Weights_of_nothing_are_zero() => Assert.Equal(0, new Holdings(-13.99m, 0, [new Holding(Bank, 1, 1, 13.99m)]).WeightOf(Bank));
}
