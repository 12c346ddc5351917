// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Balance sheets (资产负债表): a row of <c>balancesheet</c>, in the vendor's units; missing values are null.</summary>
public sealed record BalancesheetRow : ITushareRow<BalancesheetRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("balancesheet");

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
    /// <summary><c>total_share</c>: total shares, in shares.</summary>
    public double? TotalShare { get; init; }
    /// <summary><c>cap_rese</c>, in CNY.</summary>
    public double? CapRese { get; init; }
    /// <summary><c>undistr_porfit</c>, in CNY.</summary>
    public double? UndistrPorfit { get; init; }
    /// <summary><c>surplus_rese</c>, in CNY.</summary>
    public double? SurplusRese { get; init; }
    /// <summary><c>special_rese</c>, in CNY.</summary>
    public double? SpecialRese { get; init; }
    /// <summary><c>money_cap</c>, in CNY.</summary>
    public double? MoneyCap { get; init; }
    /// <summary><c>trad_asset</c>, in CNY.</summary>
    public double? TradAsset { get; init; }
    /// <summary><c>notes_receiv</c>, in CNY.</summary>
    public double? NotesReceiv { get; init; }
    /// <summary><c>accounts_receiv</c>, in CNY.</summary>
    public double? AccountsReceiv { get; init; }
    /// <summary><c>oth_receiv</c>, in CNY.</summary>
    public double? OthReceiv { get; init; }
    /// <summary><c>prepayment</c>, in CNY.</summary>
    public double? Prepayment { get; init; }
    /// <summary><c>div_receiv</c>, in CNY.</summary>
    public double? DivReceiv { get; init; }
    /// <summary><c>int_receiv</c>, in CNY.</summary>
    public double? IntReceiv { get; init; }
    /// <summary><c>inventories</c>, in CNY.</summary>
    public double? Inventories { get; init; }
    /// <summary><c>amor_exp</c>, in CNY.</summary>
    public double? AmorExp { get; init; }
    /// <summary><c>nca_within_1y</c>, in CNY.</summary>
    public double? NcaWithin1y { get; init; }
    /// <summary><c>sett_rsrv</c>, in CNY.</summary>
    public double? SettRsrv { get; init; }
    /// <summary><c>loanto_oth_bank_fi</c>, in CNY.</summary>
    public double? LoantoOthBankFi { get; init; }
    /// <summary><c>premium_receiv</c>, in CNY.</summary>
    public double? PremiumReceiv { get; init; }
    /// <summary><c>reinsur_receiv</c>, in CNY.</summary>
    public double? ReinsurReceiv { get; init; }
    /// <summary><c>reinsur_res_receiv</c>, in CNY.</summary>
    public double? ReinsurResReceiv { get; init; }
    /// <summary><c>pur_resale_fa</c>, in CNY.</summary>
    public double? PurResaleFa { get; init; }
    /// <summary><c>oth_cur_assets</c>, in CNY.</summary>
    public double? OthCurAssets { get; init; }
    /// <summary><c>total_cur_assets</c>, in CNY.</summary>
    public double? TotalCurAssets { get; init; }
    /// <summary><c>fa_avail_for_sale</c>, in CNY.</summary>
    public double? FaAvailForSale { get; init; }
    /// <summary><c>htm_invest</c>, in CNY.</summary>
    public double? HtmInvest { get; init; }
    /// <summary><c>lt_eqt_invest</c>, in CNY.</summary>
    public double? LtEqtInvest { get; init; }
    /// <summary><c>invest_real_estate</c>, in CNY.</summary>
    public double? InvestRealEstate { get; init; }
    /// <summary><c>time_deposits</c>, in CNY.</summary>
    public double? TimeDeposits { get; init; }
    /// <summary><c>oth_assets</c>, in CNY.</summary>
    public double? OthAssets { get; init; }
    /// <summary><c>lt_rec</c>, in CNY.</summary>
    public double? LtRec { get; init; }
    /// <summary><c>fix_assets</c>, in CNY.</summary>
    public double? FixAssets { get; init; }
    /// <summary><c>cip</c>, in CNY.</summary>
    public double? Cip { get; init; }
    /// <summary><c>const_materials</c>, in CNY.</summary>
    public double? ConstMaterials { get; init; }
    /// <summary><c>fixed_assets_disp</c>, in CNY.</summary>
    public double? FixedAssetsDisp { get; init; }
    /// <summary><c>produc_bio_assets</c>, in CNY.</summary>
    public double? ProducBioAssets { get; init; }
    /// <summary><c>oil_and_gas_assets</c>, in CNY.</summary>
    public double? OilAndGasAssets { get; init; }
    /// <summary><c>intan_assets</c>, in CNY.</summary>
    public double? IntanAssets { get; init; }
    /// <summary><c>r_and_d</c>, in CNY.</summary>
    public double? RAndD { get; init; }
    /// <summary><c>goodwill</c>, in CNY.</summary>
    public double? Goodwill { get; init; }
    /// <summary><c>lt_amor_exp</c>, in CNY.</summary>
    public double? LtAmorExp { get; init; }
    /// <summary><c>defer_tax_assets</c>, in CNY.</summary>
    public double? DeferTaxAssets { get; init; }
    /// <summary><c>decr_in_disbur</c>, in CNY.</summary>
    public double? DecrInDisbur { get; init; }
    /// <summary><c>oth_nca</c>, in CNY.</summary>
    public double? OthNca { get; init; }
    /// <summary><c>total_nca</c>, in CNY.</summary>
    public double? TotalNca { get; init; }
    /// <summary><c>cash_reser_cb</c>, in CNY.</summary>
    public double? CashReserCb { get; init; }
    /// <summary><c>depos_in_oth_bfi</c>, in CNY.</summary>
    public double? DeposInOthBfi { get; init; }
    /// <summary><c>prec_metals</c>, in CNY.</summary>
    public double? PrecMetals { get; init; }
    /// <summary><c>deriv_assets</c>, in CNY.</summary>
    public double? DerivAssets { get; init; }
    /// <summary><c>rr_reins_une_prem</c>, in CNY.</summary>
    public double? RrReinsUnePrem { get; init; }
    /// <summary><c>rr_reins_outstd_cla</c>, in CNY.</summary>
    public double? RrReinsOutstdCla { get; init; }
    /// <summary><c>rr_reins_lins_liab</c>, in CNY.</summary>
    public double? RrReinsLinsLiab { get; init; }
    /// <summary><c>rr_reins_lthins_liab</c>, in CNY.</summary>
    public double? RrReinsLthinsLiab { get; init; }
    /// <summary><c>refund_depos</c>, in CNY.</summary>
    public double? RefundDepos { get; init; }
    /// <summary><c>ph_pledge_loans</c>, in CNY.</summary>
    public double? PhPledgeLoans { get; init; }
    /// <summary><c>refund_cap_depos</c>, in CNY.</summary>
    public double? RefundCapDepos { get; init; }
    /// <summary><c>indep_acct_assets</c>, in CNY.</summary>
    public double? IndepAcctAssets { get; init; }
    /// <summary><c>client_depos</c>, in CNY.</summary>
    public double? ClientDepos { get; init; }
    /// <summary><c>client_prov</c>, in CNY.</summary>
    public double? ClientProv { get; init; }
    /// <summary><c>transac_seat_fee</c>, in CNY.</summary>
    public double? TransacSeatFee { get; init; }
    /// <summary><c>invest_as_receiv</c>, in CNY.</summary>
    public double? InvestAsReceiv { get; init; }
    /// <summary><c>total_assets</c>: total assets, in CNY.</summary>
    public double? TotalAssets { get; init; }
    /// <summary><c>lt_borr</c>, in CNY.</summary>
    public double? LtBorr { get; init; }
    /// <summary><c>st_borr</c>, in CNY.</summary>
    public double? StBorr { get; init; }
    /// <summary><c>cb_borr</c>, in CNY.</summary>
    public double? CbBorr { get; init; }
    /// <summary><c>depos_ib_deposits</c>, in CNY.</summary>
    public double? DeposIbDeposits { get; init; }
    /// <summary><c>loan_oth_bank</c>, in CNY.</summary>
    public double? LoanOthBank { get; init; }
    /// <summary><c>trading_fl</c>, in CNY.</summary>
    public double? TradingFl { get; init; }
    /// <summary><c>notes_payable</c>, in CNY.</summary>
    public double? NotesPayable { get; init; }
    /// <summary><c>acct_payable</c>, in CNY.</summary>
    public double? AcctPayable { get; init; }
    /// <summary><c>adv_receipts</c>, in CNY.</summary>
    public double? AdvReceipts { get; init; }
    /// <summary><c>sold_for_repur_fa</c>, in CNY.</summary>
    public double? SoldForRepurFa { get; init; }
    /// <summary><c>comm_payable</c>, in CNY.</summary>
    public double? CommPayable { get; init; }
    /// <summary><c>payroll_payable</c>, in CNY.</summary>
    public double? PayrollPayable { get; init; }
    /// <summary><c>taxes_payable</c>, in CNY.</summary>
    public double? TaxesPayable { get; init; }
    /// <summary><c>int_payable</c>, in CNY.</summary>
    public double? IntPayable { get; init; }
    /// <summary><c>div_payable</c>, in CNY.</summary>
    public double? DivPayable { get; init; }
    /// <summary><c>oth_payable</c>, in CNY.</summary>
    public double? OthPayable { get; init; }
    /// <summary><c>acc_exp</c>, in CNY.</summary>
    public double? AccExp { get; init; }
    /// <summary><c>deferred_inc</c>, in CNY.</summary>
    public double? DeferredInc { get; init; }
    /// <summary><c>st_bonds_payable</c>, in CNY.</summary>
    public double? StBondsPayable { get; init; }
    /// <summary><c>payable_to_reinsurer</c>, in CNY.</summary>
    public double? PayableToReinsurer { get; init; }
    /// <summary><c>rsrv_insur_cont</c>, in CNY.</summary>
    public double? RsrvInsurCont { get; init; }
    /// <summary><c>acting_trading_sec</c>, in CNY.</summary>
    public double? ActingTradingSec { get; init; }
    /// <summary><c>acting_uw_sec</c>, in CNY.</summary>
    public double? ActingUwSec { get; init; }
    /// <summary><c>non_cur_liab_due_1y</c>, in CNY.</summary>
    public double? NonCurLiabDue1y { get; init; }
    /// <summary><c>oth_cur_liab</c>, in CNY.</summary>
    public double? OthCurLiab { get; init; }
    /// <summary><c>total_cur_liab</c>, in CNY.</summary>
    public double? TotalCurLiab { get; init; }
    /// <summary><c>bond_payable</c>, in CNY.</summary>
    public double? BondPayable { get; init; }
    /// <summary><c>lt_payable</c>, in CNY.</summary>
    public double? LtPayable { get; init; }
    /// <summary><c>specific_payables</c>, in CNY.</summary>
    public double? SpecificPayables { get; init; }
    /// <summary><c>estimated_liab</c>, in CNY.</summary>
    public double? EstimatedLiab { get; init; }
    /// <summary><c>defer_tax_liab</c>, in CNY.</summary>
    public double? DeferTaxLiab { get; init; }
    /// <summary><c>defer_inc_non_cur_liab</c>, in CNY.</summary>
    public double? DeferIncNonCurLiab { get; init; }
    /// <summary><c>oth_ncl</c>, in CNY.</summary>
    public double? OthNcl { get; init; }
    /// <summary><c>total_ncl</c>, in CNY.</summary>
    public double? TotalNcl { get; init; }
    /// <summary><c>depos_oth_bfi</c>, in CNY.</summary>
    public double? DeposOthBfi { get; init; }
    /// <summary><c>deriv_liab</c>, in CNY.</summary>
    public double? DerivLiab { get; init; }
    /// <summary><c>depos</c>, in CNY.</summary>
    public double? Depos { get; init; }
    /// <summary><c>agency_bus_liab</c>, in CNY.</summary>
    public double? AgencyBusLiab { get; init; }
    /// <summary><c>oth_liab</c>, in CNY.</summary>
    public double? OthLiab { get; init; }
    /// <summary><c>prem_receiv_adva</c>, in CNY.</summary>
    public double? PremReceivAdva { get; init; }
    /// <summary><c>depos_received</c>, in CNY.</summary>
    public double? DeposReceived { get; init; }
    /// <summary><c>ph_invest</c>, in CNY.</summary>
    public double? PhInvest { get; init; }
    /// <summary><c>reser_une_prem</c>, in CNY.</summary>
    public double? ReserUnePrem { get; init; }
    /// <summary><c>reser_outstd_claims</c>, in CNY.</summary>
    public double? ReserOutstdClaims { get; init; }
    /// <summary><c>reser_lins_liab</c>, in CNY.</summary>
    public double? ReserLinsLiab { get; init; }
    /// <summary><c>reser_lthins_liab</c>, in CNY.</summary>
    public double? ReserLthinsLiab { get; init; }
    /// <summary><c>indept_acc_liab</c>, in CNY.</summary>
    public double? IndeptAccLiab { get; init; }
    /// <summary><c>pledge_borr</c>, in CNY.</summary>
    public double? PledgeBorr { get; init; }
    /// <summary><c>indem_payable</c>, in CNY.</summary>
    public double? IndemPayable { get; init; }
    /// <summary><c>policy_div_payable</c>, in CNY.</summary>
    public double? PolicyDivPayable { get; init; }
    /// <summary><c>total_liab</c>: total liabilities, in CNY.</summary>
    public double? TotalLiab { get; init; }
    /// <summary><c>treasury_share</c>, in CNY.</summary>
    public double? TreasuryShare { get; init; }
    /// <summary><c>ordin_risk_reser</c>, in CNY.</summary>
    public double? OrdinRiskReser { get; init; }
    /// <summary><c>forex_differ</c>, in CNY.</summary>
    public double? ForexDiffer { get; init; }
    /// <summary><c>invest_loss_unconf</c>, in CNY.</summary>
    public double? InvestLossUnconf { get; init; }
    /// <summary><c>minority_int</c>, in CNY.</summary>
    public double? MinorityInt { get; init; }
    /// <summary><c>total_hldr_eqy_exc_min_int</c>: equity of the parent's shareholders, in CNY.</summary>
    public double? TotalHldrEqyExcMinInt { get; init; }
    /// <summary><c>total_hldr_eqy_inc_min_int</c>, in CNY.</summary>
    public double? TotalHldrEqyIncMinInt { get; init; }
    /// <summary><c>total_liab_hldr_eqy</c>, in CNY.</summary>
    public double? TotalLiabHldrEqy { get; init; }
    /// <summary><c>lt_payroll_payable</c>, in CNY.</summary>
    public double? LtPayrollPayable { get; init; }
    /// <summary><c>oth_comp_income</c>, in CNY.</summary>
    public double? OthCompIncome { get; init; }
    /// <summary><c>oth_eqt_tools</c>, in CNY.</summary>
    public double? OthEqtTools { get; init; }
    /// <summary><c>oth_eqt_tools_p_shr</c>, in CNY.</summary>
    public double? OthEqtToolsPShr { get; init; }
    /// <summary><c>lending_funds</c>, in CNY.</summary>
    public double? LendingFunds { get; init; }
    /// <summary><c>acc_receivable</c>, in CNY.</summary>
    public double? AccReceivable { get; init; }
    /// <summary><c>st_fin_payable</c>, in CNY.</summary>
    public double? StFinPayable { get; init; }
    /// <summary><c>payables</c>, in CNY.</summary>
    public double? Payables { get; init; }
    /// <summary><c>hfs_assets</c>, in CNY.</summary>
    public double? HfsAssets { get; init; }
    /// <summary><c>hfs_sales</c>, in CNY.</summary>
    public double? HfsSales { get; init; }
    /// <summary><c>cost_fin_assets</c>, in CNY.</summary>
    public double? CostFinAssets { get; init; }
    /// <summary><c>fair_value_fin_assets</c>, in CNY.</summary>
    public double? FairValueFinAssets { get; init; }
    /// <summary><c>cip_total</c>, in CNY.</summary>
    public double? CipTotal { get; init; }
    /// <summary><c>oth_pay_total</c>, in CNY.</summary>
    public double? OthPayTotal { get; init; }
    /// <summary><c>long_pay_total</c>, in CNY.</summary>
    public double? LongPayTotal { get; init; }
    /// <summary><c>debt_invest</c>, in CNY.</summary>
    public double? DebtInvest { get; init; }
    /// <summary><c>oth_debt_invest</c>, in CNY.</summary>
    public double? OthDebtInvest { get; init; }
    /// <summary><c>oth_eq_invest</c>, in CNY.</summary>
    public double? OthEqInvest { get; init; }
    /// <summary><c>oth_illiq_fin_assets</c>, in CNY.</summary>
    public double? OthIlliqFinAssets { get; init; }
    /// <summary><c>oth_eq_ppbond</c>, in CNY.</summary>
    public double? OthEqPpbond { get; init; }
    /// <summary><c>receiv_financing</c>, in CNY.</summary>
    public double? ReceivFinancing { get; init; }
    /// <summary><c>use_right_assets</c>, in CNY.</summary>
    public double? UseRightAssets { get; init; }
    /// <summary><c>lease_liab</c>, in CNY.</summary>
    public double? LeaseLiab { get; init; }
    /// <summary><c>contract_assets</c>, in CNY.</summary>
    public double? ContractAssets { get; init; }
    /// <summary><c>contract_liab</c>, in CNY.</summary>
    public double? ContractLiab { get; init; }
    /// <summary><c>accounts_receiv_bill</c>, in CNY.</summary>
    public double? AccountsReceivBill { get; init; }
    /// <summary><c>accounts_pay</c>, in CNY.</summary>
    public double? AccountsPay { get; init; }
    /// <summary><c>oth_rcv_total</c>, in CNY.</summary>
    public double? OthRcvTotal { get; init; }
    /// <summary><c>fix_assets_total</c>, in CNY.</summary>
    public double? FixAssetsTotal { get; init; }
    /// <summary><c>update_flag</c>: 1 = corrected, 0 = as first published.</summary>
    public string UpdateFlag { get; init; } = "";

    /// <inheritdoc/>
    static BalancesheetRow ITushareRow<BalancesheetRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), AnnDate = batch.DateAt(1, row), FAnnDate = batch.DateAt(2, row), EndDate = batch.Columns[3].Dates[row],
        ReportType = batch.Columns[4].Texts[row], CompType = batch.TextAt(5, row), EndType = batch.TextAt(6, row), TotalShare = batch.NumberAt(7, row),
        CapRese = batch.NumberAt(8, row), UndistrPorfit = batch.NumberAt(9, row), SurplusRese = batch.NumberAt(10, row), SpecialRese = batch.NumberAt(11, row),
        MoneyCap = batch.NumberAt(12, row), TradAsset = batch.NumberAt(13, row), NotesReceiv = batch.NumberAt(14, row),
        AccountsReceiv = batch.NumberAt(15, row), OthReceiv = batch.NumberAt(16, row), Prepayment = batch.NumberAt(17, row),
        DivReceiv = batch.NumberAt(18, row), IntReceiv = batch.NumberAt(19, row), Inventories = batch.NumberAt(20, row), AmorExp = batch.NumberAt(21, row),
        NcaWithin1y = batch.NumberAt(22, row), SettRsrv = batch.NumberAt(23, row), LoantoOthBankFi = batch.NumberAt(24, row),
        PremiumReceiv = batch.NumberAt(25, row), ReinsurReceiv = batch.NumberAt(26, row), ReinsurResReceiv = batch.NumberAt(27, row),
        PurResaleFa = batch.NumberAt(28, row), OthCurAssets = batch.NumberAt(29, row), TotalCurAssets = batch.NumberAt(30, row),
        FaAvailForSale = batch.NumberAt(31, row), HtmInvest = batch.NumberAt(32, row), LtEqtInvest = batch.NumberAt(33, row),
        InvestRealEstate = batch.NumberAt(34, row), TimeDeposits = batch.NumberAt(35, row), OthAssets = batch.NumberAt(36, row),
        LtRec = batch.NumberAt(37, row), FixAssets = batch.NumberAt(38, row), Cip = batch.NumberAt(39, row), ConstMaterials = batch.NumberAt(40, row),
        FixedAssetsDisp = batch.NumberAt(41, row), ProducBioAssets = batch.NumberAt(42, row), OilAndGasAssets = batch.NumberAt(43, row),
        IntanAssets = batch.NumberAt(44, row), RAndD = batch.NumberAt(45, row), Goodwill = batch.NumberAt(46, row), LtAmorExp = batch.NumberAt(47, row),
        DeferTaxAssets = batch.NumberAt(48, row), DecrInDisbur = batch.NumberAt(49, row), OthNca = batch.NumberAt(50, row), TotalNca = batch.NumberAt(51, row),
        CashReserCb = batch.NumberAt(52, row), DeposInOthBfi = batch.NumberAt(53, row), PrecMetals = batch.NumberAt(54, row),
        DerivAssets = batch.NumberAt(55, row), RrReinsUnePrem = batch.NumberAt(56, row), RrReinsOutstdCla = batch.NumberAt(57, row),
        RrReinsLinsLiab = batch.NumberAt(58, row), RrReinsLthinsLiab = batch.NumberAt(59, row), RefundDepos = batch.NumberAt(60, row),
        PhPledgeLoans = batch.NumberAt(61, row), RefundCapDepos = batch.NumberAt(62, row), IndepAcctAssets = batch.NumberAt(63, row),
        ClientDepos = batch.NumberAt(64, row), ClientProv = batch.NumberAt(65, row), TransacSeatFee = batch.NumberAt(66, row),
        InvestAsReceiv = batch.NumberAt(67, row), TotalAssets = batch.NumberAt(68, row), LtBorr = batch.NumberAt(69, row), StBorr = batch.NumberAt(70, row),
        CbBorr = batch.NumberAt(71, row), DeposIbDeposits = batch.NumberAt(72, row), LoanOthBank = batch.NumberAt(73, row), TradingFl = batch.NumberAt(74, row),
        NotesPayable = batch.NumberAt(75, row), AcctPayable = batch.NumberAt(76, row), AdvReceipts = batch.NumberAt(77, row),
        SoldForRepurFa = batch.NumberAt(78, row), CommPayable = batch.NumberAt(79, row), PayrollPayable = batch.NumberAt(80, row),
        TaxesPayable = batch.NumberAt(81, row), IntPayable = batch.NumberAt(82, row), DivPayable = batch.NumberAt(83, row),
        OthPayable = batch.NumberAt(84, row), AccExp = batch.NumberAt(85, row), DeferredInc = batch.NumberAt(86, row), StBondsPayable = batch.NumberAt(87, row),
        PayableToReinsurer = batch.NumberAt(88, row), RsrvInsurCont = batch.NumberAt(89, row), ActingTradingSec = batch.NumberAt(90, row),
        ActingUwSec = batch.NumberAt(91, row), NonCurLiabDue1y = batch.NumberAt(92, row), OthCurLiab = batch.NumberAt(93, row),
        TotalCurLiab = batch.NumberAt(94, row), BondPayable = batch.NumberAt(95, row), LtPayable = batch.NumberAt(96, row),
        SpecificPayables = batch.NumberAt(97, row), EstimatedLiab = batch.NumberAt(98, row), DeferTaxLiab = batch.NumberAt(99, row),
        DeferIncNonCurLiab = batch.NumberAt(100, row), OthNcl = batch.NumberAt(101, row), TotalNcl = batch.NumberAt(102, row),
        DeposOthBfi = batch.NumberAt(103, row), DerivLiab = batch.NumberAt(104, row), Depos = batch.NumberAt(105, row),
        AgencyBusLiab = batch.NumberAt(106, row), OthLiab = batch.NumberAt(107, row), PremReceivAdva = batch.NumberAt(108, row),
        DeposReceived = batch.NumberAt(109, row), PhInvest = batch.NumberAt(110, row), ReserUnePrem = batch.NumberAt(111, row),
        ReserOutstdClaims = batch.NumberAt(112, row), ReserLinsLiab = batch.NumberAt(113, row), ReserLthinsLiab = batch.NumberAt(114, row),
        IndeptAccLiab = batch.NumberAt(115, row), PledgeBorr = batch.NumberAt(116, row), IndemPayable = batch.NumberAt(117, row),
        PolicyDivPayable = batch.NumberAt(118, row), TotalLiab = batch.NumberAt(119, row), TreasuryShare = batch.NumberAt(120, row),
        OrdinRiskReser = batch.NumberAt(121, row), ForexDiffer = batch.NumberAt(122, row), InvestLossUnconf = batch.NumberAt(123, row),
        MinorityInt = batch.NumberAt(124, row), TotalHldrEqyExcMinInt = batch.NumberAt(125, row), TotalHldrEqyIncMinInt = batch.NumberAt(126, row),
        TotalLiabHldrEqy = batch.NumberAt(127, row), LtPayrollPayable = batch.NumberAt(128, row), OthCompIncome = batch.NumberAt(129, row),
        OthEqtTools = batch.NumberAt(130, row), OthEqtToolsPShr = batch.NumberAt(131, row), LendingFunds = batch.NumberAt(132, row),
        AccReceivable = batch.NumberAt(133, row), StFinPayable = batch.NumberAt(134, row), Payables = batch.NumberAt(135, row),
        HfsAssets = batch.NumberAt(136, row), HfsSales = batch.NumberAt(137, row), CostFinAssets = batch.NumberAt(138, row),
        FairValueFinAssets = batch.NumberAt(139, row), CipTotal = batch.NumberAt(140, row), OthPayTotal = batch.NumberAt(141, row),
        LongPayTotal = batch.NumberAt(142, row), DebtInvest = batch.NumberAt(143, row), OthDebtInvest = batch.NumberAt(144, row),
        OthEqInvest = batch.NumberAt(145, row), OthIlliqFinAssets = batch.NumberAt(146, row), OthEqPpbond = batch.NumberAt(147, row),
        ReceivFinancing = batch.NumberAt(148, row), UseRightAssets = batch.NumberAt(149, row), LeaseLiab = batch.NumberAt(150, row),
        ContractAssets = batch.NumberAt(151, row), ContractLiab = batch.NumberAt(152, row), AccountsReceivBill = batch.NumberAt(153, row),
        AccountsPay = batch.NumberAt(154, row), OthRcvTotal = batch.NumberAt(155, row), FixAssetsTotal = batch.NumberAt(156, row),
        UpdateFlag = batch.Columns[157].Texts[row],
    };
}
