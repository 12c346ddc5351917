namespace AlphaKit.Portfolio;

/// <summary>On which dealing days a <see cref="PacedSource"/> decides anew.</summary>
public enum Pace
{
    /// <summary>The first trading day of each ISO week.</summary>
    Weekly = 0,

    /// <summary>The first trading day of each month.</summary>
    Monthly = 1,
}
