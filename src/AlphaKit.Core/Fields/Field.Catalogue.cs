namespace AlphaKit;

/// <content>The catalogue: every field of the daily tables, in AlphaKit's units.</content>
public sealed partial class Field
{
    /// <summary>Opening price, unadjusted.</summary>
    public static Field Open { get; } = new("open", Unit.CnyPerShare, Clock.Open, "Opening price, unadjusted.", "开盘价");

    /// <summary>Highest price, unadjusted.</summary>
    public static Field High { get; } = new("high", Unit.CnyPerShare, Clock.Close, "Highest price, unadjusted.", "最高价");

    /// <summary>Lowest price, unadjusted.</summary>
    public static Field Low { get; } = new("low", Unit.CnyPerShare, Clock.Close, "Lowest price, unadjusted.", "最低价");

    /// <summary>Closing price, unadjusted. (Index bars carry points under the same field.)</summary>
    public static Field Close { get; } = new("close", Unit.CnyPerShare, Clock.Close, "Closing price, unadjusted. (Index bars carry points under the same field.)", "收盘价");

    /// <summary>Previous close after the day's ex-right adjustment: the reference of price limits and of the day's return.</summary>
    public static Field PreClose { get; } = new("pre_close", Unit.CnyPerShare, Clock.Open, "Previous close after the day's ex-right adjustment: the reference of price limits and of the day's return.", "昨收价");

    /// <summary>Shares traded.</summary>
    public static Field Volume { get; } = new("volume", Unit.Shares, Clock.Close, "Shares traded.", "成交量");

    /// <summary>Turnover in yuan.</summary>
    public static Field Amount { get; } = new("amount", Unit.Cny, Clock.Close, "Turnover in yuan.", "成交额");

    /// <summary>Cumulative adjustment factor; close × factor is comparable over time. Row T is published about 09:20 of T, before its open.</summary>
    public static Field AdjFactor { get; } = new("adj_factor", Unit.None, Clock.Open, "Cumulative adjustment factor; close × factor is comparable over time. Row T is published about 09:20 of T, before its open.", "复权因子");

    /// <summary>Highest price allowed that day; missing when the day has no limit.</summary>
    public static Field LimitUp { get; } = new("limit_up", Unit.CnyPerShare, Clock.Open, "Highest price allowed that day; missing when the day has no limit.", "涨停价");

    /// <summary>Lowest price allowed that day; missing when the day has no limit.</summary>
    public static Field LimitDown { get; } = new("limit_down", Unit.CnyPerShare, Clock.Open, "Lowest price allowed that day; missing when the day has no limit.", "跌停价");

    /// <summary>1 when the share does not trade all day.</summary>
    public static Field IsSuspended { get; } = new("is_suspended", Unit.Flag, Clock.Open, "1 when the share does not trade all day.", "停牌");

    /// <summary>1 when the share is under special treatment (ST, *ST) that day.</summary>
    public static Field IsSt { get; } = new("is_st", Unit.Flag, Clock.Open, "1 when the share is under special treatment (ST, *ST) that day.", "风险警示");

    /// <summary>Shenwan 2021 level-1 industry in force that day, as Industry.Ordinal; missing when unclassified.</summary>
    public static Field Industry { get; } = new("industry", Unit.Category, Clock.Open, "Shenwan 2021 level-1 industry in force that day, as Industry.Ordinal; missing when unclassified.", "申万一级行业");

    /// <summary>Shares traded / float shares.</summary>
    public static Field TurnoverRate { get; } = new("turnover_rate", Unit.Ratio, Clock.Evening, "Shares traded / float shares.", "换手率");

    /// <summary>Shares traded / free-float shares.</summary>
    public static Field FreeTurnoverRate { get; } = new("turnover_rate_free", Unit.Ratio, Clock.Evening, "Shares traded / free-float shares.", "自由流通换手率");

    /// <summary>Volume / mean volume of the previous five days.</summary>
    public static Field VolumeRatio { get; } = new("volume_ratio", Unit.None, Clock.Evening, "Volume / mean volume of the previous five days.", "量比");

