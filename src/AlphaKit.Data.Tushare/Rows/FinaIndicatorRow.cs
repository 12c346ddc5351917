// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Financial ratios (财务指标): a row of <c>fina_indicator</c>, in the vendor's units; missing values are null.</summary>
public sealed record FinaIndicatorRow : ITushareRow<FinaIndicatorRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("fina_indicator");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>ann_date</c>: announcement date.</summary>
    public DateOnly? AnnDate { get; init; }
    /// <summary><c>end_date</c>: end of the period.</summary>
    public DateOnly EndDate { get; init; }
    /// <summary><c>eps</c>, in CNY.</summary>
    public double? Eps { get; init; }
    /// <summary><c>dt_eps</c>, in CNY.</summary>
    public double? DtEps { get; init; }
    /// <summary><c>total_revenue_ps</c>, in CNY.</summary>
    public double? TotalRevenuePs { get; init; }
    /// <summary><c>revenue_ps</c>, in CNY.</summary>
    public double? RevenuePs { get; init; }
    /// <summary><c>capital_rese_ps</c>, in CNY.</summary>
    public double? CapitalResePs { get; init; }
    /// <summary><c>surplus_rese_ps</c>, in CNY.</summary>
    public double? SurplusResePs { get; init; }
    /// <summary><c>undist_profit_ps</c>, in CNY.</summary>
    public double? UndistProfitPs { get; init; }
    /// <summary><c>extra_item</c>, in CNY.</summary>
    public double? ExtraItem { get; init; }
    /// <summary><c>profit_dedt</c>, in CNY.</summary>
    public double? ProfitDedt { get; init; }
    /// <summary><c>gross_margin</c>: gross profit: an amount, not a ratio, in CNY.</summary>
    public double? GrossMargin { get; init; }
    /// <summary><c>current_ratio</c>.</summary>
    public double? CurrentRatio { get; init; }
    /// <summary><c>quick_ratio</c>.</summary>
    public double? QuickRatio { get; init; }
    /// <summary><c>cash_ratio</c>.</summary>
    public double? CashRatio { get; init; }
    /// <summary><c>invturn_days</c>, in days.</summary>
    public double? InvturnDays { get; init; }
    /// <summary><c>arturn_days</c>, in days.</summary>
    public double? ArturnDays { get; init; }
    /// <summary><c>inv_turn</c>.</summary>
    public double? InvTurn { get; init; }
    /// <summary><c>ar_turn</c>.</summary>
    public double? ArTurn { get; init; }
    /// <summary><c>ca_turn</c>.</summary>
    public double? CaTurn { get; init; }
    /// <summary><c>fa_turn</c>.</summary>
    public double? FaTurn { get; init; }
    /// <summary><c>assets_turn</c>.</summary>
    public double? AssetsTurn { get; init; }
    /// <summary><c>op_income</c>, in CNY.</summary>
    public double? OpIncome { get; init; }
    /// <summary><c>valuechange_income</c>, in CNY.</summary>
    public double? ValuechangeIncome { get; init; }
    /// <summary><c>interst_income</c>, in CNY.</summary>
    public double? InterstIncome { get; init; }
    /// <summary><c>daa</c>, in CNY.</summary>
    public double? Daa { get; init; }
    /// <summary><c>ebit</c>, in CNY.</summary>
    public double? Ebit { get; init; }
    /// <summary><c>ebitda</c>, in CNY.</summary>
    public double? Ebitda { get; init; }
    /// <summary><c>fcff</c>, in CNY.</summary>
    public double? Fcff { get; init; }
    /// <summary><c>fcfe</c>, in CNY.</summary>
    public double? Fcfe { get; init; }
    /// <summary><c>current_exint</c>, in CNY.</summary>
    public double? CurrentExint { get; init; }
    /// <summary><c>noncurrent_exint</c>, in CNY.</summary>
    public double? NoncurrentExint { get; init; }
    /// <summary><c>interestdebt</c>, in CNY.</summary>
    public double? Interestdebt { get; init; }
    /// <summary><c>netdebt</c>, in CNY.</summary>
    public double? Netdebt { get; init; }
    /// <summary><c>tangible_asset</c>, in CNY.</summary>
    public double? TangibleAsset { get; init; }
    /// <summary><c>working_capital</c>, in CNY.</summary>
    public double? WorkingCapital { get; init; }
    /// <summary><c>networking_capital</c>, in CNY.</summary>
    public double? NetworkingCapital { get; init; }
    /// <summary><c>invest_capital</c>, in CNY.</summary>
    public double? InvestCapital { get; init; }
    /// <summary><c>retained_earnings</c>, in CNY.</summary>
    public double? RetainedEarnings { get; init; }
    /// <summary><c>diluted2_eps</c>, in CNY.</summary>
    public double? Diluted2Eps { get; init; }
    /// <summary><c>bps</c>, in CNY.</summary>
    public double? Bps { get; init; }
    /// <summary><c>ocfps</c>, in CNY.</summary>
    public double? Ocfps { get; init; }
    /// <summary><c>retainedps</c>, in CNY.</summary>
    public double? Retainedps { get; init; }
    /// <summary><c>cfps</c>, in CNY.</summary>
    public double? Cfps { get; init; }
    /// <summary><c>ebit_ps</c>, in CNY.</summary>
    public double? EbitPs { get; init; }
    /// <summary><c>fcff_ps</c>, in CNY.</summary>
    public double? FcffPs { get; init; }
    /// <summary><c>fcfe_ps</c>, in CNY.</summary>
    public double? FcfePs { get; init; }
    /// <summary><c>netprofit_margin</c>, in %.</summary>
    public double? NetprofitMargin { get; init; }
    /// <summary><c>grossprofit_margin</c>, in %.</summary>
    public double? GrossprofitMargin { get; init; }
    /// <summary><c>cogs_of_sales</c>, in %.</summary>
    public double? CogsOfSales { get; init; }
    /// <summary><c>expense_of_sales</c>, in %.</summary>
    public double? ExpenseOfSales { get; init; }
    /// <summary><c>profit_to_gr</c>, in %.</summary>
    public double? ProfitToGr { get; init; }
    /// <summary><c>saleexp_to_gr</c>, in %.</summary>
    public double? SaleexpToGr { get; init; }
    /// <summary><c>adminexp_of_gr</c>, in %.</summary>
    public double? AdminexpOfGr { get; init; }
    /// <summary><c>finaexp_of_gr</c>, in %.</summary>
    public double? FinaexpOfGr { get; init; }
    /// <summary><c>impai_ttm</c>, in %.</summary>
    public double? ImpaiTtm { get; init; }
    /// <summary><c>gc_of_gr</c>, in %.</summary>
    public double? GcOfGr { get; init; }
    /// <summary><c>op_of_gr</c>, in %.</summary>
    public double? OpOfGr { get; init; }
    /// <summary><c>ebit_of_gr</c>, in %.</summary>
    public double? EbitOfGr { get; init; }
    /// <summary><c>roe</c>: return on equity, diluted, in %.</summary>
    public double? Roe { get; init; }
    /// <summary><c>roe_waa</c>: return on equity, weighted, in %.</summary>
    public double? RoeWaa { get; init; }
    /// <summary><c>roe_dt</c>, in %.</summary>
    public double? RoeDt { get; init; }
    /// <summary><c>roa</c>, in %.</summary>
    public double? Roa { get; init; }
    /// <summary><c>npta</c>, in %.</summary>
    public double? Npta { get; init; }
    /// <summary><c>roic</c>, in %.</summary>
    public double? Roic { get; init; }
    /// <summary><c>roe_yearly</c>, in %.</summary>
    public double? RoeYearly { get; init; }
    /// <summary><c>roa2_yearly</c>, in %.</summary>
    public double? Roa2Yearly { get; init; }
    /// <summary><c>roe_avg</c>, in %.</summary>
    public double? RoeAvg { get; init; }
    /// <summary><c>opincome_of_ebt</c>, in %.</summary>
    public double? OpincomeOfEbt { get; init; }
    /// <summary><c>investincome_of_ebt</c>, in %.</summary>
    public double? InvestincomeOfEbt { get; init; }
    /// <summary><c>n_op_profit_of_ebt</c>, in %.</summary>
    public double? NOpProfitOfEbt { get; init; }
    /// <summary><c>tax_to_ebt</c>, in %.</summary>
    public double? TaxToEbt { get; init; }
    /// <summary><c>dtprofit_to_profit</c>, in %.</summary>
    public double? DtprofitToProfit { get; init; }
    /// <summary><c>salescash_to_or</c>, in %.</summary>
    public double? SalescashToOr { get; init; }
    /// <summary><c>ocf_to_or</c>, in %.</summary>
    public double? OcfToOr { get; init; }
    /// <summary><c>ocf_to_opincome</c>, in %.</summary>
    public double? OcfToOpincome { get; init; }
    /// <summary><c>capitalized_to_da</c>, in %.</summary>
    public double? CapitalizedToDa { get; init; }
    /// <summary><c>debt_to_assets</c>, in %.</summary>
    public double? DebtToAssets { get; init; }
    /// <summary><c>assets_to_eqt</c>.</summary>
    public double? AssetsToEqt { get; init; }
    /// <summary><c>dp_assets_to_eqt</c>.</summary>
    public double? DpAssetsToEqt { get; init; }
    /// <summary><c>ca_to_assets</c>, in %.</summary>
    public double? CaToAssets { get; init; }
    /// <summary><c>nca_to_assets</c>, in %.</summary>
    public double? NcaToAssets { get; init; }
    /// <summary><c>tbassets_to_totalassets</c>, in %.</summary>
    public double? TbassetsToTotalassets { get; init; }
    /// <summary><c>int_to_talcap</c>, in %.</summary>
    public double? IntToTalcap { get; init; }
    /// <summary><c>eqt_to_talcapital</c>, in %.</summary>
    public double? EqtToTalcapital { get; init; }
    /// <summary><c>currentdebt_to_debt</c>, in %.</summary>
    public double? CurrentdebtToDebt { get; init; }
    /// <summary><c>longdeb_to_debt</c>, in %.</summary>
    public double? LongdebToDebt { get; init; }
    /// <summary><c>ocf_to_shortdebt</c>.</summary>
    public double? OcfToShortdebt { get; init; }
    /// <summary><c>debt_to_eqt</c>.</summary>
    public double? DebtToEqt { get; init; }
    /// <summary><c>eqt_to_debt</c>.</summary>
    public double? EqtToDebt { get; init; }
    /// <summary><c>eqt_to_interestdebt</c>.</summary>
    public double? EqtToInterestdebt { get; init; }
    /// <summary><c>tangibleasset_to_debt</c>.</summary>
    public double? TangibleassetToDebt { get; init; }
    /// <summary><c>tangasset_to_intdebt</c>.</summary>
    public double? TangassetToIntdebt { get; init; }
    /// <summary><c>tangibleasset_to_netdebt</c>.</summary>
    public double? TangibleassetToNetdebt { get; init; }
    /// <summary><c>ocf_to_debt</c>.</summary>
    public double? OcfToDebt { get; init; }
    /// <summary><c>ocf_to_interestdebt</c>.</summary>
    public double? OcfToInterestdebt { get; init; }
    /// <summary><c>ocf_to_netdebt</c>.</summary>
    public double? OcfToNetdebt { get; init; }
    /// <summary><c>ebit_to_interest</c>.</summary>
    public double? EbitToInterest { get; init; }
    /// <summary><c>longdebt_to_workingcapital</c>.</summary>
    public double? LongdebtToWorkingcapital { get; init; }
    /// <summary><c>ebitda_to_debt</c>.</summary>
    public double? EbitdaToDebt { get; init; }
    /// <summary><c>turn_days</c>, in days.</summary>
    public double? TurnDays { get; init; }
    /// <summary><c>roa_yearly</c>, in %.</summary>
    public double? RoaYearly { get; init; }
    /// <summary><c>roa_dp</c>, in %.</summary>
    public double? RoaDp { get; init; }
    /// <summary><c>fixed_assets</c>, in CNY.</summary>
    public double? FixedAssets { get; init; }
    /// <summary><c>profit_prefin_exp</c>, in CNY.</summary>
    public double? ProfitPrefinExp { get; init; }
    /// <summary><c>non_op_profit</c>, in CNY.</summary>
    public double? NonOpProfit { get; init; }
    /// <summary><c>op_to_ebt</c>, in %.</summary>
    public double? OpToEbt { get; init; }
    /// <summary><c>nop_to_ebt</c>, in %.</summary>
    public double? NopToEbt { get; init; }
    /// <summary><c>ocf_to_profit</c>, in %.</summary>
    public double? OcfToProfit { get; init; }
    /// <summary><c>cash_to_liqdebt</c>.</summary>
    public double? CashToLiqdebt { get; init; }
    /// <summary><c>cash_to_liqdebt_withinterest</c>.</summary>
    public double? CashToLiqdebtWithinterest { get; init; }
    /// <summary><c>op_to_liqdebt</c>.</summary>
    public double? OpToLiqdebt { get; init; }
    /// <summary><c>op_to_debt</c>.</summary>
    public double? OpToDebt { get; init; }
    /// <summary><c>roic_yearly</c>, in %.</summary>
    public double? RoicYearly { get; init; }
    /// <summary><c>total_fa_trun</c>.</summary>
    public double? TotalFaTrun { get; init; }
    /// <summary><c>profit_to_op</c>, in %.</summary>
    public double? ProfitToOp { get; init; }
    /// <summary><c>q_opincome</c>, in CNY.</summary>
    public double? QOpincome { get; init; }
    /// <summary><c>q_investincome</c>, in CNY.</summary>
    public double? QInvestincome { get; init; }
    /// <summary><c>q_dtprofit</c>, in CNY.</summary>
    public double? QDtprofit { get; init; }
    /// <summary><c>q_eps</c>, in CNY.</summary>
    public double? QEps { get; init; }
    /// <summary><c>q_netprofit_margin</c>, in %.</summary>
    public double? QNetprofitMargin { get; init; }
    /// <summary><c>q_gsprofit_margin</c>, in %.</summary>
    public double? QGsprofitMargin { get; init; }
    /// <summary><c>q_exp_to_sales</c>, in %.</summary>
    public double? QExpToSales { get; init; }
    /// <summary><c>q_profit_to_gr</c>, in %.</summary>
    public double? QProfitToGr { get; init; }
    /// <summary><c>q_saleexp_to_gr</c>, in %.</summary>
    public double? QSaleexpToGr { get; init; }
    /// <summary><c>q_adminexp_to_gr</c>, in %.</summary>
    public double? QAdminexpToGr { get; init; }
    /// <summary><c>q_finaexp_to_gr</c>, in %.</summary>
    public double? QFinaexpToGr { get; init; }
    /// <summary><c>q_impair_to_gr_ttm</c>, in %.</summary>
    public double? QImpairToGrTtm { get; init; }
    /// <summary><c>q_gc_to_gr</c>, in %.</summary>
    public double? QGcToGr { get; init; }
    /// <summary><c>q_op_to_gr</c>, in %.</summary>
    public double? QOpToGr { get; init; }
    /// <summary><c>q_roe</c>, in %.</summary>
    public double? QRoe { get; init; }
    /// <summary><c>q_dt_roe</c>, in %.</summary>
    public double? QDtRoe { get; init; }
    /// <summary><c>q_npta</c>, in %.</summary>
    public double? QNpta { get; init; }
    /// <summary><c>q_opincome_to_ebt</c>, in %.</summary>
    public double? QOpincomeToEbt { get; init; }
    /// <summary><c>q_investincome_to_ebt</c>, in %.</summary>
    public double? QInvestincomeToEbt { get; init; }
    /// <summary><c>q_dtprofit_to_profit</c>, in %.</summary>
    public double? QDtprofitToProfit { get; init; }
    /// <summary><c>q_salescash_to_or</c>, in %.</summary>
    public double? QSalescashToOr { get; init; }
    /// <summary><c>q_ocf_to_sales</c>, in %.</summary>
    public double? QOcfToSales { get; init; }
    /// <summary><c>q_ocf_to_or</c>, in %.</summary>
    public double? QOcfToOr { get; init; }
    /// <summary><c>basic_eps_yoy</c>, in %.</summary>
    public double? BasicEpsYoy { get; init; }
    /// <summary><c>dt_eps_yoy</c>, in %.</summary>
    public double? DtEpsYoy { get; init; }
    /// <summary><c>cfps_yoy</c>, in %.</summary>
    public double? CfpsYoy { get; init; }
    /// <summary><c>op_yoy</c>, in %.</summary>
    public double? OpYoy { get; init; }
    /// <summary><c>ebt_yoy</c>, in %.</summary>
    public double? EbtYoy { get; init; }
    /// <summary><c>netprofit_yoy</c>, in %.</summary>
    public double? NetprofitYoy { get; init; }
    /// <summary><c>dt_netprofit_yoy</c>, in %.</summary>
    public double? DtNetprofitYoy { get; init; }
    /// <summary><c>ocf_yoy</c>, in %.</summary>
    public double? OcfYoy { get; init; }
    /// <summary><c>roe_yoy</c>, in %.</summary>
    public double? RoeYoy { get; init; }
    /// <summary><c>bps_yoy</c>, in %.</summary>
    public double? BpsYoy { get; init; }
    /// <summary><c>assets_yoy</c>, in %.</summary>
    public double? AssetsYoy { get; init; }
    /// <summary><c>eqt_yoy</c>, in %.</summary>
    public double? EqtYoy { get; init; }
    /// <summary><c>tr_yoy</c>, in %.</summary>
    public double? TrYoy { get; init; }
    /// <summary><c>or_yoy</c>, in %.</summary>
    public double? OrYoy { get; init; }
    /// <summary><c>q_gr_yoy</c>, in %.</summary>
    public double? QGrYoy { get; init; }
    /// <summary><c>q_gr_qoq</c>, in %.</summary>
    public double? QGrQoq { get; init; }
    /// <summary><c>q_sales_yoy</c>, in %.</summary>
    public double? QSalesYoy { get; init; }
    /// <summary><c>q_sales_qoq</c>, in %.</summary>
    public double? QSalesQoq { get; init; }
    /// <summary><c>q_op_yoy</c>, in %.</summary>
    public double? QOpYoy { get; init; }
    /// <summary><c>q_op_qoq</c>, in %.</summary>
    public double? QOpQoq { get; init; }
    /// <summary><c>q_profit_yoy</c>, in %.</summary>
    public double? QProfitYoy { get; init; }
    /// <summary><c>q_profit_qoq</c>, in %.</summary>
    public double? QProfitQoq { get; init; }
    /// <summary><c>q_netprofit_yoy</c>, in %.</summary>
    public double? QNetprofitYoy { get; init; }
    /// <summary><c>q_netprofit_qoq</c>, in %.</summary>
    public double? QNetprofitQoq { get; init; }
    /// <summary><c>equity_yoy</c>, in %.</summary>
    public double? EquityYoy { get; init; }
    /// <summary><c>rd_exp</c>, in CNY.</summary>
    public double? RdExp { get; init; }
    /// <summary><c>update_flag</c>: 1 = corrected, 0 = as first published.</summary>
    public string UpdateFlag { get; init; } = "";

    /// <inheritdoc/>
    static FinaIndicatorRow ITushareRow<FinaIndicatorRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), AnnDate = batch.DateAt(1, row), EndDate = batch.Columns[2].Dates[row], Eps = batch.NumberAt(3, row),
        DtEps = batch.NumberAt(4, row), TotalRevenuePs = batch.NumberAt(5, row), RevenuePs = batch.NumberAt(6, row), CapitalResePs = batch.NumberAt(7, row),
        SurplusResePs = batch.NumberAt(8, row), UndistProfitPs = batch.NumberAt(9, row), ExtraItem = batch.NumberAt(10, row),
        ProfitDedt = batch.NumberAt(11, row), GrossMargin = batch.NumberAt(12, row), CurrentRatio = batch.NumberAt(13, row),
        QuickRatio = batch.NumberAt(14, row), CashRatio = batch.NumberAt(15, row), InvturnDays = batch.NumberAt(16, row), ArturnDays = batch.NumberAt(17, row),
        InvTurn = batch.NumberAt(18, row), ArTurn = batch.NumberAt(19, row), CaTurn = batch.NumberAt(20, row), FaTurn = batch.NumberAt(21, row),
        AssetsTurn = batch.NumberAt(22, row), OpIncome = batch.NumberAt(23, row), ValuechangeIncome = batch.NumberAt(24, row),
        InterstIncome = batch.NumberAt(25, row), Daa = batch.NumberAt(26, row), Ebit = batch.NumberAt(27, row), Ebitda = batch.NumberAt(28, row),
        Fcff = batch.NumberAt(29, row), Fcfe = batch.NumberAt(30, row), CurrentExint = batch.NumberAt(31, row), NoncurrentExint = batch.NumberAt(32, row),
        Interestdebt = batch.NumberAt(33, row), Netdebt = batch.NumberAt(34, row), TangibleAsset = batch.NumberAt(35, row),
        WorkingCapital = batch.NumberAt(36, row), NetworkingCapital = batch.NumberAt(37, row), InvestCapital = batch.NumberAt(38, row),
        RetainedEarnings = batch.NumberAt(39, row), Diluted2Eps = batch.NumberAt(40, row), Bps = batch.NumberAt(41, row), Ocfps = batch.NumberAt(42, row),
        Retainedps = batch.NumberAt(43, row), Cfps = batch.NumberAt(44, row), EbitPs = batch.NumberAt(45, row), FcffPs = batch.NumberAt(46, row),
        FcfePs = batch.NumberAt(47, row), NetprofitMargin = batch.NumberAt(48, row), GrossprofitMargin = batch.NumberAt(49, row),
        CogsOfSales = batch.NumberAt(50, row), ExpenseOfSales = batch.NumberAt(51, row), ProfitToGr = batch.NumberAt(52, row),
        SaleexpToGr = batch.NumberAt(53, row), AdminexpOfGr = batch.NumberAt(54, row), FinaexpOfGr = batch.NumberAt(55, row),
        ImpaiTtm = batch.NumberAt(56, row), GcOfGr = batch.NumberAt(57, row), OpOfGr = batch.NumberAt(58, row), EbitOfGr = batch.NumberAt(59, row),
        Roe = batch.NumberAt(60, row), RoeWaa = batch.NumberAt(61, row), RoeDt = batch.NumberAt(62, row), Roa = batch.NumberAt(63, row),
        Npta = batch.NumberAt(64, row), Roic = batch.NumberAt(65, row), RoeYearly = batch.NumberAt(66, row), Roa2Yearly = batch.NumberAt(67, row),
        RoeAvg = batch.NumberAt(68, row), OpincomeOfEbt = batch.NumberAt(69, row), InvestincomeOfEbt = batch.NumberAt(70, row),
        NOpProfitOfEbt = batch.NumberAt(71, row), TaxToEbt = batch.NumberAt(72, row), DtprofitToProfit = batch.NumberAt(73, row),
        SalescashToOr = batch.NumberAt(74, row), OcfToOr = batch.NumberAt(75, row), OcfToOpincome = batch.NumberAt(76, row),
        CapitalizedToDa = batch.NumberAt(77, row), DebtToAssets = batch.NumberAt(78, row), AssetsToEqt = batch.NumberAt(79, row),
        DpAssetsToEqt = batch.NumberAt(80, row), CaToAssets = batch.NumberAt(81, row), NcaToAssets = batch.NumberAt(82, row),
        TbassetsToTotalassets = batch.NumberAt(83, row), IntToTalcap = batch.NumberAt(84, row), EqtToTalcapital = batch.NumberAt(85, row),
        CurrentdebtToDebt = batch.NumberAt(86, row), LongdebToDebt = batch.NumberAt(87, row), OcfToShortdebt = batch.NumberAt(88, row),
        DebtToEqt = batch.NumberAt(89, row), EqtToDebt = batch.NumberAt(90, row), EqtToInterestdebt = batch.NumberAt(91, row),
        TangibleassetToDebt = batch.NumberAt(92, row), TangassetToIntdebt = batch.NumberAt(93, row), TangibleassetToNetdebt = batch.NumberAt(94, row),
        OcfToDebt = batch.NumberAt(95, row), OcfToInterestdebt = batch.NumberAt(96, row), OcfToNetdebt = batch.NumberAt(97, row),
        EbitToInterest = batch.NumberAt(98, row), LongdebtToWorkingcapital = batch.NumberAt(99, row), EbitdaToDebt = batch.NumberAt(100, row),
        TurnDays = batch.NumberAt(101, row), RoaYearly = batch.NumberAt(102, row), RoaDp = batch.NumberAt(103, row), FixedAssets = batch.NumberAt(104, row),
        ProfitPrefinExp = batch.NumberAt(105, row), NonOpProfit = batch.NumberAt(106, row), OpToEbt = batch.NumberAt(107, row),
        NopToEbt = batch.NumberAt(108, row), OcfToProfit = batch.NumberAt(109, row), CashToLiqdebt = batch.NumberAt(110, row),
        CashToLiqdebtWithinterest = batch.NumberAt(111, row), OpToLiqdebt = batch.NumberAt(112, row), OpToDebt = batch.NumberAt(113, row),
        RoicYearly = batch.NumberAt(114, row), TotalFaTrun = batch.NumberAt(115, row), ProfitToOp = batch.NumberAt(116, row),
        QOpincome = batch.NumberAt(117, row), QInvestincome = batch.NumberAt(118, row), QDtprofit = batch.NumberAt(119, row), QEps = batch.NumberAt(120, row),
        QNetprofitMargin = batch.NumberAt(121, row), QGsprofitMargin = batch.NumberAt(122, row), QExpToSales = batch.NumberAt(123, row),
        QProfitToGr = batch.NumberAt(124, row), QSaleexpToGr = batch.NumberAt(125, row), QAdminexpToGr = batch.NumberAt(126, row),
        QFinaexpToGr = batch.NumberAt(127, row), QImpairToGrTtm = batch.NumberAt(128, row), QGcToGr = batch.NumberAt(129, row),
        QOpToGr = batch.NumberAt(130, row), QRoe = batch.NumberAt(131, row), QDtRoe = batch.NumberAt(132, row), QNpta = batch.NumberAt(133, row),
        QOpincomeToEbt = batch.NumberAt(134, row), QInvestincomeToEbt = batch.NumberAt(135, row), QDtprofitToProfit = batch.NumberAt(136, row),
        QSalescashToOr = batch.NumberAt(137, row), QOcfToSales = batch.NumberAt(138, row), QOcfToOr = batch.NumberAt(139, row),
        BasicEpsYoy = batch.NumberAt(140, row), DtEpsYoy = batch.NumberAt(141, row), CfpsYoy = batch.NumberAt(142, row), OpYoy = batch.NumberAt(143, row),
        EbtYoy = batch.NumberAt(144, row), NetprofitYoy = batch.NumberAt(145, row), DtNetprofitYoy = batch.NumberAt(146, row),
        OcfYoy = batch.NumberAt(147, row), RoeYoy = batch.NumberAt(148, row), BpsYoy = batch.NumberAt(149, row), AssetsYoy = batch.NumberAt(150, row),
        EqtYoy = batch.NumberAt(151, row), TrYoy = batch.NumberAt(152, row), OrYoy = batch.NumberAt(153, row), QGrYoy = batch.NumberAt(154, row),
        QGrQoq = batch.NumberAt(155, row), QSalesYoy = batch.NumberAt(156, row), QSalesQoq = batch.NumberAt(157, row), QOpYoy = batch.NumberAt(158, row),
        QOpQoq = batch.NumberAt(159, row), QProfitYoy = batch.NumberAt(160, row), QProfitQoq = batch.NumberAt(161, row),
        QNetprofitYoy = batch.NumberAt(162, row), QNetprofitQoq = batch.NumberAt(163, row), EquityYoy = batch.NumberAt(164, row),
        RdExp = batch.NumberAt(165, row), UpdateFlag = batch.Columns[166].Texts[row],
    };
}
