namespace AlphaKit.Data.Simulation;

/// <summary>The factor returns that all shares have in common, one series each, drawn day after day so that a longer span only appends.</summary>
internal sealed class CommonFactors
{
    public CommonFactors(ulong seed, int days)
    {
        Market = new double[days];
        LogTurnover = new double[days];
        Industries = new double[Industry.All.Count][];
        Styles = new double[ModelParameters.Styles][];
        double[] relative = Relative = DrawMarket(RandomStream.Create(seed, "simulation/market"), days);
        for (int i = 0; i < Industries.Length; i++)
        {
            RandomStream stream = RandomStream.Create(seed, $"simulation/industry/{i}");
            double[] series = Industries[i] = new double[days];
            for (int t = 0; t < days; t++)
                series[t] = ModelParameters.IndustryVolatility * Math.Sqrt(relative[t]) * stream.NextStudentT(ModelParameters.IndustryTail);
        }

        for (int k = 0; k < Styles.Length; k++)
        {
            RandomStream stream = RandomStream.Create(seed, $"simulation/style/{k}");
            double[] series = Styles[k] = new double[days];
            for (int t = 0; t < days; t++) series[t] = ModelParameters.StyleVolatility[k] * stream.NextStudentT(8);
        }
    }

    public double[] Market { get; }

    public double[] LogTurnover { get; }

    /// <summary>Market volatility of each day, known before it, relative to the long-run level.</summary>
    public double[] Relative { get; }

    public double[][] Industries { get; }

    public double[][] Styles { get; }

    /// <summary>Fills the market and returns its volatility relative to the long-run level.</summary>
    private double[] DrawMarket(RandomStream stream, int days)
    {
        double[] relative = new double[days];
        double variance = 1, turnover = 0;
        for (int t = 0; t < days; t++)
        {
            double z = stream.NextStudentT(ModelParameters.MarketTail);
            double shock = Math.Sqrt(variance) * z;
            Market[t] = ModelParameters.MarketDrift + (ModelParameters.MarketVolatility * shock);
            relative[t] = Math.Sqrt(variance);
            turnover = (0.97 * turnover) + (0.06 * stream.NextNormal());
            LogTurnover[t] = turnover + (0.25 * (relative[t] - 1)) + (0.05 * shock);
            variance = (1 - ModelParameters.GarchNews - ModelParameters.GarchMemory)
                + (ModelParameters.GarchNews * shock * shock) + (ModelParameters.GarchMemory * variance);
        }

        return relative;
    }
}
