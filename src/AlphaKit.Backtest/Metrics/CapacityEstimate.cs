namespace AlphaKit.Backtest;

/// <summary>
/// How much money a strategy can carry 策略容量, judged by the trades of a backtest. With k times the money every trade is k times as large;
/// participation grows with k and impact α σ √participation with √k. A planning figure, not a measurement: the trades are those of the backtest.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed partial record CapacityEstimate
{
    private CapacityEstimate()
    {
    }

    /// <summary>Mean net asset value at which the trades were made, CNY.</summary>
    public required double NetAssetValue { get; init; }

    /// <summary>Trades used.</summary>
    public required int Trades { get; init; }

    /// <summary>
    /// Participation below which <see cref="CapacityOptions.TradedShare"/> of the traded money lies: trades sorted by amount / market amount,
    /// weighted by amount.
    /// </summary>
    public required double Participation { get; init; }

    /// <summary>Impact at the present size, per year, as a share of net asset value: Σ α σ √(a/m) a / NAV / years.</summary>
    public required double AnnualImpact { get; init; }

    /// <summary>Annual excess before impact.</summary>
    public required double GrossExcess { get; init; }

    /// <summary>The money at which participation reaches its limit: NAV × limit / <see cref="Participation"/>, CNY.</summary>
    public required double ByParticipation { get; init; }

    /// <summary>
    /// The money at which impact leaves <see cref="CapacityOptions.ExcessKept"/> of the excess: NAV × ((1 − kept) × excess / impact)², CNY; 0 if
    /// there is no excess.
    /// </summary>
    public required double ByImpact { get; init; }

    /// <summary>The smaller of the two, CNY.</summary>
    public double Capacity => Math.Min(ByParticipation, ByImpact);

    /// <summary>Annual excess after impact with a given amount of money: excess − impact × √(money / NAV).</summary>
    /// <param name="money">CNY, not negative.</param>
    public double NetExcessAt(double money)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(money);
        return GrossExcess - (AnnualImpact * Math.Sqrt(money / NetAssetValue));
    }

    /// <summary>The estimate by size: money (CNY), participation, annual_impact, net_excess; from a quarter of the present size up to 64 times, doubling.</summary>
    public Table ToTable()
    {
        double[] scales = [.. Enumerable.Range(-2, 9).Select(p => Math.Pow(2, p))];
        return new Table(
            "capacity",
            TableColumn.Number("money", scales.Select(k => k * NetAssetValue), "N0"),
            TableColumn.Number("participation", scales.Select(k => k * Participation), "P2"),
            TableColumn.Number("annual_impact", scales.Select(k => Math.Sqrt(k) * AnnualImpact), "P2"),
            TableColumn.Number("net_excess", scales.Select(k => NetExcessAt(k * NetAssetValue)), "P2"));
    }

    /// <summary>Estimates capacity.</summary>
    /// <param name="trades">The trades.</param>
    /// <param name="netAssetValue">Mean net asset value at which they were made, CNY, positive.</param>
    /// <param name="years">Over how many years, positive.</param>
    /// <param name="grossExcess">Annual excess of the strategy before impact, as a decimal.</param>
    /// <param name="options">Limits and impact; null for the defaults.</param>
    /// <exception cref="InsufficientDataException">There is no trade.</exception>
    /// <exception cref="ArgumentException">A trade has an amount, a market amount or a volatility that is not positive.</exception>
    public static CapacityEstimate Of(IReadOnlyList<CapacityTrade> trades, double netAssetValue, double years, double grossExcess, CapacityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(trades);
        options ??= new CapacityOptions();
        if (trades.Count == 0) throw new InsufficientDataException("trades to judge capacity by", 1, 0);
        Positive(netAssetValue, nameof(netAssetValue));
        Positive(years, nameof(years));
        if (!double.IsFinite(grossExcess)) throw new ArgumentOutOfRangeException(nameof(grossExcess), grossExcess, "Must be finite.");
        double impact = 0, money = 0;
        for (int i = 0; i < trades.Count; i++)
        {
            CapacityTrade trade = trades[i];
            if (!(trade.Amount > 0 && trade.MarketAmount > 0 && trade.Volatility > 0))
                throw new ArgumentException($"Trade {i} is {trade}: amount, market amount and volatility must be positive.", nameof(trades));
            impact += options.ImpactCoefficient * trade.Volatility * Math.Sqrt(trade.Amount / trade.MarketAmount) * trade.Amount;
            money += trade.Amount;
        }

        double participation = 0, sum = 0;
        foreach (CapacityTrade trade in trades.OrderBy(t => t.Amount / t.MarketAmount).ThenBy(t => t.Amount))
        {
            participation = trade.Amount / trade.MarketAmount;
            sum += trade.Amount;
            if (sum >= options.TradedShare * money) break;
        }

        double annual = impact / netAssetValue / years, scale = Math.Max(0, (1 - options.ExcessKept) * grossExcess / annual);
        return new CapacityEstimate
        {
            NetAssetValue = netAssetValue,
            Trades = trades.Count,
            Participation = participation,
            AnnualImpact = annual,
            GrossExcess = grossExcess,
            ByParticipation = netAssetValue * options.MaxParticipation / participation,
            ByImpact = netAssetValue * scale * scale,
        };
    }

    private static void Positive(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value))) throw new ArgumentOutOfRangeException(name, value, "Must be positive.");
    }
}
