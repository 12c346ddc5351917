using System.Globalization;

namespace AlphaKit.Portfolio;

/// <summary>A limit that was loosened because no portfolio met all of them.</summary>
/// <param name="Constraint">Which.</param>
/// <param name="Limit">The limit as set.</param>
/// <param name="Loosened">The limit that was used.</param>
public sealed record EnhancementRelaxation(EnhancementConstraint Constraint, double Limit, double Loosened)
{
    /// <summary>Which limit went from where to where.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Constraint} from {Limit:G6} to {Loosened:G6}");
}