    /// <summary>Price / earnings of the last annual report; missing for losses.</summary>
    public static Field Pe { get; } = new("pe", Unit.None, Clock.Evening, "Price / earnings of the last annual report; missing for losses.", "市盈率");

    /// <summary>Price / earnings of the trailing twelve months; missing for losses.</summary>
    public static Field PeTtm { get; } = new("pe_ttm", Unit.None, Clock.Evening, "Price / earnings of the trailing twelve months; missing for losses.", "滚动市盈率");

    /// <summary>Price / book value.</summary>
    public static Field Pb { get; } = new("pb", Unit.None, Clock.Evening, "Price / book value.", "市净率");

    /// <summary>Price / sales of the last annual report.</summary>
    public static Field Ps { get; } = new("ps", Unit.None, Clock.Evening, "Price / sales of the last annual report.", "市销率");

    /// <summary>Price / sales of the trailing twelve months.</summary>
    public static Field PsTtm { get; } = new("ps_ttm", Unit.None, Clock.Evening, "Price / sales of the trailing twelve months.", "滚动市销率");

    /// <summary>Dividends of the last year / price.</summary>
    public static Field DividendYield { get; } = new("dividend_yield", Unit.Ratio, Clock.Evening, "Dividends of the last year / price.", "股息率");

    /// <summary>Dividends of the trailing twelve months / price.</summary>
    public static Field DividendYieldTtm { get; } = new("dividend_yield_ttm", Unit.Ratio, Clock.Evening, "Dividends of the trailing twelve months / price.", "滚动股息率");

    /// <summary>All shares of the company.</summary>
    public static Field TotalShares { get; } = new("total_shares", Unit.Shares, Clock.Evening, "All shares of the company.", "总股本");

    /// <summary>Tradable shares.</summary>
    public static Field FloatShares { get; } = new("float_shares", Unit.Shares, Clock.Evening, "Tradable shares.", "流通股本");

    /// <summary>Free-float shares.</summary>
    public static Field FreeShares { get; } = new("free_shares", Unit.Shares, Clock.Evening, "Free-float shares.", "自由流通股本");

    /// <summary>Close × total shares.</summary>
    public static Field MarketCap { get; } = new("market_cap", Unit.Cny, Clock.Evening, "Close × total shares.", "总市值");

    /// <summary>Close × float shares.</summary>
    public static Field FloatMarketCap { get; } = new("float_market_cap", Unit.Cny, Clock.Evening, "Close × float shares.", "流通市值");

    /// <summary>Active buys of trades below 50,000 CNY.</summary>
    public static Field SmallBuyAmount { get; } = new("small_buy_amount", Unit.Cny, Clock.Evening, "Active buys of trades below 50,000 CNY.", "小单买入");

    /// <summary>Active sells of trades below 50,000 CNY.</summary>
    public static Field SmallSellAmount { get; } = new("small_sell_amount", Unit.Cny, Clock.Evening, "Active sells of trades below 50,000 CNY.", "小单卖出");

    /// <summary>Active buys of trades of 50,000 to 200,000 CNY.</summary>
    public static Field MediumBuyAmount { get; } = new("medium_buy_amount", Unit.Cny, Clock.Evening, "Active buys of trades of 50,000 to 200,000 CNY.", "中单买入");

    /// <summary>Active sells of trades of 50,000 to 200,000 CNY.</summary>
    public static Field MediumSellAmount { get; } = new("medium_sell_amount", Unit.Cny, Clock.Evening, "Active sells of trades of 50,000 to 200,000 CNY.", "中单卖出");

    /// <summary>Active buys of trades of 200,000 to 1,000,000 CNY.</summary>
    public static Field LargeBuyAmount { get; } = new("large_buy_amount", Unit.Cny, Clock.Evening, "Active buys of trades of 200,000 to 1,000,000 CNY.", "大单买入");

    /// <summary>Active sells of trades of 200,000 to 1,000,000 CNY.</summary>
    public static Field LargeSellAmount { get; } = new("large_sell_amount", Unit.Cny, Clock.Evening, "Active sells of trades of 200,000 to 1,000,000 CNY.", "大单卖出");

