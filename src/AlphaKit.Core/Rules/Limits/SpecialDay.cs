namespace AlphaKit;

/// <summary>Days on which a share trades without the ordinary limit for another reason than its listing.</summary>
public enum SpecialDay
{
    /// <summary>An ordinary day.</summary>
    None = 0,

    /// <summary>First day of the delisting period 退市整理期首日.</summary>
    DelistingPeriodFirstDay = 1,

    /// <summary>First day after a resumed listing or re-listing 恢复上市、重新上市首日.</summary>
    Relisting = 2,

    /// <summary>First day after the share reform 股改复牌首日.</summary>
    ShareReformResumption = 3,
}
