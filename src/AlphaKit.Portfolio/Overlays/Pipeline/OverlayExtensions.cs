namespace AlphaKit.Portfolio;

/// <summary>Lays overlays over strategies.</summary>
public static class OverlayExtensions
{
    /// <summary>A strategy with overlays. Their order does not matter: factors multiply, of limits the lowest holds.</summary>
    /// <param name="source">The strategy; one that has overlays already gets more.</param>
    /// <param name="overlays">The overlays.</param>
    public static OverlaidSource With(this ITargetSource source, params IReadOnlyList<IOverlay> overlays)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(overlays);
        return source is OverlaidSource laid ? new OverlaidSource(laid.Inner, [.. laid.Overlays, .. overlays]) : new OverlaidSource(source, overlays);
    }

    /// <summary>A strategy that decides anew only at a pace and keeps its holdings in between, so that overlays may watch every day.</summary>
    /// <param name="source">The strategy.</param>
    /// <param name="pace">When it decides.</param>
    public static PacedSource Paced(this ITargetSource source, Pace pace) => new(source, pace);
}
