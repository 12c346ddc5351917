namespace AlphaKit.Backtest;

internal sealed partial class Ledger
{
    /// <summary>Notes who is entitled at the close of a record date.</summary>
    public static Entitlement? Record(CorporateAction action, Position position)
    {
        List<(Lot, long)> lots = [.. position.Lots.Where(l => l.Shares > 0).Select(l => (l, l.Shares))];
        return lots.Count == 0 ? null : new Entitlement(action, position.Column, lots);
    }

    /// <summary>Books a dividend on its ex-date: receivable until paid, its tax withheld or owed lot by lot.</summary>
    /// <param name="right">Who is entitled.</param>
    /// <param name="date">Ex-date.</param>
    /// <param name="payDay">Ordinal of the day on which it is paid.</param>
    /// <param name="tax">The rule of the record date; null if the owner is exempt.</param>
    /// <returns>The receivable, and the tax withheld from it, CNY.</returns>
    public (decimal Receivable, decimal Withheld) AccrueDividend(Entitlement right, DateOnly date, int payDay, DividendTaxRule? tax)
    {
        decimal amount = PriceUnits.Cents(right.Shares * right.Action.CashPerShare);
        decimal taxed = right.Action.CashPerShare + (right.Action.BonusRatio * DividendTaxRule.ParValue), withheld = 0m;
        if (tax is not null && taxed > 0)
        {
            foreach ((Lot lot, long shares) in right.Lots)
            {
                if (tax.Timing == TaxTiming.AtPayment)
                {
                    withheld += PriceUnits.Cents(shares * taxed * tax.RateFor(lot.Bought, date));
                }
                else if (lot.Shares > 0)
                {
                    TaxClaim claim = new(taxed, tax);
                    (lot.Claims ??= []).Add(claim);
                    Refresh(lot, claim, date);
                    Owe(claim, Tax(claim, lot.Shares));
                }
            }
        }

        withheld = Math.Min(withheld, amount);
        amount -= withheld;
        if (amount > 0)
        {
            _receivables.Add(new Receivable(right.Column, payDay, amount));
            Receivables += amount;
            _profit += amount;
        }

        return (amount, withheld);
    }

    /// <summary>Books new shares from bonus, transfer or rights on their ex-date.</summary>
    /// <param name="position">The position.</param>
    /// <param name="date">Ex-date.</param>
    /// <param name="sellableFrom">Ordinal of the first day on which they can be sold.</param>
    /// <param name="shares">New shares.</param>
    /// <param name="paid">What was paid for them, CNY.</param>
    public void AddShares(Position position, DateOnly date, int sellableFrom, long shares, decimal paid)
    {
        if (paid > Cash) throw new LedgerException(date, Cash - paid, $"a subscription in column {position.Column} exceeds the cash.");
        decimal cost = paid;
        if (paid == 0m)
        {
            // Free shares take their part of what the old ones cost, so that later sales compare like with like.
            long old = position.Shares;
            foreach (Lot lot in position.Lots)
            {
                decimal part = Math.Round(lot.Cost * shares / (old + shares), 4, MidpointRounding.AwayFromZero);
                lot.Cost -= part;
                cost += part;
            }
        }

        Cash -= paid;
        position.Shares += shares;
        position.Lots.Add(new Lot(date, sellableFrom, shares, cost));
        _profit += PriceUnits.ToYuan(shares * position.Mark) - paid;
    }

    /// <summary>Books cash that comes with a position and is not taxed.</summary>
    public void Credit(decimal amount)
    {
        Cash += amount;
        _profit += amount;
    }

    /// <summary>Pays the receivables due.</summary>
    /// <param name="day">Ordinal of the day.</param>
    /// <param name="paid">Called for each.</param>
    public void CollectDue(int day, Action<Receivable> paid)
    {
        for (int i = 0; i < _receivables.Count; i++)
        {
            Receivable due = _receivables[i];
            if (due.PayDay > day) continue;
            Receivables -= due.Amount;
            Cash += due.Amount;
            paid(due);
        }

        _receivables.RemoveAll(r => r.PayDay <= day);
    }

    /// <summary>
    /// Gives a position up for a cash amount, on delisting. The dividend tax it owes is paid out of the proceeds, as far as they go; the rest
    /// is waived, because nothing was sold.
    /// </summary>
    /// <returns>What it came to.</returns>
    public SaleOutcome GiveUp(Position position, DateOnly date, decimal proceeds)
    {
        decimal tax = 0m;
        foreach (Lot lot in position.Lots)
        {
            if (lot.Claims is null) continue;
            foreach (TaxClaim claim in lot.Claims)
            {
                Refresh(lot, claim, date);
                tax += Tax(claim, lot.Shares);
                Owe(claim, 0m);
            }

            lot.Claims = null;
        }

        tax = Math.Min(tax, proceeds);
        SaleOutcome sold = Sell(position, date, int.MaxValue, position.Shares, proceeds, 0m);
        Cash -= tax;
        _profit -= tax;
        return sold with { DividendTax = tax };
    }
}
