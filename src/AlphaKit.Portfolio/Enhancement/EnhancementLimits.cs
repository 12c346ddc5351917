namespace AlphaKit.Portfolio;

/// <summary>The limits of one attempt. <see cref="Loosened"/> moves one of them towards where it says nothing.</summary>
internal sealed record EnhancementLimits(double? Turnover, double Industry, double Size, double ConstituentShare, double ActiveWeight)
{
    private const double NoTurnoverCap = 2.01;
    private const double NoSizeBand = 20;

    public double ValueOf(EnhancementConstraint constraint) => constraint switch
    {
        EnhancementConstraint.Turnover => Turnover ?? NoTurnoverCap,
        EnhancementConstraint.Industry => Industry,
        EnhancementConstraint.Size => Size,
        EnhancementConstraint.ConstituentShare => ConstituentShare,
        _ => ActiveWeight,
    };

    /// <summary>These limits with one moved the given part of the way (0 to 1) to where it says nothing.</summary>
    public EnhancementLimits Loosened(EnhancementConstraint constraint, double part)
    {
        return constraint switch
        {
            EnhancementConstraint.Turnover => this with { Turnover = Turnover is { } cap ? Towards(cap, NoTurnoverCap) : null },
            EnhancementConstraint.Industry => this with { Industry = Towards(Industry, 1) },
            EnhancementConstraint.Size => this with { Size = Towards(Size, NoSizeBand) },
            EnhancementConstraint.ConstituentShare => this with { ConstituentShare = Towards(ConstituentShare, 0) },
            _ => this with { ActiveWeight = Towards(ActiveWeight, 1) },
        };

        double Towards(double limit, double open) => limit + ((open - limit) * part);
    }
}
