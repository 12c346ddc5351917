namespace AlphaKit.Models;

/// <summary>Shape of a <see cref="MixtureOfExperts"/>.</summary>
public sealed record MixtureOptions
{
    /// <summary>Features of a step of the technical series, read by the LSTM.</summary>
    /// <value>1 or more. The default is 30.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int TechnicalFeatures
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(TechnicalFeatures), value, "Must be 1 or more.");
    } = 30;

    /// <summary>Features of a quarter of the fundamental series, read by the transformer; a multiple of <see cref="Heads"/>.</summary>
    /// <value>1 or more. The default is 20.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int FundamentalFeatures
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(FundamentalFeatures), value, "Must be 1 or more.");
    } = 20;

    /// <summary>Features of a step of the high-frequency series, read by the convolution.</summary>
    /// <value>1 or more. The default is 10.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int HighFrequencyFeatures
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(HighFrequencyFeatures), value, "Must be 1 or more.");
    } = 10;

    /// <summary>Hidden units of the LSTM and of the gate.</summary>
    /// <value>1 or more. The default is 64.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Hidden
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Hidden), value, "Must be 1 or more.");
    } = 64;

    /// <summary>Heads of the transformer's attention.</summary>
    /// <value>1 or more. The default is 4.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Heads
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Heads), value, "Must be 1 or more.");
    } = 4;

    /// <summary>Channels of the convolution.</summary>
    /// <value>1 or more. The default is 32.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Channels
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Channels), value, "Must be 1 or more.");
    } = 32;

    /// <summary>Classes: flat, up or down for 3.</summary>
    /// <value>2 or more. The default is 3.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 2.</exception>
    public int Classes
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(Classes), value, "Must be 2 or more.");
    } = 3;

    /// <summary>How many of the three experts a sample may use, those with the largest gate; null for all.</summary>
    /// <value>1 to 3, or null. The default is null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int? TopExperts
    {
        get;
        init => field = value is null or (>= 1 and <= 3) ? value : throw new ArgumentOutOfRangeException(nameof(TopExperts), value, "Must be 1 to 3, or null.");
    }

    /// <summary>Share of the transformer's units that are dropped in training.</summary>
    /// <value>From 0 to below 1. The default is 0.1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Dropout
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Dropout), value, "Must be from 0 to below 1.");
    } = 0.1;
}
