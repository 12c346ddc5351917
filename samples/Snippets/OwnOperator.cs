using AlphaKit.Data.Simulation;
using AlphaKit.Factors;

namespace AlphaKit.Snippets;

internal static class OwnOperator
{
    public static void Run()
    {
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Seed = 42, Stocks = 30, From = new(2019, 1, 2), To = new(2019, 12, 31) });
        FormulasAsync(market).GetAwaiter().GetResult();
        OperatorAsync(market).GetAwaiter().GetResult();
    }

    private static async Task FormulasAsync(IMarketData market)
    {
        #region formulas
        Factor inCode = Op.Rank(Op.Correlation(Op.Close, Op.Volume, 10));
        Factor asText = FactorExpression.Parse("rank(correlation(close, volume, 10))");
        Console.WriteLine(inCode.Equals(asText));                  // True

        Factor alpha1 = FactorExpression.Parse("rank(ts_arg_max((returns < 0 ? std(returns, 20) : close)^2, 5)) - 0.5");
        Console.WriteLine($"{alpha1.LookBack} days of history, known at {alpha1.KnownAt}");
        #endregion
        Console.WriteLine((await ComputeAsync(market, alpha1)).Axes);
    }

    private static async Task OperatorAsync(IMarketData market)
    {
        #region use-own-operator
        CustomOperator drawdown = new Drawdown(60);
        Factor inCode = Op.Rank(Op.Custom(drawdown, Op.Close));

        FormulaScope scope = new()
        {
            Operators = [drawdown],
            Definitions = new Dictionary<string, string> { ["spread"] = "(high - low) / close" },
        };
        Factor asText = FactorExpression.Parse("rank(drawdown_60(close)) + rank(spread)", scope);
        #endregion
        Console.WriteLine((await ComputeAsync(market, inCode + asText)).Name);
    }

    private static async Task<FactorValues> ComputeAsync(IMarketData market, Factor factor) => factor.Compute(await market.PanelAsync(new PanelQuery
    {
        From = market.Calendar.First,
        To = market.Calendar.Last,
        Fields = factor.RequiredFields,
        Universe = Universe.AShares,
    }));

    #region own-operator
    /// <summary>The deepest fall from an earlier high within the window, as a fraction: 0.3 after a fall by 30 percent.</summary>
    internal sealed class Drawdown(int days)
        : WindowOperator($"drawdown_{days}", ["price"], days, $"deepest fall from an earlier high within {days} days")
    {
        // The last days of one share, the oldest first, NaN for missing; nothing later is ever shown.
        public override float Evaluate(OperatorInputs window)
        {
            float high = float.NaN, deepest = 0;
            foreach (float price in window[0])
            {
                if (float.IsNaN(price)) return float.NaN;          // the strict rule: a gap makes the window missing
                high = price <= high ? high : price;
                deepest = Math.Max(deepest, 1 - (price / high));
            }

            return deepest;
        }
    }
    #endregion
}
