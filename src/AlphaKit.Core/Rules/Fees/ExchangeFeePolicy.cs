namespace AlphaKit;

/// <summary>Whether the exchange's handling fee and the regulatory fee are part of the commission.</summary>
public enum ExchangeFeePolicy
{
    /// <summary>The commission includes them, as brokers usually quote it.</summary>
    InsideCommission = 0,

    /// <summary>They are charged on top of a net commission 净佣金.</summary>
    OnTop = 1,
}
