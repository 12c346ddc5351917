namespace AlphaKit.Portfolio;

/// <summary>
/// How far the lots are from the relaxed optimum: the best values v* that the same cash, sellable quantities, limits and suspensions allow when shares
/// can be split. With v the values after the orders, t the targets and A the net asset value, all over the names that have a quote:
/// </summary>
/// <param name="Distance">√(Σ(v − t)² − Σ(v* − t)²) / A: zero means that no plan is nearer to the target. As √(Σ(v − v*)²) / A is never larger, this also bounds the distance from the relaxed optimum.</param>
/// <param name="Misplaced">Σ|v − v*| / A: two-sided, so that exchanging the whole portfolio would be 2.</param>
/// <param name="Uninvested">(Σv* − Σv) / A: what the lots leave in cash beyond the relaxed optimum; negative when they hold more.</param>
/// <param name="RelaxedDistance">√(Σ(v* − t)²) / A: what cash, sellable quantities, limits and suspensions cost before any rounding.</param>
public readonly record struct OrderGap(double Distance, double Misplaced, double Uninvested, double RelaxedDistance)
{
    internal static OrderGap Of(IReadOnlyList<TradableName> names, IReadOnlyList<long> trades, IReadOnlyList<double> relaxed, double netAssetValue)
    {
        double excess = 0, misplaced = 0, uninvested = 0, lower = 0;
        for (int i = 0; i < names.Count; i++)
        {
            TradableName name = names[i];
            double value = (name.Held + trades[i]) * name.Price, best = (relaxed[i] - name.Target) * (relaxed[i] - name.Target);
            excess += name.Miss(trades[i]) - best;
            misplaced += Math.Abs(value - relaxed[i]);
            uninvested += relaxed[i] - value;
            lower += best;
        }

        return new OrderGap(Math.Sqrt(Math.Max(0, excess)) / netAssetValue, misplaced / netAssetValue, uninvested / netAssetValue, Math.Sqrt(lower) / netAssetValue);
    }
}
