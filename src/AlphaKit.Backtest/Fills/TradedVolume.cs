namespace AlphaKit.Backtest;

/// <summary>Volume and volatility before a day, for participation and slippage.</summary>
internal sealed class TradedVolume(MarketFrame frame)
{
    /// <summary>Days traded that are averaged.</summary>
    public const int Window = 20;

    /// <summary>How far back they may lie, in trading days.</summary>
    private const int Reach = 250;

    /// <summary>Mean volume of the last 20 days traded before a row; NaN if there is none within 250 trading days.</summary>
    public double AverageBefore(int row, int column)
    {
        if (frame.Volume is not { } volume) return double.NaN;
        double sum = 0;
        int days = 0;
        for (int t = row - 1; t >= 0 && t >= row - Reach && days < Window; t--)
        {
            float v = volume.Row(t)[column];
            if (!(v > 0)) continue;
            sum += v;
            days++;
        }

        return days == 0 ? double.NaN : sum / days;
    }

    /// <summary>Standard deviation (n − 1) of close / previous close − 1 over the last 20 rows before a row that have both; NaN below two.</summary>
    public double VolatilityBefore(int row, int column)
    {
        Span<double> returns = stackalloc double[Window];
        int count = 0;
        for (int t = row - 1; t >= 1 && t >= row - Window; t--)
        {
            float before = frame.PreClose is { } reference && frame.Basis == PriceBasis.Raw ? reference.Row(t)[column] : frame.Close.Row(t - 1)[column];
            double change = (frame.Close.Row(t)[column] / (double)before) - 1;
            if (double.IsFinite(change)) returns[count++] = change;
        }

        return ReturnStatistics.StandardDeviation(returns[..count]);
    }
}
