namespace AlphaKit.Portfolio;

/// <summary>The limits of one attempt.</summary>
internal sealed record EnhancementLimits(double? Turnover, double Industry, double Size, double ConstituentShare, double ActiveWeight)
{
    public double ValueOf(EnhancementConstraint constraint) => constraint switch
    {
        EnhancementConstraint.Turnover => Turnover ?? double.PositiveInfinity,
        EnhancementConstraint.Industry => Industry,
        EnhancementConstraint.Size => Size,
        EnhancementConstraint.ConstituentShare => ConstituentShare,
        _ => ActiveWeight,
    };

    /// <summary>These limits with one widened by that much.</summary>
    public EnhancementLimits Loosened(EnhancementConstraint constraint, double by) => constraint switch
    {
        EnhancementConstraint.Turnover => this with { Turnover = Turnover + by },
        EnhancementConstraint.Industry => this with { Industry = Industry + by },
        EnhancementConstraint.Size => this with { Size = Size + by },
        EnhancementConstraint.ConstituentShare => this with { ConstituentShare = Math.Max(0, ConstituentShare - by) },
        _ => this with { ActiveWeight = ActiveWeight + by },
    };
}
