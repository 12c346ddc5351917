// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Cash flow statements, cumulative over the year (现金流量表): a row of <c>cashflow</c>, in the vendor's units; missing values are null.</summary>
public sealed record CashflowRow : ITushareRow<CashflowRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("cashflow");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>ann_date</c>: announcement date.</summary>
    public DateOnly? AnnDate { get; init; }
    /// <summary><c>f_ann_date</c>: date on which this version was announced.</summary>
    public DateOnly? FAnnDate { get; init; }
    /// <summary><c>end_date</c>: end of the period.</summary>
    public DateOnly EndDate { get; init; }
    /// <summary><c>comp_type</c>: 1 industrial, 2 bank, 3 insurer, 4 broker.</summary>
    public string? CompType { get; init; }
    /// <summary><c>report_type</c>: 1 consolidated, 4 and 5 its restated and original versions, 2 and 3 single quarter, 6 to 12 parent company.</summary>
    public string ReportType { get; init; } = "";
    /// <summary><c>end_type</c>.</summary>
    public string? EndType { get; init; }
    /// <summary><c>net_profit</c>, in CNY.</summary>
    public double? NetProfit { get; init; }
    /// <summary><c>finan_exp</c>, in CNY.</summary>
    public double? FinanExp { get; init; }
    /// <summary><c>c_fr_sale_sg</c>, in CNY.</summary>
    public double? CFrSaleSg { get; init; }
    /// <summary><c>recp_tax_rends</c>, in CNY.</summary>
    public double? RecpTaxRends { get; init; }
    /// <summary><c>n_depos_incr_fi</c>, in CNY.</summary>
    public double? NDeposIncrFi { get; init; }
    /// <summary><c>n_incr_loans_cb</c>, in CNY.</summary>
    public double? NIncrLoansCb { get; init; }
    /// <summary><c>n_inc_borr_oth_fi</c>, in CNY.</summary>
    public double? NIncBorrOthFi { get; init; }
    /// <summary><c>prem_fr_orig_contr</c>, in CNY.</summary>
    public double? PremFrOrigContr { get; init; }
    /// <summary><c>n_incr_insured_dep</c>, in CNY.</summary>
    public double? NIncrInsuredDep { get; init; }
    /// <summary><c>n_reinsur_prem</c>, in CNY.</summary>
    public double? NReinsurPrem { get; init; }
    /// <summary><c>n_incr_disp_tfa</c>, in CNY.</summary>
    public double? NIncrDispTfa { get; init; }
    /// <summary><c>ifc_cash_incr</c>, in CNY.</summary>
    public double? IfcCashIncr { get; init; }
    /// <summary><c>n_incr_disp_faas</c>, in CNY.</summary>
    public double? NIncrDispFaas { get; init; }
    /// <summary><c>n_incr_loans_oth_bank</c>, in CNY.</summary>
    public double? NIncrLoansOthBank { get; init; }
    /// <summary><c>n_cap_incr_repur</c>, in CNY.</summary>
    public double? NCapIncrRepur { get; init; }
    /// <summary><c>c_fr_oth_operate_a</c>, in CNY.</summary>
    public double? CFrOthOperateA { get; init; }
    /// <summary><c>c_inf_fr_operate_a</c>, in CNY.</summary>
    public double? CInfFrOperateA { get; init; }
    /// <summary><c>c_paid_goods_s</c>, in CNY.</summary>
    public double? CPaidGoodsS { get; init; }
    /// <summary><c>c_paid_to_for_empl</c>, in CNY.</summary>
    public double? CPaidToForEmpl { get; init; }
    /// <summary><c>c_paid_for_taxes</c>, in CNY.</summary>
    public double? CPaidForTaxes { get; init; }
    /// <summary><c>n_incr_clt_loan_adv</c>, in CNY.</summary>
    public double? NIncrCltLoanAdv { get; init; }
    /// <summary><c>n_incr_dep_cbob</c>, in CNY.</summary>
    public double? NIncrDepCbob { get; init; }
    /// <summary><c>c_pay_claims_orig_inco</c>, in CNY.</summary>
    public double? CPayClaimsOrigInco { get; init; }
    /// <summary><c>pay_handling_chrg</c>, in CNY.</summary>
    public double? PayHandlingChrg { get; init; }
    /// <summary><c>pay_comm_insur_plcy</c>, in CNY.</summary>
    public double? PayCommInsurPlcy { get; init; }
    /// <summary><c>oth_cash_pay_oper_act</c>, in CNY.</summary>
    public double? OthCashPayOperAct { get; init; }
    /// <summary><c>st_cash_out_act</c>, in CNY.</summary>
    public double? StCashOutAct { get; init; }
    /// <summary><c>n_cashflow_act</c>: net operating cash flow, in CNY.</summary>
    public double? NCashflowAct { get; init; }
    /// <summary><c>oth_recp_ral_inv_act</c>, in CNY.</summary>
    public double? OthRecpRalInvAct { get; init; }
    /// <summary><c>c_disp_withdrwl_invest</c>, in CNY.</summary>
    public double? CDispWithdrwlInvest { get; init; }
    /// <summary><c>c_recp_return_invest</c>, in CNY.</summary>
    public double? CRecpReturnInvest { get; init; }
    /// <summary><c>n_recp_disp_fiolta</c>, in CNY.</summary>
    public double? NRecpDispFiolta { get; init; }
    /// <summary><c>n_recp_disp_sobu</c>, in CNY.</summary>
    public double? NRecpDispSobu { get; init; }
    /// <summary><c>stot_inflows_inv_act</c>, in CNY.</summary>
    public double? StotInflowsInvAct { get; init; }
    /// <summary><c>c_pay_acq_const_fiolta</c>: capital expenditure, in CNY.</summary>
    public double? CPayAcqConstFiolta { get; init; }
    /// <summary><c>c_paid_invest</c>, in CNY.</summary>
    public double? CPaidInvest { get; init; }
    /// <summary><c>n_disp_subs_oth_biz</c>, in CNY.</summary>
    public double? NDispSubsOthBiz { get; init; }
    /// <summary><c>oth_pay_ral_inv_act</c>, in CNY.</summary>
    public double? OthPayRalInvAct { get; init; }
    /// <summary><c>n_incr_pledge_loan</c>, in CNY.</summary>
    public double? NIncrPledgeLoan { get; init; }
    /// <summary><c>stot_out_inv_act</c>, in CNY.</summary>
    public double? StotOutInvAct { get; init; }
    /// <summary><c>n_cashflow_inv_act</c>, in CNY.</summary>
    public double? NCashflowInvAct { get; init; }
    /// <summary><c>c_recp_borrow</c>, in CNY.</summary>
    public double? CRecpBorrow { get; init; }
    /// <summary><c>proc_issue_bonds</c>, in CNY.</summary>
    public double? ProcIssueBonds { get; init; }
    /// <summary><c>oth_cash_recp_ral_fnc_act</c>, in CNY.</summary>
    public double? OthCashRecpRalFncAct { get; init; }
    /// <summary><c>stot_cash_in_fnc_act</c>, in CNY.</summary>
    public double? StotCashInFncAct { get; init; }
    /// <summary><c>free_cashflow</c>, in CNY.</summary>
    public double? FreeCashflow { get; init; }
    /// <summary><c>c_prepay_amt_borr</c>, in CNY.</summary>
    public double? CPrepayAmtBorr { get; init; }
    /// <summary><c>c_pay_dist_dpcp_int_exp</c>, in CNY.</summary>
    public double? CPayDistDpcpIntExp { get; init; }
    /// <summary><c>incl_dvd_profit_paid_sc_ms</c>, in CNY.</summary>
    public double? InclDvdProfitPaidScMs { get; init; }
    /// <summary><c>oth_cashpay_ral_fnc_act</c>, in CNY.</summary>
    public double? OthCashpayRalFncAct { get; init; }
    /// <summary><c>stot_cashout_fnc_act</c>, in CNY.</summary>
    public double? StotCashoutFncAct { get; init; }
    /// <summary><c>n_cash_flows_fnc_act</c>, in CNY.</summary>
    public double? NCashFlowsFncAct { get; init; }
    /// <summary><c>eff_fx_flu_cash</c>, in CNY.</summary>
    public double? EffFxFluCash { get; init; }
    /// <summary><c>n_incr_cash_cash_equ</c>, in CNY.</summary>
    public double? NIncrCashCashEqu { get; init; }
    /// <summary><c>c_cash_equ_beg_period</c>, in CNY.</summary>
    public double? CCashEquBegPeriod { get; init; }
    /// <summary><c>c_cash_equ_end_period</c>, in CNY.</summary>
    public double? CCashEquEndPeriod { get; init; }
    /// <summary><c>c_recp_cap_contrib</c>, in CNY.</summary>
    public double? CRecpCapContrib { get; init; }
    /// <summary><c>incl_cash_rec_saims</c>, in CNY.</summary>
    public double? InclCashRecSaims { get; init; }
    /// <summary><c>uncon_invest_loss</c>, in CNY.</summary>
    public double? UnconInvestLoss { get; init; }
    /// <summary><c>prov_depr_assets</c>, in CNY.</summary>
    public double? ProvDeprAssets { get; init; }
    /// <summary><c>depr_fa_coga_dpba</c>, in CNY.</summary>
    public double? DeprFaCogaDpba { get; init; }
    /// <summary><c>amort_intang_assets</c>, in CNY.</summary>
    public double? AmortIntangAssets { get; init; }
    /// <summary><c>lt_amort_deferred_exp</c>, in CNY.</summary>
    public double? LtAmortDeferredExp { get; init; }
    /// <summary><c>decr_deferred_exp</c>, in CNY.</summary>
    public double? DecrDeferredExp { get; init; }
    /// <summary><c>incr_acc_exp</c>, in CNY.</summary>
    public double? IncrAccExp { get; init; }
    /// <summary><c>loss_disp_fiolta</c>, in CNY.</summary>
    public double? LossDispFiolta { get; init; }
    /// <summary><c>loss_scr_fa</c>, in CNY.</summary>
    public double? LossScrFa { get; init; }
    /// <summary><c>loss_fv_chg</c>, in CNY.</summary>
    public double? LossFvChg { get; init; }
    /// <summary><c>invest_loss</c>, in CNY.</summary>
    public double? InvestLoss { get; init; }
    /// <summary><c>decr_def_inc_tax_assets</c>, in CNY.</summary>
    public double? DecrDefIncTaxAssets { get; init; }
    /// <summary><c>incr_def_inc_tax_liab</c>, in CNY.</summary>
    public double? IncrDefIncTaxLiab { get; init; }
    /// <summary><c>decr_inventories</c>, in CNY.</summary>
    public double? DecrInventories { get; init; }
    /// <summary><c>decr_oper_payable</c>, in CNY.</summary>
    public double? DecrOperPayable { get; init; }
    /// <summary><c>incr_oper_payable</c>, in CNY.</summary>
    public double? IncrOperPayable { get; init; }
    /// <summary><c>others</c>, in CNY.</summary>
    public double? Others { get; init; }
    /// <summary><c>im_net_cashflow_oper_act</c>, in CNY.</summary>
    public double? ImNetCashflowOperAct { get; init; }
    /// <summary><c>conv_debt_into_cap</c>, in CNY.</summary>
    public double? ConvDebtIntoCap { get; init; }
    /// <summary><c>conv_copbonds_due_within_1y</c>, in CNY.</summary>
    public double? ConvCopbondsDueWithin1y { get; init; }
    /// <summary><c>fa_fnc_leases</c>, in CNY.</summary>
    public double? FaFncLeases { get; init; }
    /// <summary><c>im_n_incr_cash_equ</c>, in CNY.</summary>
    public double? ImNIncrCashEqu { get; init; }
    /// <summary><c>net_dism_capital_add</c>, in CNY.</summary>
    public double? NetDismCapitalAdd { get; init; }
    /// <summary><c>net_cash_rece_sec</c>, in CNY.</summary>
    public double? NetCashReceSec { get; init; }
    /// <summary><c>credit_impa_loss</c>, in CNY.</summary>
    public double? CreditImpaLoss { get; init; }
    /// <summary><c>use_right_asset_dep</c>, in CNY.</summary>
    public double? UseRightAssetDep { get; init; }
    /// <summary><c>oth_loss_asset</c>, in CNY.</summary>
    public double? OthLossAsset { get; init; }
    /// <summary><c>end_bal_cash</c>, in CNY.</summary>
    public double? EndBalCash { get; init; }
    /// <summary><c>beg_bal_cash</c>, in CNY.</summary>
    public double? BegBalCash { get; init; }
    /// <summary><c>end_bal_cash_equ</c>, in CNY.</summary>
    public double? EndBalCashEqu { get; init; }
    /// <summary><c>beg_bal_cash_equ</c>, in CNY.</summary>
    public double? BegBalCashEqu { get; init; }
    /// <summary><c>update_flag</c>: 1 = corrected, 0 = as first published.</summary>
    public string UpdateFlag { get; init; } = "";

    /// <inheritdoc/>
    static CashflowRow ITushareRow<CashflowRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), AnnDate = batch.DateAt(1, row), FAnnDate = batch.DateAt(2, row), EndDate = batch.Columns[3].Dates[row],
        CompType = batch.TextAt(4, row), ReportType = batch.Columns[5].Texts[row], EndType = batch.TextAt(6, row), NetProfit = batch.NumberAt(7, row),
        FinanExp = batch.NumberAt(8, row), CFrSaleSg = batch.NumberAt(9, row), RecpTaxRends = batch.NumberAt(10, row), NDeposIncrFi = batch.NumberAt(11, row),
        NIncrLoansCb = batch.NumberAt(12, row), NIncBorrOthFi = batch.NumberAt(13, row), PremFrOrigContr = batch.NumberAt(14, row),
        NIncrInsuredDep = batch.NumberAt(15, row), NReinsurPrem = batch.NumberAt(16, row), NIncrDispTfa = batch.NumberAt(17, row),
        IfcCashIncr = batch.NumberAt(18, row), NIncrDispFaas = batch.NumberAt(19, row), NIncrLoansOthBank = batch.NumberAt(20, row),
        NCapIncrRepur = batch.NumberAt(21, row), CFrOthOperateA = batch.NumberAt(22, row), CInfFrOperateA = batch.NumberAt(23, row),
        CPaidGoodsS = batch.NumberAt(24, row), CPaidToForEmpl = batch.NumberAt(25, row), CPaidForTaxes = batch.NumberAt(26, row),
        NIncrCltLoanAdv = batch.NumberAt(27, row), NIncrDepCbob = batch.NumberAt(28, row), CPayClaimsOrigInco = batch.NumberAt(29, row),
        PayHandlingChrg = batch.NumberAt(30, row), PayCommInsurPlcy = batch.NumberAt(31, row), OthCashPayOperAct = batch.NumberAt(32, row),
        StCashOutAct = batch.NumberAt(33, row), NCashflowAct = batch.NumberAt(34, row), OthRecpRalInvAct = batch.NumberAt(35, row),
        CDispWithdrwlInvest = batch.NumberAt(36, row), CRecpReturnInvest = batch.NumberAt(37, row), NRecpDispFiolta = batch.NumberAt(38, row),
        NRecpDispSobu = batch.NumberAt(39, row), StotInflowsInvAct = batch.NumberAt(40, row), CPayAcqConstFiolta = batch.NumberAt(41, row),
        CPaidInvest = batch.NumberAt(42, row), NDispSubsOthBiz = batch.NumberAt(43, row), OthPayRalInvAct = batch.NumberAt(44, row),
        NIncrPledgeLoan = batch.NumberAt(45, row), StotOutInvAct = batch.NumberAt(46, row), NCashflowInvAct = batch.NumberAt(47, row),
        CRecpBorrow = batch.NumberAt(48, row), ProcIssueBonds = batch.NumberAt(49, row), OthCashRecpRalFncAct = batch.NumberAt(50, row),
        StotCashInFncAct = batch.NumberAt(51, row), FreeCashflow = batch.NumberAt(52, row), CPrepayAmtBorr = batch.NumberAt(53, row),
        CPayDistDpcpIntExp = batch.NumberAt(54, row), InclDvdProfitPaidScMs = batch.NumberAt(55, row), OthCashpayRalFncAct = batch.NumberAt(56, row),
        StotCashoutFncAct = batch.NumberAt(57, row), NCashFlowsFncAct = batch.NumberAt(58, row), EffFxFluCash = batch.NumberAt(59, row),
        NIncrCashCashEqu = batch.NumberAt(60, row), CCashEquBegPeriod = batch.NumberAt(61, row), CCashEquEndPeriod = batch.NumberAt(62, row),
        CRecpCapContrib = batch.NumberAt(63, row), InclCashRecSaims = batch.NumberAt(64, row), UnconInvestLoss = batch.NumberAt(65, row),
        ProvDeprAssets = batch.NumberAt(66, row), DeprFaCogaDpba = batch.NumberAt(67, row), AmortIntangAssets = batch.NumberAt(68, row),
        LtAmortDeferredExp = batch.NumberAt(69, row), DecrDeferredExp = batch.NumberAt(70, row), IncrAccExp = batch.NumberAt(71, row),
        LossDispFiolta = batch.NumberAt(72, row), LossScrFa = batch.NumberAt(73, row), LossFvChg = batch.NumberAt(74, row),
        InvestLoss = batch.NumberAt(75, row), DecrDefIncTaxAssets = batch.NumberAt(76, row), IncrDefIncTaxLiab = batch.NumberAt(77, row),
        DecrInventories = batch.NumberAt(78, row), DecrOperPayable = batch.NumberAt(79, row), IncrOperPayable = batch.NumberAt(80, row),
        Others = batch.NumberAt(81, row), ImNetCashflowOperAct = batch.NumberAt(82, row), ConvDebtIntoCap = batch.NumberAt(83, row),
        ConvCopbondsDueWithin1y = batch.NumberAt(84, row), FaFncLeases = batch.NumberAt(85, row), ImNIncrCashEqu = batch.NumberAt(86, row),
        NetDismCapitalAdd = batch.NumberAt(87, row), NetCashReceSec = batch.NumberAt(88, row), CreditImpaLoss = batch.NumberAt(89, row),
        UseRightAssetDep = batch.NumberAt(90, row), OthLossAsset = batch.NumberAt(91, row), EndBalCash = batch.NumberAt(92, row),
        BegBalCash = batch.NumberAt(93, row), EndBalCashEqu = batch.NumberAt(94, row), BegBalCashEqu = batch.NumberAt(95, row),
        UpdateFlag = batch.Columns[96].Texts[row],
    };
}
