using AlphaKit.Data.Simulation;
using AlphaKit.Factors;

namespace AlphaKit.Snippets;

internal static class TechnicalIndicators
{
    public static void Run()
    {
        #region indicators
        Factor rsi = Indicators.Rsi(14);                                          // Wilder's, as in TA-Lib
        Factor rsi6 = Indicators.Rsi(6, Seed.FirstValue);                         // as terminals show it
        MacdLines macd = Indicators.Macd(bar: MacdBar.Doubled);                   // DIF, DEA and the bar 2·(DIF − DEA)
        BollingerLines bands = Indicators.Bollinger(20, 2, Deviation.Sample);     // divisor n − 1 instead of n
        Factor squeeze = Op.TsRank(bands.Width, 120);                             // and on from there in the expression language
        Factor turned = (Op.Close > Indicators.SuperTrend()) & (Op.Delay(Op.Close, 1) <= Op.Delay(Indicators.SuperTrend(), 1));
        Factor published = Indicators.Kdj(bars: Bars.Unadjusted).J;               // from unadjusted prices
        Factor stop = FactorExpression.Parse("parabolic_sar(high, low, 0.02, 0.2)", new FormulaScope { Operators = Indicators.Operators });
        #endregion

        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Seed = 42, Stocks = 20, From = new(2019, 1, 2), To = new(2020, 6, 30) });
        FactorSet set = FactorSet.Of(
            new("rsi", rsi), new("rsi6", rsi6), new("macd", macd.Bar / Op.Close), new("squeeze", squeeze), new("turned", turned), new("kdj", published), new("stop", Op.Close / stop));
        Panel panel = ((IMarketData)market).PanelAsync(new PanelQuery
        {
            From = market.Calendar.First,
            To = market.Calendar.Last,
            Fields = set.RequiredFields,
            Universe = Universe.AShares,
        }).AsTask().GetAwaiter().GetResult();
        Console.WriteLine(set.Compute(panel).Names.Count);
    }
}