    /// <summary>Active buys of trades of at least 1,000,000 CNY.</summary>
    public static Field ExtraLargeBuyAmount { get; } = new("extra_large_buy_amount", Unit.Cny, Clock.Evening, "Active buys of trades of at least 1,000,000 CNY.", "特大单买入");

    /// <summary>Active sells of trades of at least 1,000,000 CNY.</summary>
    public static Field ExtraLargeSellAmount { get; } = new("extra_large_sell_amount", Unit.Cny, Clock.Evening, "Active sells of trades of at least 1,000,000 CNY.", "特大单卖出");

    /// <summary>Net active inflow over all trades.</summary>
    public static Field NetMoneyFlow { get; } = new("net_money_flow", Unit.Cny, Clock.Evening, "Net active inflow over all trades.", "净流入额");

    /// <summary>Lowest price of the chip history.</summary>
    public static Field ChipHistoryLow { get; } = new("chip_history_low", Unit.CnyPerShare, Clock.Evening, "Lowest price of the chip history.", "历史最低价");

    /// <summary>Highest price of the chip history.</summary>
    public static Field ChipHistoryHigh { get; } = new("chip_history_high", Unit.CnyPerShare, Clock.Evening, "Highest price of the chip history.", "历史最高价");

    /// <summary>Cost below which 5 % of chips were bought.</summary>
    public static Field ChipCost5 { get; } = new("chip_cost_5", Unit.CnyPerShare, Clock.Evening, "Cost below which 5 % of chips were bought.", "5分位成本");

    /// <summary>Cost below which 15 % of chips were bought.</summary>
    public static Field ChipCost15 { get; } = new("chip_cost_15", Unit.CnyPerShare, Clock.Evening, "Cost below which 15 % of chips were bought.", "15分位成本");

    /// <summary>Median chip cost.</summary>
    public static Field ChipCost50 { get; } = new("chip_cost_50", Unit.CnyPerShare, Clock.Evening, "Median chip cost.", "50分位成本");

    /// <summary>Cost below which 85 % of chips were bought.</summary>
    public static Field ChipCost85 { get; } = new("chip_cost_85", Unit.CnyPerShare, Clock.Evening, "Cost below which 85 % of chips were bought.", "85分位成本");

    /// <summary>Cost below which 95 % of chips were bought.</summary>
    public static Field ChipCost95 { get; } = new("chip_cost_95", Unit.CnyPerShare, Clock.Evening, "Cost below which 95 % of chips were bought.", "95分位成本");

    /// <summary>Weighted mean chip cost.</summary>
    public static Field ChipAverageCost { get; } = new("chip_average_cost", Unit.CnyPerShare, Clock.Evening, "Weighted mean chip cost.", "加权平均成本");

    /// <summary>Share of chips whose cost is at or below the close.</summary>
    public static Field ChipWinnerRate { get; } = new("chip_winner_rate", Unit.Ratio, Clock.Evening, "Share of chips whose cost is at or below the close.", "胜率");

    /// <summary>Margin purchases outstanding.</summary>
    public static Field FinancingBalance { get; } = new("financing_balance", Unit.Cny, Clock.NextMorning, "Margin purchases outstanding.", "融资余额");

    /// <summary>Margin purchases of the day.</summary>
    public static Field FinancingBuy { get; } = new("financing_buy", Unit.Cny, Clock.NextMorning, "Margin purchases of the day.", "融资买入额");

    /// <summary>Margin repayments of the day.</summary>
    public static Field FinancingRepay { get; } = new("financing_repay", Unit.Cny, Clock.NextMorning, "Margin repayments of the day.", "融资偿还额");

    /// <summary>Value of shares sold short and outstanding.</summary>
    public static Field ShortBalance { get; } = new("short_balance", Unit.Cny, Clock.NextMorning, "Value of shares sold short and outstanding.", "融券余额");

    /// <summary>Shares sold short on the day.</summary>
    public static Field ShortVolume { get; } = new("short_volume", Unit.Shares, Clock.NextMorning, "Shares sold short on the day.", "融券卖出量");

