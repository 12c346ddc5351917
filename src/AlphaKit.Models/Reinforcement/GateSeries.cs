namespace AlphaKit.Models;

/// <summary>A number per day that tells an <see cref="ExpertGate"/> about the market: a volatility, a breadth, a rate.</summary>
/// <param name="Name">The name.</param>
/// <param name="Values">One per trading day; missing values are NaN and count as the mean of the training days.</param>
/// <param name="KnownAt">When the value of a day is known.</param>
public sealed record GateSeries(string Name, IReadOnlyList<double> Values, Clock KnownAt);
