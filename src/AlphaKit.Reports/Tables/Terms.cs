using System.Collections.Frozen;

namespace AlphaKit.Reports;

/// <summary>English and Chinese words for the column, metric and reason names that result tables use.</summary>
internal static class Terms
{
    private static readonly FrozenDictionary<string, (string English, string Chinese)> Known = new Dictionary<string, (string, string)>
    {
        // columns
        ["date"] = ("Date", "日期"), ["symbol"] = ("Symbol", "代码"), ["side"] = ("Side", "方向"), ["shares"] = ("Shares", "股数"),
        ["price"] = ("Price", "成交价"), ["market_price"] = ("Market price", "市价"), ["amount"] = ("Amount", "成交额"), ["commission"] = ("Commission", "佣金"),
        ["stamp_duty"] = ("Stamp duty", "印花税"), ["transfer_fee"] = ("Transfer fee", "过户费"), ["other_fees"] = ("Other fees", "其他费用"), ["dividend_tax"] = ("Dividend tax", "红利税"),
        ["slippage"] = ("Slippage", "滑点"), ["realised"] = ("Realised", "已实现盈亏"), ["wanted"] = ("Wanted", "委托"), ["filled"] = ("Filled", "成交"),
        ["reason"] = ("Reason", "原因"), ["detail"] = ("Detail", "说明"), ["kind"] = ("Kind", "类型"), ["cash"] = ("Cash", "现金"),
        ["receivable"] = ("Receivable", "应收"), ["year"] = ("Year", "年份"), ["month"] = ("Month", "月份"), ["days"] = ("Days", "交易日"),
        ["return"] = ("Return", "收益"), ["benchmark"] = ("Benchmark", "基准"), ["arithmetic_excess"] = ("Excess", "超额"),
        ["compounded_excess"] = ("Compounded excess", "复利超额"), ["annualised_volatility"] = ("Volatility", "年化波动"), ["sharpe"] = ("Sharpe", "夏普"),
        ["max_drawdown"] = ("Max drawdown", "最大回撤"), ["tracking_error"] = ("Tracking error", "跟踪误差"), ["information_ratio"] = ("IR", "信息比率"),
        ["excess_max_drawdown"] = ("Excess drawdown", "超额回撤"), ["metric"] = ("Measure", "指标"), ["value"] = ("Value", "数值"), ["formula"] = ("Formula", "公式"),
        ["count"] = ("Count", "数量"), ["names"] = ("Names", "股票数"), ["ic"] = ("IC", "IC"), ["rank_ic"] = ("RankIC", "RankIC"), ["quantile"] = ("Quantile", "分组"),
        ["fold"] = ("Fold", "折"), ["rows"] = ("Rows", "行数"), ["imported"] = ("Imported", "导入"), ["rejected"] = ("Rejected", "拒绝"),
        ["collapsed"] = ("Collapsed", "去重"), ["file"] = ("File", "文件"), ["table"] = ("Table", "数据表"), ["rule"] = ("Rule", "规则"),
        ["severity"] = ("Severity", "级别"), ["line"] = ("Line", "行"), ["weight"] = ("Weight", "权重"), ["turnover"] = ("Turnover", "换手率"), ["fees"] = ("Fees", "费用"),

        ["shown"] = ("Value", "数值"), ["market_value"] = ("Market value", "市值"), ["tax"] = ("Tax", "税"), ["excess"] = ("Excess", "超额"), ["holdings"] = ("Holdings", "持股数"), ["mean_return"] = ("Mean return", "平均收益"),
        ["share"] = ("Share", "占比"), ["cells"] = ("Stock-days", "样本数"), ["mean_ic"] = ("Mean IC", "IC 均值"), ["mean_rank_ic"] = ("Mean RankIC", "RankIC 均值"), ["rank_icir"] = ("RankICIR", "RankICIR"),
        ["t_statistic"] = ("t-statistic", "t 统计量"), ["share_positive"] = ("Days above zero", "为正占比"), ["factors"] = ("Factors", "因子"), ["quantiles"] = ("Groups", "分组"), ["coefficient"] = ("Coefficient", "系数"),
        ["days_too_few_names"] = ("Days with too few names", "股票不足天数"), ["days_without_variance"] = ("Days without variance", "无差异天数"), ["days_beyond_data"] = ("Days beyond the data", "超出数据天数"),
        ["decided"] = ("Decided", "决策日"), ["dealt"] = ("Dealt", "调仓日"), ["invested"] = ("Invested", "仓位"), ["orders"] = ("Orders", "委托数"), ["unfilled"] = ("Not filled", "未成交"), ["note"] = ("Note", "备注"), ["name"] = ("Name", "名称"),

        // measures
        ["total_return"] = ("Total return", "累计收益"), ["annualised_return"] = ("Annualised return", "年化收益"), ["sortino"] = ("Sortino ratio", "索提诺比率"),
        ["calmar"] = ("Calmar ratio", "卡玛比率"), ["daily_win_rate"] = ("Daily win rate", "日胜率"), ["monthly_win_rate"] = ("Monthly win rate", "月胜率"),
        ["max_drawdown_peak"] = ("Drawdown from", "回撤起点"), ["max_drawdown_trough"] = ("Drawdown to", "回撤谷底"), ["max_drawdown_recovery"] = ("Recovered", "回撤修复"),
        ["benchmark_total_return"] = ("Benchmark total return", "基准累计收益"), ["benchmark_annualised_return"] = ("Benchmark annualised", "基准年化"),
        ["geometric_excess"] = ("Geometric excess", "几何超额"), ["days_per_year"] = ("Days per year", "年交易日数"), ["risk_free_rate"] = ("Risk-free rate", "无风险利率"),
        ["compounded_information_ratio"] = ("IR, compounded excess", "信息比率(复利)"), ["excess_calmar"] = ("Excess Calmar", "超额卡玛"),
        ["excess_daily_win_rate"] = ("Excess daily win rate", "超额日胜率"), ["excess_monthly_win_rate"] = ("Excess monthly win rate", "超额月胜率"),
        ["rebalances"] = ("Rebalances", "调仓次数"), ["trades"] = ("Trades", "成交明细"), ["rejected_orders"] = ("Orders not filled", "未成交委托"),
        ["trade_win_rate"] = ("Trade win rate", "交易胜率"), ["planned_turnover"] = ("Planned turnover", "计划换手"), ["realised_turnover"] = ("Realised turnover", "实际换手"),
        ["annual_cost"] = ("Annual cost", "年化成本"),

        ["ic_mean"] = ("IC, mean", "IC 均值"), ["ic_std"] = ("IC, deviation", "IC 标准差"), ["ic_ir"] = ("ICIR", "ICIR"), ["ic_positive"] = ("IC above zero", "IC 为正"), ["ic_t"] = ("IC, t-statistic", "IC 的 t 值"),
        ["rank_ic_mean"] = ("RankIC, mean", "RankIC 均值"), ["rank_ic_std"] = ("RankIC, deviation", "RankIC 标准差"), ["rank_ic_ir"] = ("RankICIR", "RankICIR"),
        ["rank_ic_positive"] = ("RankIC above zero", "RankIC 为正"), ["rank_ic_t"] = ("RankIC, t-statistic", "RankIC 的 t 值"), ["top_minus_bottom_mean"] = ("Top − bottom, mean", "多空收益均值"),
        ["top_minus_bottom_std"] = ("Top − bottom, deviation", "多空标准差"), ["top_minus_bottom_ir"] = ("Top − bottom, ratio", "多空收益比率"),
        ["top_minus_bottom_positive"] = ("Top − bottom above zero", "多空为正"), ["top_minus_bottom_t"] = ("Top − bottom, t-statistic", "多空的 t 值"), ["rank_autocorrelation"] = ("Rank autocorrelation", "秩自相关"),

        // risk, calendar, attribution
        ["rank"] = ("Rank", "序号"), ["depth"] = ("Depth", "回撤"), ["peak"] = ("From", "起点"), ["trough"] = ("To", "谷底"), ["recovery"] = ("Recovered", "修复"),
        ["days_down"] = ("Days down", "下跌天数"), ["days_to_recover"] = ("Days to recover", "修复天数"), ["beta"] = ("Beta", "贝塔"), ["alpha"] = ("Alpha", "阿尔法"), ["correlation"] = ("Correlation", "相关系数"),
        ["value_at_risk"] = ("Value at risk", "在险价值"), ["conditional_value_at_risk"] = ("Expected shortfall", "预期亏损"), ["skewness"] = ("Skewness", "偏度"), ["kurtosis"] = ("Kurtosis", "峰度"),
        ["probabilistic_sharpe"] = ("Sharpe above zero", "夏普显著性"), ["annual_turnover"] = ("Turnover a year", "年换手"), ["excess_max_drawdown_peak"] = ("Excess drawdown from", "超额回撤起点"),
        ["excess_max_drawdown_trough"] = ("Excess drawdown to", "超额回撤谷底"), ["excess_max_drawdown_recovery"] = ("Excess recovered", "超额回撤修复"),
        ["effect"] = ("Effect", "效应"), ["bucket"] = ("When", "时段"), ["in_periods"] = ("Periods, first", "前半期数"), ["in_mean"] = ("Mean, first", "前半均值"), ["in_t"] = ("t, first", "前半 t"),
        ["out_periods"] = ("Periods, second", "后半期数"), ["out_mean"] = ("Mean, second", "后半均值"), ["out_t"] = ("t, second", "后半 t"), ["persists"] = ("In both", "前后一致"),
        ["weekday"] = ("Weekday", "星期"), ["iso_week"] = ("ISO week", "周"), ["quarter"] = ("Quarter", "季度"), ["1 Monday"] = ("Monday", "周一"), ["2 Tuesday"] = ("Tuesday", "周二"), ["3 Wednesday"] = ("Wednesday", "周三"), ["4 Thursday"] = ("Thursday", "周四"),
        ["5 Friday"] = ("Friday", "周五"), ["1 last day before"] = ("Last day before", "节前一日"), ["2 first day after"] = ("First day after", "节后首日"), ["3 other"] = ("Other", "其他"),
        ["1 last and first three"] = ("Last and first three days", "末日及前三日"), ["2 other"] = ("Other", "其他"), ["yes"] = ("yes", "是"), ["no"] = ("no", "否"), ["closure"] = ("Market closure", "休市前后"), ["turn_of_month"] = ("Turn of the month", "月末月初"),
        ["group"] = ("Group", "分组"), ["portfolio_weight"] = ("Portfolio", "组合权重"), ["benchmark_weight"] = ("Benchmark", "基准权重"), ["allocation"] = ("Allocation", "配置"), ["selection"] = ("Selection", "选股"),
        ["interaction"] = ("Interaction", "交互"), ["total"] = ("Total", "合计"), ["factor"] = ("Factor", "因子"), ["exposure"] = ("Exposure, mean", "平均暴露"), ["exposure_std"] = ("Exposure, deviation", "暴露波动"),
        ["contribution"] = ("Contribution", "贡献"), ["t"] = ("t", "t 值"), ["specific"] = ("Specific", "特质"), ["money"] = ("Money", "规模"), ["participation"] = ("Participation", "参与率"),
        ["annual_impact"] = ("Impact a year", "年冲击成本"), ["net_excess"] = ("Net excess", "净超额"),
        ["RetrainAlert"] = ("Train anew", "需重新训练"), ["CalibrationAlert"] = ("Calibration", "校准漂移"), ["CoverageAlert"] = ("Coverage", "覆盖不足"), ["InputShiftAlert"] = ("Input shift", "输入漂移"), ["subject"] = ("Subject", "对象"), ["text"] = ("Text", "内容"), ["unclassified"] = ("Unclassified", "未分类"),
        ["country"] = ("Country", "国家"), ["size"] = ("Size", "市值"), ["momentum"] = ("Momentum", "动量"), ["residual_volatility"] = ("Residual volatility", "残差波动"), ["non_linear_size"] = ("Non-linear size", "非线性市值"),
        ["book_to_price"] = ("Book to price", "账面市值比"), ["liquidity"] = ("Liquidity", "流动性"), ["earnings_yield"] = ("Earnings yield", "盈利收益率"), ["growth"] = ("Growth", "成长"), ["leverage"] = ("Leverage", "杠杆"),

        // folds
        ["train_from"] = ("Trained from", "训练起"), ["train_to"] = ("Trained to", "训练止"), ["cut"] = ("Cut", "截止"), ["predict_from"] = ("Scores from", "预测起"),
        ["predict_to"] = ("Scores to", "预测止"), ["train_days"] = ("Days", "训练天数"), ["samples"] = ("Samples", "样本数"), ["in_sample_ic"] = ("IC in", "样本内 IC"),
        ["in_sample_rank_ic"] = ("RankIC in", "样本内"), ["oos_ic"] = ("IC out", "样本外 IC"), ["oos_rank_ic"] = ("RankIC out", "样本外"), ["oos_days"] = ("Days out", "样本外天数"),

        // reasons for which orders stay open
        ["Suspended"] = ("Suspended", "停牌"), ["NotListed"] = ("Not listed", "未上市或已退市"), ["AtUpperLimit"] = ("At the upper limit", "涨停"),
        ["AtLowerLimit"] = ("At the lower limit", "跌停"), ["NotSellable"] = ("Not sellable yet", "T+1 不可卖"), ["Participation"] = ("Share of volume", "成交量占比上限"),
        ["Cash"] = ("Cash", "资金不足"), ["BelowSmallestOrder"] = ("Below the smallest order", "不足一手"),
        ["LimitNotReached"] = ("Limit not reached", "未达限价"), ["order"] = ("Order", "委托号"),

        // what happens to holdings
        ["DividendEarned"] = ("Dividend, ex-date", "除息"), ["DividendPaid"] = ("Dividend paid", "红利到账"), ["SharesReceived"] = ("Shares received", "送转股"), ["RightsSubscribed"] = ("Rights taken up", "配股认购"),
        ["RightsLapsed"] = ("Rights lapsed", "配股放弃"), ["Delisted"] = ("Delisted", "退市"), ["Merged"] = ("Merged", "换股合并"), ["MissingActionCredited"] = ("Gap credited", "缺口计入现金"),
        ["MissingActionIgnored"] = ("Gap not credited", "缺口未计入"), ["ReferencePriceDiffers"] = ("Reference price differs", "参考价不符"),
        ["Buy"] = ("Buy", "买入"), ["Sell"] = ("Sell", "卖出"),

        // words inside sentences: clocks, prices, schedules, policies
        ["Open"] = ("Open", "开盘价"), ["Close"] = ("Close", "收盘价"), ["Evening"] = ("Evening", "晚间"), ["Announced"] = ("Announced", "公告"), ["NextMorning"] = ("NextMorning", "次日开盘前"),
        ["Vwap"] = ("Vwap", "当日均价"), ["Twap"] = ("Twap", "时间均价"), ["daily"] = ("daily", "每日"), ["weekly"] = ("weekly", "每周"), ["quarterly"] = ("quarterly", "每季"), ["once"] = ("once", "一次性"), ["none"] = ("none", "无"),
        ["ReinvestAsCash"] = ("ReinvestAsCash", "计入现金"), ["Ignore"] = ("Ignore", "不计入"), ["Error"] = ("Error", "错误"), ["Reject"] = ("Reject", "拒绝"), ["Rejection"] = ("Rejection", "拒绝"), ["Warning"] = ("Warning", "警告"), ["Note"] = ("Note", "提示"), ["never"] = ("never", "从未"),

        // tables
        ["events"] = ("Corporate actions", "公司行动"), ["rejections"] = ("Orders not filled", "未成交委托"), ["metrics"] = ("Measures", "指标"),
        ["yearly"] = ("Years", "年度"), ["monthly"] = ("Months", "月度"), ["import_files"] = ("Files imported", "导入文件"), ["import_rules"] = ("Validation", "校验"),
        ["import_findings"] = ("Validation findings", "校验明细"), ["folds"] = ("Folds", "滚动训练"), ["summary"] = ("Summary", "汇总"), ["coverage"] = ("Coverage", "覆盖"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Shenwan industries, as groups and as factors of a risk model.
    private static readonly FrozenDictionary<string, (string English, string Chinese)> Industries = Industry.All
        .SelectMany(i => new[] { KeyValuePair.Create(i.Name, (i.Name, i.Chinese)), KeyValuePair.Create($"industry:{i.Name}", (i.Name, i.Chinese)) })
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words for a name where it is known.</summary>
    public static bool TryOf(string name, out (string English, string Chinese) words) => Known.TryGetValue(name, out words) || Industries.TryGetValue(name, out words);

    /// <summary>The words for what stands in a cell; what is not known is a name and stays as it is.</summary>
    public static (string English, string Chinese) OfCell(string text) => TryOf(text, out (string English, string Chinese) words) || Phrases.Chinese(text) is not null ? Of(text) : (text, "");

    /// <summary>The words for a name; an unknown name with its underscores turned into spaces.</summary>
    public static (string English, string Chinese) Of(string name) =>
        Known.TryGetValue(name, out (string English, string Chinese) words) || Industries.TryGetValue(name, out words) ? words
        : Phrases.Chinese(name) is { } phrase ? (name, phrase)
        : (name.Length == 0 ? name : string.Concat(char.ToUpperInvariant(name[0]).ToString(), name.AsSpan(1)).Replace('_', ' '), "");
}
