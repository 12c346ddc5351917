namespace AlphaKit.Data.Simulation;

/// <summary>What the statements announced before a day say; moves forward day by day.</summary>
internal sealed class Fundamentals(Company company)
{
    private DateOnly _until = DateOnly.MaxValue;

    public double AnnualIncome { get; private set; } = double.NaN;

    public double AnnualRevenue { get; private set; } = double.NaN;

    public double TrailingIncome { get; private set; } = double.NaN;

    public double TrailingRevenue { get; private set; } = double.NaN;

    public double Equity { get; private set; } = double.NaN;

    /// <summary>Takes in every version announced before <paramref name="date"/>.</summary>
    public void MoveTo(DateOnly date)
    {
        if (_until != DateOnly.MaxValue && date <= _until) return;
        List<Statement> all = company.Statements;
        int latest = -1, annual = -1;
        DateOnly next = DateOnly.MaxValue.AddDays(-1);
        for (int k = 0; k < all.Count; k++)
        {
            if (all[k].Announced >= date) next = Min(next, all[k].Announced);
            else
            {
                latest = k;
                if (all[k].Quarter == 4) annual = k;
            }

            if (all[k].Restated is { } restated && restated >= date) next = Min(next, restated);
        }

        // The next change comes the day after the next announcement.
        _until = next;
        if (annual >= 0) (AnnualIncome, AnnualRevenue) = (all[annual].IncomeKnown(date), all[annual].CumulativeRevenue);
        if (latest < 0) return;
        Statement now = all[latest];
        Equity = now.Equity;
        (TrailingIncome, TrailingRevenue) = (now.IncomeKnown(date), now.CumulativeRevenue);
        if (now.Quarter == 4) return;
        int yearEnd = latest - now.Quarter, yearAgo = latest - 4;
        if (yearEnd < 0 || yearAgo < 0) (TrailingIncome, TrailingRevenue) = (double.NaN, double.NaN);
        else
        {
            TrailingIncome += all[yearEnd].IncomeKnown(date) - all[yearAgo].IncomeKnown(date);
            TrailingRevenue += all[yearEnd].CumulativeRevenue - all[yearAgo].CumulativeRevenue;
        }
    }

    /// <summary>Cash per present share with ex-date in the last calendar year, and in the last twelve months.</summary>
    public static (double CalendarYear, double Trailing) DividendsPerShare(Company source, DateOnly date)
    {
        double year = 0, trailing = 0;
        foreach (Payout payout in source.Payouts)
        {
            if (payout.Ex > date) break;
            if (payout.Ex.Year == date.Year - 1) year += payout.Cash;
            if (payout.Ex > date.AddYears(-1)) trailing += payout.Cash;
        }

        return (year, trailing);
    }

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;
}
