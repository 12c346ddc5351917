namespace AlphaKit.Data;

/// <content>
/// The catalogue, in the order of reading. Units as in Tushare's documentation: volumes of daily and moneyflow in lots of 100 shares (手),
/// daily amounts in thousand yuan (千元), daily_basic values in ten thousand yuan and ten thousand shares (万元, 万股), ratios in percent.
/// </content>
public sealed partial class VendorTable
{
    private const double Lots = 100;
    private const double ThousandYuan = 1_000;
    private const double TenThousand = 10_000;
    private const double Percent = 0.01;

    /// <summary>Every table that can be imported.</summary>
    public static IReadOnlyList<VendorTable> All { get; } =
    [
        new("trade_cal", TableShape.Reference, "the calendar is inferred from the days on which shares traded",
        [
            Day("cal_date", ColumnNeed.Key), Number("is_open", ColumnNeed.Required), Text("exchange", ColumnNeed.Optional),
        ]),
        new("stock_basic", TableShape.Reference, "listing and delisting days: universes cannot leave out young or delisted shares",
        [
            Share("ts_code", ColumnNeed.Key), Text("name", ColumnNeed.Required), Day("list_date", ColumnNeed.Required),
            Day("delist_date", ColumnNeed.Optional), Text("list_status", ColumnNeed.Optional), Number("issue_price", ColumnNeed.Optional),
        ]),
        new("daily", TableShape.Daily, "prices and volumes: factors, labels and backtests",
        [
            Share("ts_code", ColumnNeed.Key), Day("trade_date", ColumnNeed.Key),
            Number("open", ColumnNeed.Required, 1, Field.Open), Number("high", ColumnNeed.Required, 1, Field.High),
            Number("low", ColumnNeed.Required, 1, Field.Low), Number("close", ColumnNeed.Required, 1, Field.Close),
            Number("pre_close", ColumnNeed.RequiredWhenRaw, 1, Field.PreClose), Number("vol", ColumnNeed.Required, Lots, Field.Volume),
            Number("amount", ColumnNeed.Optional, ThousandYuan, Field.Amount),
            Number("turnover_rate", ColumnNeed.Optional, Percent, Field.TurnoverRate),
            Number("tradestatus", ColumnNeed.Optional), Number("isST", ColumnNeed.Optional),
        ]),
        new("adj_factor", TableShape.Daily, "adjusted prices: returns and labels across dividends and splits",
        [
            Share("ts_code", ColumnNeed.Key), Day("trade_date", ColumnNeed.Key), Number("adj_factor", ColumnNeed.Required, 1, Field.AdjFactor),
        ]),
        new("daily_basic", TableShape.Daily, "turnover, valuation, market cap: size neutralisation, market-cap bands, value factors",
        [
            Share("ts_code", ColumnNeed.Key), Day("trade_date", ColumnNeed.Key),
            Number("turnover_rate", ColumnNeed.Optional, Percent, Field.TurnoverRate),
            Number("turnover_rate_f", ColumnNeed.Optional, Percent, Field.FreeTurnoverRate),
            Number("volume_ratio", ColumnNeed.Optional, 1, Field.VolumeRatio),
            Number("pe", ColumnNeed.Optional, 1, Field.Pe), Number("pe_ttm", ColumnNeed.Optional, 1, Field.PeTtm),
            Number("pb", ColumnNeed.Optional, 1, Field.Pb), Number("ps", ColumnNeed.Optional, 1, Field.Ps), Number("ps_ttm", ColumnNeed.Optional, 1, Field.PsTtm),
            Number("dv_ratio", ColumnNeed.Optional, Percent, Field.DividendYield), Number("dv_ttm", ColumnNeed.Optional, Percent, Field.DividendYieldTtm),
            Number("total_share", ColumnNeed.Optional, TenThousand, Field.TotalShares), Number("float_share", ColumnNeed.Optional, TenThousand, Field.FloatShares),
            Number("free_share", ColumnNeed.Optional, TenThousand, Field.FreeShares),
            Number("total_mv", ColumnNeed.Optional, TenThousand, Field.MarketCap), Number("circ_mv", ColumnNeed.Optional, TenThousand, Field.FloatMarketCap),
        ]),
        new("stk_limit", TableShape.Daily, "published limit prices: limits are computed from the rules where they can be",
        [
            Share("ts_code", ColumnNeed.Key), Day("trade_date", ColumnNeed.Key),
            Number("up_limit", ColumnNeed.Required, 1, Field.LimitUp), Number("down_limit", ColumnNeed.Required, 1, Field.LimitDown),
            Number("pre_close", ColumnNeed.Optional),
        ]),
        new("suspend_d", TableShape.Daily, "suspension records: a share is taken as suspended on days without a bar or without volume",
        [
            Share("ts_code", ColumnNeed.Key), Day("trade_date", ColumnNeed.Key), Text("suspend_type", ColumnNeed.Key), Text("suspend_timing", ColumnNeed.Optional),
        ]),
        new("stock_st", TableShape.Daily, "dated ST state: it is taken from namechange or an isST column where there is one",
        [
            Share("ts_code", ColumnNeed.Key), Day("trade_date", ColumnNeed.Key), Text("name", ColumnNeed.Optional), Text("type", ColumnNeed.Optional),
        ]),
        new("namechange", TableShape.Events, "dated names: ST state before stock_st begins",
        [
            Share("ts_code", ColumnNeed.Key), Text("name", ColumnNeed.Key), Day("start_date", ColumnNeed.Key), Day("end_date", ColumnNeed.Optional),
            Day("ann_date", ColumnNeed.Optional), Text("change_reason", ColumnNeed.Optional),
        ]),
        new("moneyflow", TableShape.Daily, "active buys and sells by trade size: money-flow factors",
        [
            Share("ts_code", ColumnNeed.Key), Day("trade_date", ColumnNeed.Key),
            Number("buy_sm_amount", ColumnNeed.Optional, TenThousand, Field.SmallBuyAmount), Number("sell_sm_amount", ColumnNeed.Optional, TenThousand, Field.SmallSellAmount),
            Number("buy_md_amount", ColumnNeed.Optional, TenThousand, Field.MediumBuyAmount), Number("sell_md_amount", ColumnNeed.Optional, TenThousand, Field.MediumSellAmount),
            Number("buy_lg_amount", ColumnNeed.Required, TenThousand, Field.LargeBuyAmount), Number("sell_lg_amount", ColumnNeed.Required, TenThousand, Field.LargeSellAmount),
            Number("buy_elg_amount", ColumnNeed.Required, TenThousand, Field.ExtraLargeBuyAmount),
            Number("sell_elg_amount", ColumnNeed.Required, TenThousand, Field.ExtraLargeSellAmount),
            Number("net_mf_amount", ColumnNeed.Optional, TenThousand, Field.NetMoneyFlow),
        ]),
        new("cyq_perf", TableShape.Daily, "chip distribution (筹码): chip factors",
        [
            Share("ts_code", ColumnNeed.Key), Day("trade_date", ColumnNeed.Key),
            Number("his_low", ColumnNeed.Optional, 1, Field.ChipHistoryLow), Number("his_high", ColumnNeed.Optional, 1, Field.ChipHistoryHigh),
            Number("cost_5pct", ColumnNeed.Required, 1, Field.ChipCost5), Number("cost_15pct", ColumnNeed.Required, 1, Field.ChipCost15),
            Number("cost_50pct", ColumnNeed.Required, 1, Field.ChipCost50), Number("cost_85pct", ColumnNeed.Required, 1, Field.ChipCost85),
            Number("cost_95pct", ColumnNeed.Required, 1, Field.ChipCost95), Number("weight_avg", ColumnNeed.Optional, 1, Field.ChipAverageCost),
            Number("winner_rate", ColumnNeed.Optional, Percent, Field.ChipWinnerRate),
        ]),
        new("margin_detail", TableShape.Daily, "margin trading balances: financing factors",
        [
            Share("ts_code", ColumnNeed.Key), Day("trade_date", ColumnNeed.Key),
            Number("rzye", ColumnNeed.Required, 1, Field.FinancingBalance), Number("rzmre", ColumnNeed.Optional, 1, Field.FinancingBuy),
            Number("rzche", ColumnNeed.Optional, 1, Field.FinancingRepay), Number("rqye", ColumnNeed.Optional, 1, Field.ShortBalance),
            Number("rqmcl", ColumnNeed.Optional, 1, Field.ShortVolume), Number("rqchl", ColumnNeed.Optional, 1, Field.ShortRepayVolume),
        ]),
        new("hk_hold", TableShape.Daily, "northbound holdings (published daily until 2024-08): northbound factors",
        [
            Share("ts_code", ColumnNeed.Key), Day("trade_date", ColumnNeed.Key),
            Number("vol", ColumnNeed.Required, 1, Field.NorthboundShares), Number("ratio", ColumnNeed.Optional, Percent, Field.NorthboundRatio),
            Text("exchange", ColumnNeed.Optional),
        ]),
        new("index_daily", TableShape.Reference, "index bars: benchmarks and excess returns",
        [
            Share("ts_code", ColumnNeed.Key), Day("trade_date", ColumnNeed.Key), Number("open", ColumnNeed.Optional), Number("high", ColumnNeed.Optional),
            Number("low", ColumnNeed.Optional), Number("close", ColumnNeed.Required), Number("vol", ColumnNeed.Optional, Lots),
            Number("amount", ColumnNeed.Optional, ThousandYuan),
        ]),
        new("index_weight", TableShape.Reference, "index members and weights: index universes, index enhancement",
        [
            Share("index_code", ColumnNeed.Key), Share("con_code", ColumnNeed.Key), Day("trade_date", ColumnNeed.Key, "datetime"),
            Number("weight", ColumnNeed.Required, Percent),
        ]),
        new("index_member_all", TableShape.Events, "Shenwan industries: industry neutralisation and industry limits",
        [
            Share("ts_code", ColumnNeed.Key), Text("l1_code", ColumnNeed.Key), Day("in_date", ColumnNeed.Key), Day("out_date", ColumnNeed.Optional),
            Text("l1_name", ColumnNeed.Optional),
        ]),
        new("dividend", TableShape.Events, "dividends and bonus shares: corporate actions in backtests",
        [
            Share("ts_code", ColumnNeed.Key), Day("end_date", ColumnNeed.Optional), Day("ann_date", ColumnNeed.Optional), Text("div_proc", ColumnNeed.Required),
            Number("stk_div", ColumnNeed.Optional), Number("stk_bo_rate", ColumnNeed.Optional), Number("stk_co_rate", ColumnNeed.Optional),
            Number("cash_div_tax", ColumnNeed.Required), Day("record_date", ColumnNeed.Required), Day("ex_date", ColumnNeed.Required),
            Day("pay_date", ColumnNeed.Optional), Day("div_listdate", ColumnNeed.Optional), Day("imp_ann_date", ColumnNeed.Optional),
        ]),
        Statement("income"),
        Statement("balancesheet"),
        Statement("cashflow"),
        Statement("fina_indicator"),
        new("forecast", TableShape.Events, "earnings forecasts (业绩预告): forecast factors",
        [
            Share("ts_code", ColumnNeed.Key), Day("ann_date", ColumnNeed.Key), Day("end_date", ColumnNeed.Key), Text("type", ColumnNeed.Required),
            Number("p_change_min", ColumnNeed.Optional, Percent), Number("p_change_max", ColumnNeed.Optional, Percent),
            Number("net_profit_min", ColumnNeed.Optional, TenThousand), Number("net_profit_max", ColumnNeed.Optional, TenThousand),
        ]),
    ];

    private static VendorTable Statement(string name) => new(
        name,
        TableShape.Events,
        "statement items: fundamental factors",
        [
            Share("ts_code", ColumnNeed.Key), Day("end_date", ColumnNeed.Key), Day("ann_date", ColumnNeed.Required), Day("f_ann_date", ColumnNeed.Optional),
            Text("report_type", ColumnNeed.Optional), Text("comp_type", ColumnNeed.Optional), Text("end_type", ColumnNeed.Optional),
            Text("update_flag", ColumnNeed.Optional),
        ],
        takesItems: true);

    private static VendorColumn Share(string name, ColumnNeed need) => new(name, SourceColumnKind.Symbol, need);

    private static VendorColumn Day(string name, ColumnNeed need, string? alias = null) => new(name, SourceColumnKind.Date, need, Alias: alias);

    private static VendorColumn Number(string name, ColumnNeed need, double factor = 1, Field? field = null) => new(name, SourceColumnKind.Number, need, factor, field);

    private static VendorColumn Text(string name, ColumnNeed need) => new(name, SourceColumnKind.Text, need);
}
