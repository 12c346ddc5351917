namespace AlphaKit.Data.Simulation;

/// <summary>
/// The company behind a share: quarterly figures, payouts, special treatment, removal. Drawn year by year, every year from its own stream
/// and from the state at its start, independently of prices: nothing here predicts a return.
/// </summary>
internal sealed class Company
{
    private static readonly double[] s_season = [0.21, 0.25, 0.26, 0.28];
    private readonly SimulationOptions _options;
    private readonly StockProfile _profile;
    private double _equity;
    private double _revenueRate;
    private double _return;
    private double _shares;
    private bool _distress;

    public Company(StockProfile profile, SimulationOptions options)
    {
        _profile = profile;
        _options = options;
        RandomStream stream = RandomStream.Create(options.Seed, $"simulation/company/{profile.Symbol}");
        _shares = profile.InitialShares;
        _equity = profile.MarketValue / profile.PriceToBook;
        _return = 0.08 + (0.06 * stream.NextNormal());
        _revenueRate = Math.Exp(-0.1 + (0.6 * stream.NextNormal()));
        int first = (profile.IsNew ? profile.Listed.Year : options.From.Year) - 2;
        for (int year = first; year <= options.To.Year && Delisted is null; year++) AddYear(year);
        if (Delisted is { } end) Treatments.RemoveAll(t => t.Start >= end);
    }

    public List<Statement> Statements { get; } = [];

    public List<Payout> Payouts { get; } = [];

    public List<Guidance> Guidances { get; } = [];

    public List<Treatment> Treatments { get; } = [];

    /// <summary>First day without listing; null when it stays.</summary>
    public DateOnly? Delisted { get; private set; }

    /// <summary>First and last calendar day of the suspension before the delisting period.</summary>
    public (DateOnly From, DateOnly To)? Halt { get; private set; }

    public bool IsStOn(DateOnly date) => Treatments.Exists(t => date >= t.Start && date < t.End && t.Prefix != "退");

    private void AddYear(int year)
    {
        RandomStream stream = RandomStream.Create(_options.Seed, $"simulation/company/{_profile.Symbol}/{year}");
        bool wasDistressed = _distress;
        double distress = stream.NextDouble(), removal = stream.NextDouble(), startDay = stream.NextDouble();
        bool old = new DateOnly(year, 1, 1) > _profile.Listed.AddYears(1) || !_profile.IsNew;
        bool removed = year >= _options.From.Year && old && removal < _options.DelistingRate;
        _distress = removed || distress < (wasDistressed ? 0.35 : _options.StShare);
        double growth = 0.06 + (0.1 * stream.NextNormal());
        _return = Math.Clamp(0.08 + (0.8 * (_return - 0.08)) + (0.03 * stream.NextNormal()), 0.005, 0.3);
        _revenueRate *= 1 + growth;
        double yearReturn = _distress ? -0.05 - (0.1 * stream.NextDouble()) : _return, cumulativeRevenue = 0, cumulative = 0, opening = _equity;
        double leverage = 1.5 + stream.NextDouble();
        for (int quarter = 1; quarter <= 4; quarter++)
        {
            double revenue = opening * _revenueRate * s_season[quarter - 1] * Math.Exp(0.06 * stream.NextNormal());
            double income = opening * (yearReturn + (0.03 * stream.NextNormal())) * s_season[quarter - 1];
            cumulativeRevenue += revenue;
            cumulative += income;
            _equity += income;
            Announce(stream, year, quarter, revenue, income, cumulativeRevenue, cumulative, opening * leverage);
        }

        Pay(stream, year, cumulative);
        if (_distress) Treat(year, wasDistressed, removed, startDay);
    }

