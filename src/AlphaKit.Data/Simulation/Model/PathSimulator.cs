namespace AlphaKit.Data.Simulation;

/// <summary>Simulates one share day by day from its own stream and the common factors.</summary>
internal sealed class PathSimulator
{
    private readonly IReadOnlyList<DateOnly> _days;
    private readonly CommonFactors _common;
    private readonly SimulationOptions _options;
    private readonly StockPath _path;
    private readonly StockProfile _profile;
    private readonly RandomStream _returns;
    private readonly RandomStream _signals;
    private readonly RandomStream _trading;
    private readonly AlphaLaw _law;
    private readonly AlphaDriver _alpha;
    private readonly int[] _industry;
    private double _signal;
    private double _driver;
    private double _variance = 1;
    private double _gap;
    private double _logTurnover;
    private double _momentum;
    private int _suspendedDays;
    private bool _resumed;

    private PathSimulator(StockProfile profile, IReadOnlyList<DateOnly> days, CommonFactors common, SimulationOptions options)
    {
        _days = days;
        _common = common;
        _options = options;
        _profile = profile;
        Company company = new(profile, options);
        int first = profile.IsNew ? LowerBound(days, profile.Listed) : 0;
        int end = company.Delisted is { } delisted ? LowerBound(days, delisted) : days.Count;
        _path = new StockPath(profile, company, first, Math.Max(0, end - first));
        _returns = RandomStream.Create(options.Seed, $"simulation/path/{profile.Symbol}/returns");
        _signals = RandomStream.Create(options.Seed, $"simulation/path/{profile.Symbol}/signal");
        _trading = RandomStream.Create(options.Seed, $"simulation/path/{profile.Symbol}/trading");
        _signal = _signals.NextNormal();
        _driver = options.AlphaPattern == AlphaPattern.Linear ? _signal : 0;
        _alpha = new AlphaDriver(options.AlphaPattern, _path, common);
        _law = AlphaLaw.From(options.AlphaStrength, options.AlphaHorizon);
        _industry = IndustryHistory.PerDay(profile, options, days, first, _path.Count);
    }

    public static StockPath Run(StockProfile profile, IReadOnlyList<DateOnly> days, CommonFactors common, SimulationOptions options)
    {
        PathSimulator simulator = new(profile, days, common, options);
        simulator.Run();
        return simulator._path;
    }

