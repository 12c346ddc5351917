namespace AlphaKit;

/// <summary>Why a share is delisted, as far as its delisting period depends on it.</summary>
public enum DelistingReason
{
    /// <summary>Trading type 交易类: price or market value below the threshold.</summary>
    Trading = 0,

    /// <summary>Financial, compliance or violation type 财务类、规范类、重大违法类.</summary>
    Other = 1,
}
