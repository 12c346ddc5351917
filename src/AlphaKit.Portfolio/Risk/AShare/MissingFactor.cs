namespace AlphaKit.Portfolio;

/// <summary>What happens to a factor whose fields the market does not have.</summary>
public enum MissingFactor
{
    /// <summary>The model goes without it and says so in <see cref="RiskHistory.Notes"/>.</summary>
    Drop = 0,

    /// <summary>The estimate is refused with a <see cref="FieldNotAvailableException"/> or <see cref="DatasetNotAvailableException"/>.</summary>
    Refuse = 1,
}
