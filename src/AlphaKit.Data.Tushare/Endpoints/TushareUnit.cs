namespace AlphaKit.Data.Tushare;

/// <summary>Unit in which Tushare delivers a column. Nothing is converted by the client; importers convert once, at the boundary.</summary>
public enum TushareUnit
{
    /// <summary>No unit: codes, dates, texts, ratios and factors.</summary>
    None = 0,

    /// <summary>Percent: 1.5 means 0.015.</summary>
    Percent = 1,

    /// <summary>Yuan (元).</summary>
    Yuan = 2,

    /// <summary>Thousand yuan (千元).</summary>
    ThousandYuan = 3,

    /// <summary>Ten thousand yuan (万元).</summary>
    TenThousandYuan = 4,

    /// <summary>Million yuan (百万元).</summary>
    MillionYuan = 5,

    /// <summary>Lots of 100 shares (手); odd lots give fractions.</summary>
    Lots = 6,

    /// <summary>Shares or fund units (股, 份).</summary>
    Shares = 7,

    /// <summary>Ten thousand shares (万股).</summary>
    TenThousandShares = 8,

    /// <summary>Index points.</summary>
    Points = 9,

    /// <summary>A number of things.</summary>
    Count = 10,

    /// <summary>Contracts (张).</summary>
    Contracts = 11,

    /// <summary>Days.</summary>
    Days = 12,

    /// <summary>A code number, such as 0 or 1.</summary>
    Flag = 13,

    /// <summary>Shares for each share held.</summary>
    PerShare = 14,
}
