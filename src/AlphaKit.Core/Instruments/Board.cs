namespace AlphaKit;

/// <summary>The board a share trades on. Price limits, order sizes and fees depend on it.</summary>
public enum Board
{
    /// <summary>Not a share: an index, a fund, a bond, or a code of no known board.</summary>
    None = 0,

    /// <summary>Shanghai or Shenzhen main board 主板 (the former SME board 002/003 included).</summary>
    Main = 1,

    /// <summary>ChiNext 创业板, Shenzhen codes 300–309.</summary>
    ChiNext = 2,

    /// <summary>STAR market 科创板, Shanghai codes 688 and 689.</summary>
    Star = 3,

    /// <summary>Beijing Stock Exchange 北交所, codes 920 and, before renumbering, 43, 82, 83, 87, 88.</summary>
    Beijing = 4,

    /// <summary>B shares, Shanghai 900 and Shenzhen 200.</summary>
    BShare = 5,
}
