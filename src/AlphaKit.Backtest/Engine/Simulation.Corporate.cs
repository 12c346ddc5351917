using System.Globalization;

namespace AlphaKit.Backtest;

internal sealed partial class Simulation
{
    private readonly Dictionary<int, List<Entitlement>> _rightsByExRow = [];
    private readonly HashSet<int> _exToday = [];

    private void BeforeOpen(int row)
    {
        _ledger.CollectDue(row, paid => Note(row, paid.Column, HoldingEvent.DividendPaid, 0, paid.Amount, -paid.Amount, 0, ""));
        _exToday.Clear();
        if (_rightsByExRow.Remove(row, out List<Entitlement>? rights))
        {
            foreach (Entitlement right in rights) GoEx(row, right);
        }

        if (_frame.Basis == PriceBasis.Raw) CompareReferencePrices(row);
        foreach ((ShareExchange merger, int old, int heir) in _actions.MergersOn(row)) Merge(row, merger, old, heir);
        foreach (int column in _actions.DelistedOn(row)) Delist(row, column);
    }

    private void RecordEntitlements(int row)
    {
        foreach ((CorporateAction action, int column, int exRow) in _actions.RecordedOn(row))
        {
            if (_ledger.Find(column) is not { } position || Ledger.Record(action, position) is not { } right) continue;
            if (!_rightsByExRow.TryGetValue(exRow, out List<Entitlement>? list)) _rightsByExRow[exRow] = list = [];
            list.Add(right);
        }
    }

    private void GoEx(int row, Entitlement right)
    {
        CorporateAction action = right.Action;
        DateOnly date = _frame.Calendar[row];
        DividendTaxRule? tax = _options.DividendTax == DividendTaxPolicy.Exempt
            ? null
            : _options.Rules.DividendTaxOn(action.RecordDate, _options.DividendTax == DividendTaxPolicy.Individual ? Investor.Individual : Investor.NonResident);
        int payRow = _frame.Calendar.IndexAtOrAfter(action.PayDate ?? action.ExDate), listingRow = _frame.Calendar.IndexAtOrAfter(action.ShareListingDate ?? action.ExDate);
        (long receivable, long withheld) = _ledger.AccrueDividend(right, date, payRow, tax);
        if (receivable > 0 || withheld > 0)
        {
            Note(row, right.Column, HoldingEvent.DividendEarned, 0, 0, receivable, withheld,
                string.Create(CultureInfo.InvariantCulture, $"{action.CashPerShare} on {right.Shares} shares"));
        }

        if (_ledger.Find(right.Column) is not { } position) return;
        _exToday.Add(right.Column);
        _ledger.Mark(position, PriceUnits.FromYuan(Math.Max(0.01m, action.ReferencePrice(PriceUnits.ToYuan(position.Mark)))));
        long free = (long)(right.Shares * action.BonusRatio) + (long)(right.Shares * action.TransferRatio);
        if (free > 0)
        {
            _ledger.AddShares(position, date, listingRow, free, 0);
            Note(row, right.Column, HoldingEvent.SharesReceived, free, 0, 0, 0,
                string.Create(CultureInfo.InvariantCulture, $"bonus {action.BonusRatio}, transfer {action.TransferRatio} on {right.Shares} shares"));
        }

        if (action.RightsRatio > 0) TakeUpRights(row, right, position, listingRow);
        _ledger.CollectDue(row, paid => Note(row, paid.Column, HoldingEvent.DividendPaid, 0, paid.Amount, -paid.Amount, 0, ""));
    }

    private void TakeUpRights(int row, Entitlement right, Position position, int listingRow)
    {
        CorporateAction action = right.Action;
        long offered = (long)(right.Shares * action.RightsRatio);
        long cost = PriceUnits.CentsOf(offered * action.RightsPrice);
        string detail = string.Create(CultureInfo.InvariantCulture, $"{offered} shares at {action.RightsPrice}");
        if (offered > 0 && _options.Rights == RightsPolicy.SubscribeIfAffordable && cost <= _ledger.Cash)
        {
            _ledger.AddShares(position, _frame.Calendar[row], listingRow, offered, cost);
            Note(row, right.Column, HoldingEvent.RightsSubscribed, offered, -cost, 0, 0, detail);
        }
        else
        {
            Note(row, right.Column, HoldingEvent.RightsLapsed, 0, 0, 0, 0, detail);
        }
    }

    // The exchange's previous close is the last close restated for the ex-date. Where it differs although nothing is known, something is missing.
    private void CompareReferencePrices(int row)
    {
        if (_frame.PreClose is null) return;
        ReadOnlySpan<float> references = _frame.PreClose.Row(row);
        foreach (Position position in _ledger.Held)
        {
            long reference = _frame.Quote(references[position.Column]);
            if (reference == 0 || reference == position.Mark || position.Shares == 0) continue;
            long gap = position.Mark - reference;
            string detail = string.Create(CultureInfo.InvariantCulture, $"expected {PriceUnits.ToYuan(position.Mark):0.00##}, previous close {PriceUnits.ToYuan(reference):0.00##}");
            if (_exToday.Contains(position.Column))
            {
                Note(row, position.Column, HoldingEvent.ReferencePriceDiffers, 0, 0, 0, 0, detail);
                _ledger.Mark(position, reference);
            }
            else if (gap > 0 && _options.MissingActions == MissingActionPolicy.ReinvestAsCash)
            {
                long cash = position.Shares * gap;
                _ledger.Mark(position, reference);
                _ledger.Credit(cash);
                Note(row, position.Column, HoldingEvent.MissingActionCredited, 0, cash, 0, 0, detail);
            }
            else
            {
                _ledger.Mark(position, reference);
                Note(row, position.Column, HoldingEvent.MissingActionIgnored, 0, 0, 0, 0, detail);
            }
        }
    }

    private void Delist(int row, int column)
    {
        if (_ledger.Find(column) is not { } position) return;
        decimal price = _options.Delisting == DelistingPolicy.Worthless ? 0m : PriceUnits.ToYuan(position.Mark) * (1m - _options.DelistingHaircut);
        long shares = position.Shares;
        long proceeds = PriceUnits.CentsOf(shares * price);
        SaleOutcome outcome = _ledger.GiveUp(position, _frame.Calendar[row], proceeds);
        Note(row, column, HoldingEvent.Delisted, -shares, proceeds - outcome.DividendTax, 0, outcome.DividendTax,
            string.Create(CultureInfo.InvariantCulture, $"last valued at {PriceUnits.ToYuan(position.Mark):0.00##}, {_options.Delisting}"));
    }

    private void Merge(int row, ShareExchange merger, int old, int heir)
    {
        if (_ledger.Find(old) is not { } position) return;
        long price = ReferenceOf(row, heir), shares = position.Shares, cash = PriceUnits.CentsOf(shares * merger.CashPerShare);
        int listing = _frame.Calendar.IndexAtOrAfter(merger.ShareListingDate ?? merger.Date);
        long received = _ledger.Exchange(position, heir, _frame.Calendar[row], listing, merger.Ratio, price, cash);
        string detail = string.Create(CultureInfo.InvariantCulture, $"{merger.Old} into {merger.New} at {merger.Ratio}, {shares} into {received} shares");
        Note(row, old, HoldingEvent.Merged, -shares, cash, 0, 0, detail);
        Note(row, heir, HoldingEvent.Merged, received, 0, 0, 0, detail);
    }

    private void Note(int row, int column, HoldingEvent kind, long shares, long cash, long receivable, long tax, string detail) =>
        Log.Happenings.Add(new Happening(row, column, kind, shares, cash, receivable, tax, detail));
}
