namespace AlphaKit.Data.Simulation;

/// <summary>The driver of a share's next specific return: the formulas of <see cref="AlphaPattern"/>, from what is known at the close of a day.</summary>
internal sealed class AlphaDriver(AlphaPattern pattern, StockPath path, CommonFactors common)
{
    private const int RegimeDays = 60;

    /// <summary>The driver at the close of a day of the share; news up to that day must be there.</summary>
    /// <param name="i">The day.</param>
    /// <param name="s">The signal at its close.</param>
    public double At(int i, double s) => pattern switch
    {
        AlphaPattern.Interaction => (0.5 * s) - (Math.Sqrt(0.75) * s * Past(i, 0, 10)),
        AlphaPattern.Regimes => Regime(path.First + i) switch { > 0 => s, < 0 => -Past(i, 0, 5), _ => Past(i, 20, 120) },
        AlphaPattern.Frequencies => (-Past(i, 0, 5) + Past(i, 40, 100) + Past(i, 100, 240)) / Math.Sqrt(3),
        _ => s,
    };

    /// <summary>1 in a bull market, −1 in a bear market, 0 in between.</summary>
    private int Regime(int t)
    {
        double sum = 0;
        for (int k = Math.Max(0, t - RegimeDays + 1); k <= t; k++) sum += common.Market[k];
        double standard = sum / (ModelParameters.MarketVolatility * Math.Sqrt(RegimeDays));
        return standard > 0.5 ? 1 : standard < -0.5 ? -1 : 0;
    }

    /// <summary>The news of <paramref name="from"/> to <paramref name="to"/> − 1 days before; days before the first count 0.</summary>
    private double Past(int i, int from, int to)
    {
        double sum = 0;
        for (int k = from; k < to && k <= i; k++) sum += path.News[i - k];
        return sum / Math.Sqrt(to - from);
    }
}
