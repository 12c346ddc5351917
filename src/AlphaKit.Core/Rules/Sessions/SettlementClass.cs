namespace AlphaKit;

/// <summary>Classes of instruments that differ in turnaround.</summary>
public enum SettlementClass
{
    /// <summary>A shares.</summary>
    Share = 0,

    /// <summary>ETFs on A shares.</summary>
    EquityFund = 1,

    /// <summary>ETFs on bonds, gold, commodities, money or foreign shares.</summary>
    OtherFund = 2,

    /// <summary>Convertible bonds.</summary>
    ConvertibleBond = 3,
}