    private void Announce(RandomStream stream, int year, int quarter, double revenue, double income, double cumulativeRevenue, double cumulative, double assets)
    {
        double when = stream.NextDouble(), corrected = stream.NextDouble(), delay = stream.NextDouble(), size = stream.NextNormal(), guided = stream.NextDouble();
        DateOnly end = new(year, quarter * 3, DateTime.DaysInMonth(year, quarter * 3));
        DateOnly announced = quarter switch
        {
            1 => new DateOnly(year, 4, 12).AddDays((int)(when * 19)),
            2 => new DateOnly(year, 7, 20).AddDays((int)(when * 43)),
            3 => new DateOnly(year, 10, 10).AddDays((int)(when * 22)),
            _ => new DateOnly(year + 1, 2, 20).AddDays((int)(when * 50)),
        };
        bool prospectus = _profile.IsNew && announced <= _profile.Listed;
        if (prospectus) announced = _profile.Listed;
        DateOnly? restated = corrected < _options.RestatementShare && !prospectus ? announced.AddDays(60 + (int)(delay * 240)) : null;
        Statements.Add(new Statement(end, announced, Yuan(revenue), Yuan(income), Yuan(cumulativeRevenue), Yuan(cumulative),
            Yuan(_equity), Yuan(Math.Max(assets, _equity * 1.2)), 0.6 + (0.2 * size), restated, Math.Clamp(-0.05 + (0.1 * size), -0.5, 0.5)));
        if (prospectus || guided > (quarter is 2 or 4 ? 0.45 : 0.15)) return;
        double center = cumulative * (1 + (0.05 * size)), width = (0.05 + (0.1 * delay)) * Math.Abs(center);
        int previousIndex = Statements.Count - 5;
        double previous = previousIndex >= 0 ? Statements[previousIndex].CumulativeIncome : double.NaN;
        Guidances.Add(new Guidance(end, end.AddDays(4 + (int)(when * 6)), Yuan(center - width), Yuan(center + width), previous));
    }

    private void Pay(RandomStream stream, int year, double income)
    {
        double pays = stream.NextDouble(), ratio = stream.NextDouble(0.15, 0.5), issues = stream.NextDouble(), size = stream.NextDouble(), when = stream.NextDouble();
        DateOnly proposed = Statements[^1].Announced;
        DateOnly implemented = new DateOnly(year + 1, 5, 20).AddDays((int)(when * 60));
        List<DateOnly> days = HolidayRules.TradingDays(implemented.AddDays(3), implemented.AddDays(20));
        DateOnly ex = days[2];
        bool tooEarly = _profile.IsNew && ex <= _profile.Listed.AddDays(30);
        double cash = income > 0 && pays < 0.75 ? Math.Round(income * ratio / _shares, 3) : 0;
        bool future = ex >= _options.From && !tooEarly;
        double stock = issues < 0.12 && future && income > 0 ? Math.Round(0.1 + (0.5 * size), 1) : 0;
        if (cash <= 0 && stock <= 0) return;
        if (_profile.IsNew && tooEarly) return;
        bool bonus = stock > 0 && issues < 0.03;
        Payouts.Add(new Payout(new DateOnly(year, 12, 31), proposed, implemented, days[1], ex, cash, bonus ? stock : 0, bonus ? 0 : stock));
        _equity -= cash * _shares;
        if (future) _shares *= 1 + stock;
    }

    private void Treat(int year, bool again, bool removed, double startDay)
    {
        DateOnly start = HolidayRules.TradingDays(new DateOnly(year + 1, 5, 3), new DateOnly(year + 1, 5, 20))[0];
        DateOnly end = HolidayRules.TradingDays(new DateOnly(year + 2, 5, 3), new DateOnly(year + 2, 5, 20))[0];
        if (_profile.IsNew && start <= _profile.Listed.AddDays(30)) return;
        if (removed && start > _options.From)
        {
            List<DateOnly> after = HolidayRules.TradingDays(new DateOnly(year + 1, 6, 1).AddDays((int)(startDay * 60)), new DateOnly(year + 2, 4, 30));
            DateOnly delisting = after[45];
            Halt = (after[0], after[44]);
            Delisted = after[45 + 15];
            Treatments.Add(new Treatment(start, delisting, "*ST", "*ST"));
            Treatments.Add(new Treatment(delisting, Delisted.Value, "退", "退市整理期"));
            return;
        }

        Treatments.Add(new Treatment(start, end, again ? "*ST" : "ST", again ? "*ST" : "ST"));
    }

    private static double Yuan(double value) => Math.Round(value, 2);
}