    public static int LowerBound(IReadOnlyList<DateOnly> days, DateOnly date)
    {
        int low = 0, high = days.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (days[middle] < date) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void Run()
    {
        int previous = _profile.PriceCents;
        double factor = 1, shares = _profile.InitialShares;
        if (!_profile.IsNew) factor = Math.Round(1 + (4 * _trading.NextDouble()), 3);
        List<Payout> payouts = _path.Company.Payouts;
        int nextPayout = 0;
        if (_path.Count > 0) while (nextPayout < payouts.Count && payouts[nextPayout].Ex <= _days[_path.First]) nextPayout++;
        int delistingDay = 0;
        for (int i = 0; i < _path.Count; i++)
        {
            DateOnly date = _days[_path.First + i];
            int reference = previous;
            if (nextPayout < payouts.Count && payouts[nextPayout].Ex == date)
            {
                Payout payout = payouts[nextPayout++];
                reference = Reference(previous, payout);
                factor *= (double)previous / reference;
                shares = Math.Round(shares * (1 + payout.NewShares));
            }

            DayState state = DayState.None;
            Treatment? treatment = _path.Company.Treatments.Find(t => date >= t.Start && date < t.End);
            if (treatment?.Prefix == "退")
            {
                state |= DayState.Delisting;
                delistingDay++;
            }
            else if (treatment is not null)
            {
                state |= DayState.St;
            }

            int dayNumber = _profile.IsNew ? i + 1 : int.MaxValue;
            (int Up, int Down)? limits = LimitRule.Of(_profile, date, (state & DayState.St) != 0, dayNumber, delistingDay, reference);
            _path.State[i] = state;
            _path.PreClose[i] = reference;
            _path.Up[i] = limits?.Up ?? 0;
            _path.Down[i] = limits?.Down ?? 0;
            _path.Factor[i] = factor;
            _path.Shares[i] = shares;
            Step(i, date, reference, limits, dayNumber);
            _driver = _alpha.At(i, _signal);
            _path.Driver[i] = (float)_driver;
            previous = _path.Close[i];
        }
    }

    private static int Reference(int previous, Payout payout) =>
        Math.Max(1, (int)Math.Floor((decimal)(((decimal)previous - ((decimal)payout.Cash * 100m)) / (1m + (decimal)payout.NewShares)) + 0.5m));

    private void Step(int i, DateOnly date, int reference, (int Up, int Down)? limits, int dayNumber)
    {
        int t = _path.First + i;
        _signal = (_law.Persistence * _signal) + (Math.Sqrt(1 - (_law.Persistence * _law.Persistence)) * _signals.NextNormal());
        _path.Signal[i] = (float)_signal;
        double noise = _returns.NextStudentT(ModelParameters.SpecificTail), split = _returns.NextNormal(), upper = 1 - _returns.NextDouble(), lower = 1 - _returns.NextDouble();
        if (Suspended(date, dayNumber))
        {
            _path.Open[i] = _path.High[i] = _path.Low[i] = _path.Close[i] = reference;
            return;
        }

        double z = (_law.Loading * _driver) + (Math.Sqrt(1 - (_law.Loading * _law.Loading)) * noise);
        double scale = _profile.Volatility * Math.Sqrt(_variance * _common.Relative[t]);
        if (_resumed) scale *= 1.8;
        _resumed = false;
        double shock = Math.Sqrt(_variance) * z;
        _variance = 1 - ModelParameters.SpecificNews - ModelParameters.SpecificMemory
            + (ModelParameters.SpecificNews * Math.Min(shock * shock, 25)) + (ModelParameters.SpecificMemory * _variance);
        _path.Shock[i] = (float)z;
        _path.News[i] = (float)noise;
        double common = CommonReturn(i, t, reference);
        double total = Math.Clamp(common + (scale * z), -0.4, 0.5);
        double variance = (scale * scale) + (ModelParameters.MarketVolatility * ModelParameters.MarketVolatility) + ModelParameters.CommonVariance;
        double night = (ModelParameters.OvernightShare * total)
            + (Math.Sqrt(ModelParameters.OvernightShare * (1 - ModelParameters.OvernightShare) * variance) * split);
        double begin = reference * (1 + _gap);
        if (dayNumber == 1) begin *= _profile.FirstDayJump;
        double close = begin * (1 + total), open = begin * Math.Max(0.5, 1 + night);
        double logOpen = Math.Log(open), logClose = Math.Log(close), move = logClose - logOpen, day = (1 - ModelParameters.OvernightShare) * variance * 0.8;

        // Extremes of a Brownian bridge between the two prices.
        double high = logOpen + (0.5 * (move + Math.Sqrt((move * move) - (2 * day * Math.Log(upper)))));
        double low = logOpen + (0.5 * (move - Math.Sqrt((move * move) - (2 * day * Math.Log(lower)))));
        Quote(i, open, Math.Exp(high), Math.Exp(low), close, limits);
        _momentum = (_momentum * (1 - (1.0 / 120))) + total;
        Trade(i, t, date, z);
    }

    private double CommonReturn(int i, int t, int reference)
    {
        double value = _path.Shares[i] * reference / 100.0;
        double size = Math.Clamp((Math.Log(value) - 22.7) / 1.1, -3, 3);
        double book = Math.Clamp((Math.Log(_profile.MarketValue / _profile.PriceToBook / value) + 0.8) / 0.6, -3, 3);
        double momentum = Math.Clamp(_momentum / 0.3, -3, 3);
        double liquidity = Math.Clamp(_logTurnover / 0.5, -3, 3);
        return (_profile.Beta * _common.Market[t]) + _common.Industries[_industry[i]][t]
            + (size * _common.Styles[0][t]) + (book * _common.Styles[1][t]) + (momentum * _common.Styles[2][t]) + (liquidity * _common.Styles[3][t]);
    }

    private bool Suspended(DateOnly date, int dayNumber)
    {
        const double MeanLength = 6;
        double u = _trading.NextDouble(), length = _trading.NextDouble();
        if (_path.Company.Halt is { } halt && date >= halt.From && date <= halt.To)
        {
            _resumed = true;
            return true;
        }

        if (_suspendedDays > 0)
        {
            _suspendedDays--;
            _resumed = true;
            return true;
        }

        if (dayNumber <= 60 || u >= _options.SuspensionShare / MeanLength) return false;
        _suspendedDays = (int)(-MeanLength * Math.Log(1 - length));
        _resumed = true;
        return true;
    }

    private void Quote(int i, double open, double high, double low, double close, (int Up, int Down)? limits)
    {
        int up = limits?.Up ?? int.MaxValue / 4, down = limits?.Down ?? 1;
        int o = Cents(open, up, down), c = Cents(close, up, down), h = Cents(high, up, down), l = Cents(low, up, down);
        _path.Open[i] = o;
        _path.Close[i] = c;
        _path.High[i] = Math.Max(h, Math.Max(o, c));
        _path.Low[i] = Math.Min(l, Math.Min(o, c));
        _path.State[i] |= DayState.Traded;

        // What a limit cut off is still in the price that the market wants; rounding to the tick is not carried, so that it cannot bounce.
        _gap = 0;
        if (close >= up + 0.5)
        {
            _gap = (close / c) - 1;
            _path.State[i] |= DayState.ClampedUp;
        }
        else if (close <= down - 0.5)
        {
            _gap = (close / c) - 1;
            _path.State[i] |= DayState.ClampedDown;
        }
    }

    private static int Cents(double price, int up, int down) => (int)Math.Clamp(Math.Floor(price + 0.5), down, up);

    private void Trade(int i, int t, DateOnly date, double z)
    {
        double draw = _trading.NextNormal(), tilt = _trading.NextNormal();
        _logTurnover = (0.85 * _logTurnover) + (0.22 * draw);
        double turnover = _profile.BaseTurnover * Math.Exp(_logTurnover + _common.LogTurnover[t] + (0.3 * (Math.Min(Math.Abs(z), 4) - 0.75))
            + (ModelParameters.TurnoverOnSignal * _signal));
        int low = _path.Low[i], high = _path.High[i];
        bool sealedAllDay = low == high && (low == _path.Up[i] || low == _path.Down[i]);
        if (sealedAllDay) turnover *= 0.15;
        double floating = _path.Shares[i] * _profile.FloatRatio(date);
        long volume = Math.Max(1000, (long)(Math.Min(turnover, 0.6) * floating / 100) * 100);
        double middle = (_path.Open[i] + high + low + _path.Close[i]) / 4.0;
        double price = Math.Clamp(middle + (0.08 * tilt * (high - low)), low, high);
        _path.Volume[i] = volume;
        _path.Amount[i] = Math.Clamp(Math.Round(volume * price / 100), volume / 100 * low, volume / 100 * high);
    }
}