    /// <summary>Borrowed shares returned on the day.</summary>
    public static Field ShortRepayVolume { get; } = new("short_repay_volume", Unit.Shares, Clock.NextMorning, "Borrowed shares returned on the day.", "融券偿还量");

    /// <summary>Shares held through Stock Connect; daily publication ended 2024-08-16.</summary>
    public static Field NorthboundShares { get; } = new("northbound_shares", Unit.Shares, Clock.NextMorning, "Shares held through Stock Connect; daily publication ended 2024-08-16.", "北向持股");

    /// <summary>Northbound holding / issued shares; daily publication ended 2024-08-16.</summary>
    public static Field NorthboundRatio { get; } = new("northbound_ratio", Unit.Ratio, Clock.NextMorning, "Northbound holding / issued shares; daily publication ended 2024-08-16.", "北向持股占比");

    /// <summary>Opening price × adjustment factor.</summary>
    public static Field AdjustedOpen { get; } = new("adjusted_open", Unit.CnyPerShare, Clock.Open, "Opening price × adjustment factor.", "后复权开盘价");

    /// <summary>Highest price × adjustment factor.</summary>
    public static Field AdjustedHigh { get; } = new("adjusted_high", Unit.CnyPerShare, Clock.Close, "Highest price × adjustment factor.", "后复权最高价");

    /// <summary>Lowest price × adjustment factor.</summary>
    public static Field AdjustedLow { get; } = new("adjusted_low", Unit.CnyPerShare, Clock.Close, "Lowest price × adjustment factor.", "后复权最低价");

    /// <summary>Closing price × adjustment factor: comparable over time, the price that returns are computed from. Missing where the factor is.</summary>
    public static Field AdjustedClose { get; } = new("adjusted_close", Unit.CnyPerShare, Clock.Close, "Closing price × adjustment factor: comparable over time, the price that returns are computed from. Missing where the factor is.", "后复权收盘价");

    /// <summary>Amount / volume × adjustment factor.</summary>
    public static Field AdjustedVwap { get; } = new("adjusted_vwap", Unit.CnyPerShare, Clock.Close, "Amount / volume × adjustment factor.", "后复权均价");

    /// <summary>Amount / volume, unadjusted.</summary>
    public static Field Vwap { get; } = new("vwap", Unit.CnyPerShare, Clock.Close, "Amount / volume, unadjusted.", "均价");

    /// <summary>Every field of the catalogue.</summary>
    public static IReadOnlyList<Field> Catalogue { get; } =
    [
        AdjustedOpen, AdjustedHigh, AdjustedLow, AdjustedClose, AdjustedVwap, Vwap,
        Open, High, Low, Close, PreClose, Volume, Amount, AdjFactor,
        LimitUp, LimitDown, IsSuspended, IsSt, Industry, TurnoverRate, FreeTurnoverRate, VolumeRatio,
        Pe, PeTtm, Pb, Ps, PsTtm, DividendYield, DividendYieldTtm, TotalShares,
        FloatShares, FreeShares, MarketCap, FloatMarketCap, SmallBuyAmount, SmallSellAmount, MediumBuyAmount, MediumSellAmount,
        LargeBuyAmount, LargeSellAmount, ExtraLargeBuyAmount, ExtraLargeSellAmount, NetMoneyFlow, ChipHistoryLow, ChipHistoryHigh, ChipCost5,
        ChipCost15, ChipCost50, ChipCost85, ChipCost95, ChipAverageCost, ChipWinnerRate, FinancingBalance, FinancingBuy,
        FinancingRepay, ShortBalance, ShortVolume, ShortRepayVolume, NorthboundShares, NorthboundRatio,
    ];

    /// <summary>The catalogue field of that name, or null.</summary>
    /// <param name="name">The name, in lower_snake_case.</param>
    public static Field? Find(string name)
    {
        foreach (Field field in Catalogue)
        {
            if (string.Equals(field.Name, name, StringComparison.Ordinal)) return field;
        }

        return null;
    }
}
