using System.Runtime.InteropServices;

namespace AlphaKit.Backtest;

internal sealed partial class Ledger
{
    /// <summary>Books a purchase.</summary>
    /// <param name="column">Column of the share.</param>
    /// <param name="date">Day.</param>
    /// <param name="sellableFrom">Ordinal of the first day on which the shares can be sold.</param>
    /// <param name="shares">Shares.</param>
    /// <param name="price">Price paid, in <see cref="PriceUnits"/>.</param>
    /// <param name="fees">All fees, in <see cref="PriceUnits"/>.</param>
        /// <exception cref="LedgerException">The cash does not suffice.</exception>
    public void Buy(int column, DateOnly date, int sellableFrom, long shares, long price, long fees)
    {
        long amount = PriceUnits.Amount(shares, price);
        if (amount + fees > Cash) throw new LedgerException(date, PriceUnits.ToYuan(Cash - amount - fees), $"a purchase in column {column} exceeds the cash.");
        Position position = Open(column, price);
        Cash -= amount + fees;
        position.Shares += shares;
        position.Lots.Add(new Lot(date, sellableFrom, shares, amount + fees));
        _profit += (shares * position.Mark) - amount;
        _feesToday += fees;
    }

    /// <summary>Books a sale from the oldest sellable lots.</summary>
    /// <param name="position">What is sold.</param>
    /// <param name="date">Day.</param>
    /// <param name="day">Its ordinal.</param>
    /// <param name="shares">Shares.</param>
    /// <param name="amount">Proceeds before fees, in <see cref="PriceUnits"/>.</param>
    /// <param name="fees">All fees, in <see cref="PriceUnits"/>.</param>
    /// <exception cref="LedgerException">Fewer shares can be sold.</exception>
    public SaleOutcome Sell(Position position, DateOnly date, int day, long shares, long amount, long fees)
    {
        long left = shares;
        long cost = 0, tax = 0;
        bool emptied = false;
        foreach (Lot lot in CollectionsMarshal.AsSpan(position.Lots))
        {
            if (left == 0) break;
            if (lot.SellableFrom > day || lot.Shares == 0) continue;
            long taken = Math.Min(left, lot.Shares);
            long part = taken == lot.Shares ? lot.Cost : PriceUnits.Part(lot.Cost, taken, lot.Shares);
            if (lot.Claims is not null) tax += PayTax(lot, date, taken);
            lot.Cost -= part;
            lot.Shares -= taken;
            emptied |= lot.Shares == 0;
            cost += part;
            left -= taken;
        }

        if (left > 0) throw new LedgerException(date, -left, $"a sale in column {position.Column} exceeds the shares that can be sold.");
        if (emptied)
        {
            if (shares == position.Shares) position.Lots.Clear();
            else position.Lots.RemoveAll(static lot => lot.Shares == 0);
        }

        position.Shares -= shares;
        Cash += amount - fees - tax;
        _profit += amount - (shares * position.Mark) - tax;
        _feesToday += fees;
        return new SaleOutcome(amount - fees - cost, tax);
    }

    // Tax on the shares taken from a lot; what the rest of the lot owes is set anew, the change of the liability is profit or loss.
    private long PayTax(Lot lot, DateOnly date, long taken)
    {
        long paid = 0;
        foreach (TaxClaim claim in lot.Claims!)
        {
            Refresh(lot, claim, date);
            paid += Tax(claim, taken);
            Owe(claim, Tax(claim, lot.Shares - taken));
        }

        return paid;
    }

    private long Reassess(Lot lot, DateOnly date)
    {
        long owed = 0;
        foreach (TaxClaim claim in lot.Claims!)
        {
            if (date >= claim.NextChange)
            {
                Refresh(lot, claim, date);
                Owe(claim, Tax(claim, lot.Shares));
            }

            owed += claim.Owed;
        }

        return owed;
    }

    private void Owe(TaxClaim claim, long owed)
    {
        long change = owed - claim.Owed;
        claim.Owed = owed;
        Liabilities += change;
        _profit -= change;
    }

    private static long Tax(TaxClaim claim, long shares) => PriceUnits.CentsOf(shares * claim.BasePerShare * claim.Rate);

    // Finds today's rate, and by bisection the first day on which it changes; a rule has at most two changes, a month and a year on.
    private static void Refresh(Lot lot, TaxClaim claim, DateOnly date)
    {
        if (date < claim.NextChange) return;
        claim.Rate = claim.Rule.RateFor(lot.Bought, date);
        DateOnly beyond = lot.Bought.AddYears(1).AddDays(2);
        if (beyond < date || claim.Rule.RateFor(lot.Bought, beyond) == claim.Rate)
        {
            claim.NextChange = DateOnly.MaxValue;
            return;
        }

        int same = date.DayNumber, other = beyond.DayNumber;
        while (other - same > 1)
        {
            int middle = (same + other) / 2;
            if (claim.Rule.RateFor(lot.Bought, DateOnly.FromDayNumber(middle)) == claim.Rate) same = middle;
            else other = middle;
        }

        claim.NextChange = DateOnly.FromDayNumber(other);
    }
}
