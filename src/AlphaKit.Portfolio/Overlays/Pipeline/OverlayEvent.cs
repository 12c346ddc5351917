namespace AlphaKit.Portfolio;

/// <summary>One line of the log of overlays.</summary>
/// <param name="Date">The decision day.</param>
/// <param name="Overlay">Name of the overlay.</param>
/// <param name="Symbol">The name it is about; null for the portfolio.</param>
/// <param name="State">What has happened, in a word or two.</param>
/// <param name="Value">The figure that decided; NaN if there is none.</param>
/// <param name="Detail">One sentence.</param>
public sealed record OverlayEvent(DateOnly Date, string Overlay, Symbol? Symbol, string State, double Value, string Detail);
