// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Income statements, cumulative over the year (利润表): a row of <c>income</c>, in the vendor's units; missing values are null.</summary>
public sealed record IncomeRow : ITushareRow<IncomeRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("income");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>ann_date</c>: announcement date.</summary>
    public DateOnly? AnnDate { get; init; }
    /// <summary><c>f_ann_date</c>: date on which this version was announced.</summary>
    public DateOnly? FAnnDate { get; init; }
    /// <summary><c>end_date</c>: end of the period.</summary>
    public DateOnly EndDate { get; init; }
    /// <summary><c>report_type</c>: 1 consolidated, 4 and 5 its restated and original versions, 2 and 3 single quarter, 6 to 12 parent company.</summary>
    public string ReportType { get; init; } = "";
    /// <summary><c>comp_type</c>: 1 industrial, 2 bank, 3 insurer, 4 broker.</summary>
    public string? CompType { get; init; }
    /// <summary><c>end_type</c>.</summary>
    public string? EndType { get; init; }
    /// <summary><c>basic_eps</c>, in CNY.</summary>
    public double? BasicEps { get; init; }
    /// <summary><c>diluted_eps</c>, in CNY.</summary>
    public double? DilutedEps { get; init; }
    /// <summary><c>total_revenue</c>: total operating revenue, in CNY.</summary>
    public double? TotalRevenue { get; init; }
    /// <summary><c>revenue</c>: operating revenue, in CNY.</summary>
    public double? Revenue { get; init; }
    /// <summary><c>int_income</c>, in CNY.</summary>
    public double? IntIncome { get; init; }
    /// <summary><c>prem_earned</c>, in CNY.</summary>
    public double? PremEarned { get; init; }
    /// <summary><c>comm_income</c>, in CNY.</summary>
    public double? CommIncome { get; init; }
    /// <summary><c>n_commis_income</c>, in CNY.</summary>
    public double? NCommisIncome { get; init; }
    /// <summary><c>n_oth_income</c>, in CNY.</summary>
    public double? NOthIncome { get; init; }
    /// <summary><c>n_oth_b_income</c>, in CNY.</summary>
    public double? NOthBIncome { get; init; }
    /// <summary><c>prem_income</c>, in CNY.</summary>
    public double? PremIncome { get; init; }
    /// <summary><c>out_prem</c>, in CNY.</summary>
    public double? OutPrem { get; init; }
    /// <summary><c>une_prem_reser</c>, in CNY.</summary>
    public double? UnePremReser { get; init; }
    /// <summary><c>reins_income</c>, in CNY.</summary>
    public double? ReinsIncome { get; init; }
    /// <summary><c>n_sec_tb_income</c>, in CNY.</summary>
    public double? NSecTbIncome { get; init; }
    /// <summary><c>n_sec_uw_income</c>, in CNY.</summary>
    public double? NSecUwIncome { get; init; }
    /// <summary><c>n_asset_mg_income</c>, in CNY.</summary>
    public double? NAssetMgIncome { get; init; }
    /// <summary><c>oth_b_income</c>, in CNY.</summary>
    public double? OthBIncome { get; init; }
    /// <summary><c>fv_value_chg_gain</c>, in CNY.</summary>
    public double? FvValueChgGain { get; init; }
    /// <summary><c>invest_income</c>, in CNY.</summary>
    public double? InvestIncome { get; init; }
    /// <summary><c>ass_invest_income</c>, in CNY.</summary>
    public double? AssInvestIncome { get; init; }
    /// <summary><c>forex_gain</c>, in CNY.</summary>
    public double? ForexGain { get; init; }
    /// <summary><c>total_cogs</c>, in CNY.</summary>
    public double? TotalCogs { get; init; }
    /// <summary><c>oper_cost</c>, in CNY.</summary>
    public double? OperCost { get; init; }
    /// <summary><c>int_exp</c>, in CNY.</summary>
    public double? IntExp { get; init; }
    /// <summary><c>comm_exp</c>, in CNY.</summary>
    public double? CommExp { get; init; }
    /// <summary><c>biz_tax_surchg</c>, in CNY.</summary>
    public double? BizTaxSurchg { get; init; }
    /// <summary><c>sell_exp</c>, in CNY.</summary>
    public double? SellExp { get; init; }
    /// <summary><c>admin_exp</c>, in CNY.</summary>
    public double? AdminExp { get; init; }
    /// <summary><c>fin_exp</c>, in CNY.</summary>
    public double? FinExp { get; init; }
    /// <summary><c>assets_impair_loss</c>, in CNY.</summary>
    public double? AssetsImpairLoss { get; init; }
    /// <summary><c>prem_refund</c>, in CNY.</summary>
    public double? PremRefund { get; init; }
    /// <summary><c>compens_payout</c>, in CNY.</summary>
    public double? CompensPayout { get; init; }
    /// <summary><c>reser_insur_liab</c>, in CNY.</summary>
    public double? ReserInsurLiab { get; init; }
    /// <summary><c>div_payt</c>, in CNY.</summary>
    public double? DivPayt { get; init; }
    /// <summary><c>reins_exp</c>, in CNY.</summary>
    public double? ReinsExp { get; init; }
    /// <summary><c>oper_exp</c>, in CNY.</summary>
    public double? OperExp { get; init; }
    /// <summary><c>compens_payout_refu</c>, in CNY.</summary>
    public double? CompensPayoutRefu { get; init; }
    /// <summary><c>insur_reser_refu</c>, in CNY.</summary>
    public double? InsurReserRefu { get; init; }
    /// <summary><c>reins_cost_refund</c>, in CNY.</summary>
    public double? ReinsCostRefund { get; init; }
    /// <summary><c>other_bus_cost</c>, in CNY.</summary>
    public double? OtherBusCost { get; init; }
    /// <summary><c>operate_profit</c>, in CNY.</summary>
    public double? OperateProfit { get; init; }
    /// <summary><c>non_oper_income</c>, in CNY.</summary>
    public double? NonOperIncome { get; init; }
    /// <summary><c>non_oper_exp</c>, in CNY.</summary>
    public double? NonOperExp { get; init; }
    /// <summary><c>nca_disploss</c>, in CNY.</summary>
    public double? NcaDisploss { get; init; }
    /// <summary><c>total_profit</c>, in CNY.</summary>
    public double? TotalProfit { get; init; }
    /// <summary><c>income_tax</c>, in CNY.</summary>
    public double? IncomeTax { get; init; }
    /// <summary><c>n_income</c>: net profit including minorities, in CNY.</summary>
    public double? NIncome { get; init; }
    /// <summary><c>n_income_attr_p</c>: net profit of the parent's shareholders (归母净利润), in CNY.</summary>
    public double? NIncomeAttrP { get; init; }
    /// <summary><c>minority_gain</c>, in CNY.</summary>
    public double? MinorityGain { get; init; }
    /// <summary><c>oth_compr_income</c>, in CNY.</summary>
    public double? OthComprIncome { get; init; }
    /// <summary><c>t_compr_income</c>, in CNY.</summary>
    public double? TComprIncome { get; init; }
    /// <summary><c>compr_inc_attr_p</c>, in CNY.</summary>
    public double? ComprIncAttrP { get; init; }
    /// <summary><c>compr_inc_attr_m_s</c>, in CNY.</summary>
    public double? ComprIncAttrMS { get; init; }
    /// <summary><c>ebit</c>, in CNY.</summary>
    public double? Ebit { get; init; }
    /// <summary><c>ebitda</c>, in CNY.</summary>
    public double? Ebitda { get; init; }
    /// <summary><c>insurance_exp</c>, in CNY.</summary>
    public double? InsuranceExp { get; init; }
    /// <summary><c>undist_profit</c>, in CNY.</summary>
    public double? UndistProfit { get; init; }
    /// <summary><c>distable_profit</c>, in CNY.</summary>
    public double? DistableProfit { get; init; }
    /// <summary><c>rd_exp</c>, in CNY.</summary>
    public double? RdExp { get; init; }
    /// <summary><c>fin_exp_int_exp</c>, in CNY.</summary>
    public double? FinExpIntExp { get; init; }
    /// <summary><c>fin_exp_int_inc</c>, in CNY.</summary>
    public double? FinExpIntInc { get; init; }
    /// <summary><c>transfer_surplus_rese</c>, in CNY.</summary>
    public double? TransferSurplusRese { get; init; }
    /// <summary><c>transfer_housing_imprest</c>, in CNY.</summary>
    public double? TransferHousingImprest { get; init; }
    /// <summary><c>transfer_oth</c>, in CNY.</summary>
    public double? TransferOth { get; init; }
    /// <summary><c>adj_lossgain</c>, in CNY.</summary>
    public double? AdjLossgain { get; init; }
    /// <summary><c>withdra_legal_surplus</c>, in CNY.</summary>
    public double? WithdraLegalSurplus { get; init; }
    /// <summary><c>withdra_legal_pubfund</c>, in CNY.</summary>
    public double? WithdraLegalPubfund { get; init; }
    /// <summary><c>withdra_biz_devfund</c>, in CNY.</summary>
    public double? WithdraBizDevfund { get; init; }
    /// <summary><c>withdra_rese_fund</c>, in CNY.</summary>
    public double? WithdraReseFund { get; init; }
    /// <summary><c>withdra_oth_ersu</c>, in CNY.</summary>
    public double? WithdraOthErsu { get; init; }
    /// <summary><c>workers_welfare</c>, in CNY.</summary>
    public double? WorkersWelfare { get; init; }
    /// <summary><c>distr_profit_shrhder</c>, in CNY.</summary>
    public double? DistrProfitShrhder { get; init; }
    /// <summary><c>prfshare_payable_dvd</c>, in CNY.</summary>
    public double? PrfsharePayableDvd { get; init; }
    /// <summary><c>comshare_payable_dvd</c>, in CNY.</summary>
    public double? ComsharePayableDvd { get; init; }
    /// <summary><c>capit_comstock_div</c>, in CNY.</summary>
    public double? CapitComstockDiv { get; init; }
    /// <summary><c>net_after_nr_lp_correct</c>, in CNY.</summary>
    public double? NetAfterNrLpCorrect { get; init; }
    /// <summary><c>credit_impa_loss</c>, in CNY.</summary>
    public double? CreditImpaLoss { get; init; }
    /// <summary><c>net_expo_hedging_benefits</c>, in CNY.</summary>
    public double? NetExpoHedgingBenefits { get; init; }
    /// <summary><c>oth_impair_loss_assets</c>, in CNY.</summary>
    public double? OthImpairLossAssets { get; init; }
    /// <summary><c>total_opcost</c>, in CNY.</summary>
    public double? TotalOpcost { get; init; }
    /// <summary><c>amodcost_fin_assets</c>, in CNY.</summary>
    public double? AmodcostFinAssets { get; init; }
    /// <summary><c>oth_income</c>, in CNY.</summary>
    public double? OthIncome { get; init; }
    /// <summary><c>asset_disp_income</c>, in CNY.</summary>
    public double? AssetDispIncome { get; init; }
    /// <summary><c>continued_net_profit</c>, in CNY.</summary>
    public double? ContinuedNetProfit { get; init; }
    /// <summary><c>end_net_profit</c>, in CNY.</summary>
    public double? EndNetProfit { get; init; }
    /// <summary><c>update_flag</c>: 1 = corrected, 0 = as first published.</summary>
    public string UpdateFlag { get; init; } = "";

    /// <inheritdoc/>
    static IncomeRow ITushareRow<IncomeRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), AnnDate = batch.DateAt(1, row), FAnnDate = batch.DateAt(2, row), EndDate = batch.Columns[3].Dates[row],
        ReportType = batch.Columns[4].Texts[row], CompType = batch.TextAt(5, row), EndType = batch.TextAt(6, row), BasicEps = batch.NumberAt(7, row),
        DilutedEps = batch.NumberAt(8, row), TotalRevenue = batch.NumberAt(9, row), Revenue = batch.NumberAt(10, row), IntIncome = batch.NumberAt(11, row),
        PremEarned = batch.NumberAt(12, row), CommIncome = batch.NumberAt(13, row), NCommisIncome = batch.NumberAt(14, row),
        NOthIncome = batch.NumberAt(15, row), NOthBIncome = batch.NumberAt(16, row), PremIncome = batch.NumberAt(17, row), OutPrem = batch.NumberAt(18, row),
        UnePremReser = batch.NumberAt(19, row), ReinsIncome = batch.NumberAt(20, row), NSecTbIncome = batch.NumberAt(21, row),
        NSecUwIncome = batch.NumberAt(22, row), NAssetMgIncome = batch.NumberAt(23, row), OthBIncome = batch.NumberAt(24, row),
        FvValueChgGain = batch.NumberAt(25, row), InvestIncome = batch.NumberAt(26, row), AssInvestIncome = batch.NumberAt(27, row),
        ForexGain = batch.NumberAt(28, row), TotalCogs = batch.NumberAt(29, row), OperCost = batch.NumberAt(30, row), IntExp = batch.NumberAt(31, row),
        CommExp = batch.NumberAt(32, row), BizTaxSurchg = batch.NumberAt(33, row), SellExp = batch.NumberAt(34, row), AdminExp = batch.NumberAt(35, row),
        FinExp = batch.NumberAt(36, row), AssetsImpairLoss = batch.NumberAt(37, row), PremRefund = batch.NumberAt(38, row),
        CompensPayout = batch.NumberAt(39, row), ReserInsurLiab = batch.NumberAt(40, row), DivPayt = batch.NumberAt(41, row),
        ReinsExp = batch.NumberAt(42, row), OperExp = batch.NumberAt(43, row), CompensPayoutRefu = batch.NumberAt(44, row),
        InsurReserRefu = batch.NumberAt(45, row), ReinsCostRefund = batch.NumberAt(46, row), OtherBusCost = batch.NumberAt(47, row),
        OperateProfit = batch.NumberAt(48, row), NonOperIncome = batch.NumberAt(49, row), NonOperExp = batch.NumberAt(50, row),
        NcaDisploss = batch.NumberAt(51, row), TotalProfit = batch.NumberAt(52, row), IncomeTax = batch.NumberAt(53, row), NIncome = batch.NumberAt(54, row),
        NIncomeAttrP = batch.NumberAt(55, row), MinorityGain = batch.NumberAt(56, row), OthComprIncome = batch.NumberAt(57, row),
        TComprIncome = batch.NumberAt(58, row), ComprIncAttrP = batch.NumberAt(59, row), ComprIncAttrMS = batch.NumberAt(60, row),
        Ebit = batch.NumberAt(61, row), Ebitda = batch.NumberAt(62, row), InsuranceExp = batch.NumberAt(63, row), UndistProfit = batch.NumberAt(64, row),
        DistableProfit = batch.NumberAt(65, row), RdExp = batch.NumberAt(66, row), FinExpIntExp = batch.NumberAt(67, row),
        FinExpIntInc = batch.NumberAt(68, row), TransferSurplusRese = batch.NumberAt(69, row), TransferHousingImprest = batch.NumberAt(70, row),
        TransferOth = batch.NumberAt(71, row), AdjLossgain = batch.NumberAt(72, row), WithdraLegalSurplus = batch.NumberAt(73, row),
        WithdraLegalPubfund = batch.NumberAt(74, row), WithdraBizDevfund = batch.NumberAt(75, row), WithdraReseFund = batch.NumberAt(76, row),
        WithdraOthErsu = batch.NumberAt(77, row), WorkersWelfare = batch.NumberAt(78, row), DistrProfitShrhder = batch.NumberAt(79, row),
        PrfsharePayableDvd = batch.NumberAt(80, row), ComsharePayableDvd = batch.NumberAt(81, row), CapitComstockDiv = batch.NumberAt(82, row),
        NetAfterNrLpCorrect = batch.NumberAt(83, row), CreditImpaLoss = batch.NumberAt(84, row), NetExpoHedgingBenefits = batch.NumberAt(85, row),
        OthImpairLossAssets = batch.NumberAt(86, row), TotalOpcost = batch.NumberAt(87, row), AmodcostFinAssets = batch.NumberAt(88, row),
        OthIncome = batch.NumberAt(89, row), AssetDispIncome = batch.NumberAt(90, row), ContinuedNetProfit = batch.NumberAt(91, row),
        EndNetProfit = batch.NumberAt(92, row), UpdateFlag = batch.Columns[93].Texts[row],
    };
}
