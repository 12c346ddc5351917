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
    /// <returns>The receivable, and the tax withheld from it.</returns>
    public (long Receivable, long Withheld) AccrueDividend(Entitlement right, DateOnly date, int payDay, DividendTaxRule? tax)
    {
        long amount = PriceUnits.CentsOf(right.Shares * right.Action.CashPerShare), withheld = 0;
        decimal taxed = right.Action.CashPerShare + (right.Action.BonusRatio * DividendTaxRule.ParValue);
        if (tax is not null && taxed > 0)
        {
            foreach ((Lot lot, long shares) in right.Lots)
            {
                if (tax.Timing == TaxTiming.AtPayment)
                {
                    withheld += PriceUnits.CentsOf(shares * taxed * tax.RateFor(lot.Bought, date));
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
    /// <param name="paid">What was paid for them, in <see cref="PriceUnits"/>.</param>
    public void AddShares(Position position, DateOnly date, int sellableFrom, long shares, long paid)
    {
        if (paid > Cash) throw new LedgerException(date, PriceUnits.ToYuan(Cash - paid), $"a subscription in column {position.Column} exceeds the cash.");
        long cost = paid;
        if (paid == 0)
        {
            // Free shares take their part of what the old ones cost, so that later sales compare like with like.
            long old = position.Shares;
            foreach (Lot lot in position.Lots)
            {
                long part = PriceUnits.Part(lot.Cost, shares, old + shares);
                lot.Cost -= part;
                cost += part;
            }
        }

        Cash -= paid;
        position.Shares += shares;
        position.Lots.Add(new Lot(date, sellableFrom, shares, cost));
        _profit += (shares * position.Mark) - paid;
    }

    /// <summary>Books cash that comes with a position and is not taxed.</summary>
    public void Credit(long amount)
    {
        Cash += amount;
        _profit += amount;
    }

    /// <summary>Pays the receivables due.</summary>
    /// <param name="day">Ordinal of the day.</param>
    /// <param name="paid">Called for each.</param>
    public void CollectDue(int day, Action<Receivable> paid)
    {
        if (_receivables.Count == 0) return;
        bool any = false;
        for (int i = 0; i < _receivables.Count; i++)
        {
            Receivable due = _receivables[i];
            if (due.PayDay > day) continue;
            any = true;
            Receivables -= due.Amount;
            Cash += due.Amount;
            paid(due);
        }

        if (any) _receivables.RemoveAll(r => r.PayDay <= day);
    }

    /// <summary>
    /// Gives a position up for a cash amount, on delisting. The dividend tax it owes is paid out of the proceeds, as far as they go; the rest
    /// is waived, because nothing was sold.
    /// </summary>
    /// <returns>What it came to.</returns>
    public SaleOutcome GiveUp(Position position, DateOnly date, long proceeds)
    {
        long tax = 0;
        foreach (Lot lot in position.Lots)
        {
            if (lot.Claims is null) continue;
            foreach (TaxClaim claim in lot.Claims)
            {
                Refresh(lot, claim, date);
                tax += Tax(claim, lot.Shares);
                Owe(claim, 0);
            }

            lot.Claims = null;
        }

        tax = Math.Min(tax, proceeds);
        SaleOutcome sold = Sell(position, date, int.MaxValue, position.Shares, proceeds, 0);
        Cash -= tax;
        _profit -= tax;
        return sold with { DividendTax = tax };
    }

    /// <summary>
    /// Turns a position into one of another share: every lot into shares × ratio, whole ones only, with its cost, its day of purchase and the
    /// dividend tax it owes. Cash that comes with it is paid at once.
    /// </summary>
    /// <param name="old">The shares given up.</param>
    /// <param name="column">The share received.</param>
    /// <param name="date">Day.</param>
    /// <param name="sellableFrom">Ordinal of the first day on which the new shares can be sold.</param>
    /// <param name="ratio">New per old.</param>
    /// <param name="price">Price of the new share, at which it is valued if none is held.</param>
    /// <param name="cash">Cash that comes with it.</param>
    /// <returns>New shares.</returns>
    public long Exchange(Position old, int column, DateOnly date, int sellableFrom, decimal ratio, long price, long cash)
    {
        Position position = Open(column, price);
        long total = (long)(old.Shares * ratio), given = 0, before = 0;
        foreach (Lot lot in old.Lots)
        {
            // Fractions are cut once, over the whole holding.
            before += lot.Shares;
            long shares = (long)(before * ratio) - given;
            given += shares;
            Lot heir = new(lot.Bought, Math.Max(sellableFrom, lot.SellableFrom), shares, lot.Cost);
            foreach (TaxClaim claim in lot.Claims ?? [])
            {
                Owe(claim, 0);
                TaxClaim moved = new(claim.BasePerShare / ratio, claim.Rule);
                (heir.Claims ??= []).Add(moved);
                Refresh(heir, moved, date);
                Owe(moved, Tax(moved, shares));
            }

            if (shares > 0) position.Lots.Add(heir);
            else if (heir.Claims is { } lost) lost.ForEach(claim => Owe(claim, 0));
            lot.Shares = 0;
            lot.Claims = null;
        }

        position.Shares += total;
        Cash += cash;
        _profit += (total * position.Mark) + cash - (old.Shares * old.Mark);
        old.Lots.Clear();
        old.Shares = 0;
        return total;
    }
}
