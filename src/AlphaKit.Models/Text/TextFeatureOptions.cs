namespace AlphaKit.Models;

/// <summary>How texts become features of a day.</summary>
public sealed record TextFeatureOptions
{
    /// <summary>
    /// When the features are to be known: a text counts on the trading day on which it was published by then, else on the next. Open is 09:15, Close is
    /// 15:00, Announced is the end of the day – only there a text without a time counts on its own day.
    /// </summary>
    /// <value>Open, Close or Announced. The default is <see cref="Clock.Close"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is another clock.</exception>
    public Clock KnownAt
    {
        get;
        init => field = value is Clock.Open or Clock.Close or Clock.Announced ? value : throw new ArgumentOutOfRangeException(nameof(KnownAt), value, "Must be Open, Close or Announced.");
    } = Clock.Close;

    /// <summary>Trading days for which a text counts, its own included.</summary>
    /// <value>1 or more. The default is 20.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Window
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Window), value, "Must be 1 or more trading days.");
    } = 20;

    /// <summary>Trading days after which a text weighs half.</summary>
    /// <value>Above 0, infinite for equal weights. The default is 5.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public double HalfLife
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(HalfLife), value, "Must be above 0.");
    } = 5;
}
