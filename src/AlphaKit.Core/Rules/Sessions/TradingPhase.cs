namespace AlphaKit;

/// <summary>The phases of a trading day.</summary>
public enum TradingPhase
{
    /// <summary>Opening call auction 开盘集合竞价.</summary>
    OpeningAuction = 0,

    /// <summary>Orders are taken but not matched between the opening auction and continuous trading.</summary>
    OpeningOrderEntry = 1,

    /// <summary>Continuous trading 连续竞价 before noon.</summary>
    ContinuousMorning = 2,

    /// <summary>Continuous trading 连续竞价 after noon.</summary>
    ContinuousAfternoon = 3,

    /// <summary>Closing call auction 收盘集合竞价.</summary>
    ClosingAuction = 4,

    /// <summary>Trading at the closing price after the close 盘后固定价格交易.</summary>
    AfterHoursFixedPrice = 5,

    /// <summary>Confirmation of block trades 大宗交易 before noon.</summary>
    BlockTradeMorning = 6,

    /// <summary>Confirmation of block trades 大宗交易 after noon.</summary>
    BlockTradeAfternoon = 7,
}
