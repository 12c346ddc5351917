namespace AlphaKit.Backtest;

/// <summary>Volume and volatility before a day, for participation and slippage.</summary>
internal sealed class TradedVolume(MarketFrame frame)
{
    private readonly VolumeWindow? _window = frame.Volume is null ? null : new VolumeWindow(frame.Volume, Window);
    private int _row = -1;

    /// <summary>Days traded that are averaged.</summary>
    public const int Window = 20;

    /// <summary>How far back they may lie, in trading days.</summary>
    private const int Reach = 250;

    /// <summary>Mean volume of the last 20 days traded before a row; NaN if there is none within 250 trading days.</summary>
    public double AverageBefore(int row, int column)
    {
        if (frame.Volume is not { } volume || _window is null) return double.NaN;
        if (row != _row) _window.MoveTo(_row = row);
        if (_window.TryFull(column, out double full)) return full / Window;
        double sum = 0;
        int days = 0;
        ReadOnlySpan<float> all = volume.Span;
        for (int t = row - 1; t >= 0 && t >= row - Reach && days < Window; t--)
        {
            float v = all[(t * volume.Stride) + column];
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
            float before = frame.PreClose is { } reference && frame.Basis == PriceBasis.Raw ? MarketFrame.At(reference, t, column) : MarketFrame.At(frame.Close, t - 1, column);
            double change = (MarketFrame.At(frame.Close, t, column) / (double)before) - 1;
            if (double.IsFinite(change)) returns[count++] = change;
        }

        return ReturnStatistics.StandardDeviation(returns[..count]);
    }
}
