namespace AlphaKit.Models;

/// <summary>Shape of a <see cref="CausalDecoder"/>.</summary>
public sealed record CausalDecoderOptions
{
    /// <summary>Features of a step.</summary>
    /// <value>1 or more. The default is 24.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Features
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Features), value, "Must be 1 or more.");
    } = 24;

    /// <summary>Width d; a multiple of twice <see cref="Heads"/> is not needed, of <see cref="Heads"/> it is.</summary>
    /// <value>1 or more. The default is 768.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Width
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Width), value, "Must be 1 or more.");
    } = 768;

    /// <summary>Blocks.</summary>
    /// <value>1 or more. The default is 6.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Layers
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Layers), value, "Must be 1 or more.");
    } = 6;

    /// <summary>Heads of the attention.</summary>
    /// <value>1 or more. The default is 12.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Heads
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Heads), value, "Must be 1 or more.");
    } = 12;

    /// <summary>Width of the feed-forward part.</summary>
    /// <value>1 or more. The default is 3072.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int FeedForward
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(FeedForward), value, "Must be 1 or more.");
    } = 3072;

    /// <summary>Market-wide sentiment values of a sample; 0 for a network without them.</summary>
    /// <value>0 or more. The default is 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int SentimentFeatures
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(SentimentFeatures), value, "Must be 0 or more.");
    }

    /// <summary>Share of units dropped in training.</summary>
    /// <value>From 0 to below 1. The default is 0.1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Dropout
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Dropout), value, "Must be from 0 to below 1.");
    } = 0.1;
}
