namespace AlphaKit.Portfolio;

/// <summary>Collects the statements of one company in the order of their announcement and tells what they say so far.</summary>
internal sealed class FundamentalHistory
{
    private const int AnnualReports = 5;
    private const int MinAnnualReports = 3;

    private readonly Dictionary<DateOnly, double> _earnings = [];
    private readonly Dictionary<DateOnly, double> _sales = [];
    private readonly Dictionary<DateOnly, double> _cash = [];
    private readonly List<FundamentalEvent> _events = [];
    private DateOnly _lastIncome;
    private DateOnly _lastCash;
    private DateOnly _lastBalance;
    private double _book = double.NaN;
    private double _debtToAssets = double.NaN;
    private double _longDebt = double.NaN;

    /// <summary>The states so far, one per day on which anything was announced.</summary>
    public FundamentalEvent[] ToArray() => [.. _events];

    /// <summary>Takes in one version; versions must come in the order of their announcement.</summary>
    public void Add(FinancialStatement statement, int day)
    {
        IReadOnlyDictionary<string, double> items = statement.Items;
        DateOnly period = statement.PeriodEnd;
        switch (statement.Kind)
        {
            case StatementKind.Income:
                _earnings[period] = Item(items, "n_income_attr_p");
                double revenue = Item(items, "revenue");
                _sales[period] = double.IsNaN(revenue) ? Item(items, "total_revenue") : revenue;
                if (period > _lastIncome) _lastIncome = period;
                break;
            case StatementKind.CashFlow:
                _cash[period] = Item(items, "n_cashflow_act");
                if (period > _lastCash) _lastCash = period;
                break;
            case StatementKind.BalanceSheet when period >= _lastBalance:
                _lastBalance = period;
                double equity = Item(items, "total_hldr_eqy_exc_min_int"), preferred = Item(items, "oth_eqt_tools_p_shr");
                _book = equity - (double.IsNaN(preferred) ? 0 : preferred);
                double assets = Item(items, "total_assets");
                _debtToAssets = assets > 0 ? Item(items, "total_liab") / assets : double.NaN;
                double loans = Item(items, "lt_borr"), bonds = Item(items, "bond_payable");
                _longDebt = double.IsNaN(loans) && double.IsNaN(bonds)
                    ? Item(items, "total_ncl")
                    : (double.IsNaN(loans) ? 0 : loans) + (double.IsNaN(bonds) ? 0 : bonds);
                break;
            default:
                return;
        }

        FundamentalEvent state = new(
            day, Trailing(_earnings, _lastIncome), Trailing(_cash, _lastCash), _book, _debtToAssets, _longDebt,
            Growth(_sales, _lastIncome), Growth(_earnings, _lastIncome));
        if (_events.Count > 0 && _events[^1].Day == day) _events[^1] = state;
        else _events.Add(state);
    }

    /// <summary>Cumulative this year + whole last year − cumulative of the same period last year.</summary>
    private static double Trailing(Dictionary<DateOnly, double> cumulative, DateOnly period)
    {
        if (!cumulative.TryGetValue(period, out double now)) return double.NaN;
        if (period.Month == 12) return now;
        return cumulative.TryGetValue(new DateOnly(period.Year - 1, 12, 31), out double year) && cumulative.TryGetValue(period.AddYears(-1), out double before)
            ? now + year - before
            : double.NaN;
    }

    /// <summary>Slope of a line through the annual values of the five years up to the last one reported, over the mean of their absolute values.</summary>
    private static double Growth(Dictionary<DateOnly, double> cumulative, DateOnly last)
    {
        if (last == default) return double.NaN;
        int year = last.Month == 12 ? last.Year : last.Year - 1, count = 0;
        double sx = 0, sy = 0, sxx = 0, sxy = 0, size = 0;
        for (int back = 0; back < AnnualReports; back++)
        {
            if (!cumulative.TryGetValue(new DateOnly(year - back, 12, 31), out double value) || double.IsNaN(value)) continue;
            count++;
            sx -= back;
            sy += value;
            sxx += back * back;
            sxy -= back * value;
            size += Math.Abs(value);
        }

        if (count < MinAnnualReports || size == 0) return double.NaN;
        return ((count * sxy) - (sx * sy)) / ((count * sxx) - (sx * sx)) / (size / count);
    }

    private static double Item(IReadOnlyDictionary<string, double> items, string name) => items.TryGetValue(name, out double value) ? value : double.NaN;
}
