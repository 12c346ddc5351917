namespace AlphaKit.Backtest;

/// <summary>How a backtest is run. Every default is a named constant; every choice appears in the manifest of the result.</summary>
public sealed record BacktestOptions
{
    /// <summary>Default of <see cref="InitialCash"/>, CNY.</summary>
    public const decimal DefaultInitialCash = 1_000_000m;

    /// <summary>Default of <see cref="MaxParticipation"/>.</summary>
    public const double DefaultMaxParticipation = 0.10;

    /// <summary>Default of <see cref="DelistingHaircut"/>.</summary>
    public const decimal DefaultDelistingHaircut = 0.5m;

    /// <summary>First date, inclusive; need not be a trading day, must lie within the data.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last date, inclusive; need not be a trading day, must lie within the data.</summary>
    public required DateOnly To { get; init; }

    /// <summary>On which days is dealt.</summary>
    /// <value>The default is <see cref="Schedule.Weekly"/>.</value>
    public Schedule Schedule { get; init => field = value ?? throw new ArgumentNullException(nameof(Schedule)); } = Schedule.Weekly;

    /// <summary>Cash at the start, CNY.</summary>
    /// <value>1 to 100 billion, whole cents. The default is <see cref="DefaultInitialCash"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range or has fractions of a cent.</exception>
    public decimal InitialCash
    {
        get;
        init => field = value is >= 1m and <= 100_000_000_000m && decimal.Round(value, 2) == value
            ? value
            : throw new ArgumentOutOfRangeException(nameof(InitialCash), value, "Must be 1 to 100,000,000,000 CNY in whole cents.");
    } = DefaultInitialCash;

    /// <summary>The moment of the day before the dealing day at which is decided: which of that day's fields the strategy sees.</summary>
    /// <value>The default is <see cref="Clock.NextMorning"/>: everything of that day.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a clock.</exception>
    public Clock DecisionClock
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(DecisionClock), value, "Must be a defined clock.");
    } = Clock.NextMorning;

    /// <summary>The price at which is dealt.</summary>
    /// <value>The default is <see cref="DealPrice.Open"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a deal price.</exception>
    public DealPrice DealPrice
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(DealPrice), value, "Must be Open, Close or Vwap.");
    } = DealPrice.Open;

    /// <summary>Deals inside the day on minute bars instead of at <see cref="DealPrice"/>.</summary>
    /// <value>The default, null, deals on daily bars.</value>
    public MinuteExecution? Minutes { get; init; }

    /// <summary>What trades cost; charged once per order and day, so that a minimum commission applies per order.</summary>
    /// <value>The default is <see cref="AShareFees.Retail"/>.</value>
    public IFeeSchedule Fees { get; init => field = value ?? throw new ArgumentNullException(nameof(Fees)); } = AShareFees.Retail;

    /// <summary>
    /// Order sizes and taxes, and price limits where the market data has none: limits that the data offers (<see cref="Field.LimitUp"/>, published
    /// or computed) go before those of this rulebook.
    /// </summary>
    /// <value>The default is <see cref="Rulebook.AShare"/>.</value>
    public Rulebook Rules { get; init => field = value ?? throw new ArgumentNullException(nameof(Rules)); } = Rulebook.AShare;

    /// <summary>How much worse than that price is dealt.</summary>
    /// <value>The default is <see cref="NoSlippage"/>.</value>
    public ISlippage Slippage { get; init => field = value ?? throw new ArgumentNullException(nameof(Slippage)); } = NoSlippage.Instance;

    /// <summary>Largest part of the volume (see <see cref="Participation"/>) that one order may take.</summary>
    /// <value>Above 0, at most 1. The default is <see cref="DefaultMaxParticipation"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double MaxParticipation
    {
        get;
        init => field = value is > 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxParticipation), value, "Must be above 0 and at most 1.");
    } = DefaultMaxParticipation;

    /// <summary>Which volume that is a part of.</summary>
    /// <value>The default is <see cref="ParticipationPolicy.PreviousAverage"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a policy.</exception>
    public ParticipationPolicy Participation
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Participation), value, "Must be a defined policy.");
    } = ParticipationPolicy.PreviousAverage;

    /// <summary>The index that the portfolio is compared with, read from <see cref="Datasets.IndexBars"/>.</summary>
    /// <value>The default, null, is the equally weighted universe of the strategy, rebalanced at the same dealing days from the first on, free of cost.</value>
    public Symbol? Benchmark { get; init; }

    /// <summary>Price gaps without a known corporate action.</summary>
    /// <value>The default is <see cref="MissingActionPolicy.ReinvestAsCash"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a policy.</exception>
    public MissingActionPolicy MissingActions
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(MissingActions), value, "Must be a defined policy.");
    } = MissingActionPolicy.ReinvestAsCash;

    /// <summary>What a share is worth on its delisting.</summary>
    /// <value>The default is <see cref="DelistingPolicy.Worthless"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a policy.</exception>
    public DelistingPolicy Delisting
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Delisting), value, "Must be a defined policy.");
    } = DelistingPolicy.Worthless;

    /// <summary>Part of the last price lost under <see cref="DelistingPolicy.LastPriceLessHaircut"/>.</summary>
    /// <value>0 to 1. The default is <see cref="DefaultDelistingHaircut"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public decimal DelistingHaircut
    {
        get;
        init => field = value is >= 0m and <= 1m
            ? value
            : throw new ArgumentOutOfRangeException(nameof(DelistingHaircut), value, "Must be 0 to 1.");
    } = DefaultDelistingHaircut;

    /// <summary>Rights issues.</summary>
    /// <value>The default is <see cref="RightsPolicy.SubscribeIfAffordable"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a policy.</exception>
    public RightsPolicy Rights
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Rights), value, "Must be a defined policy.");
    } = RightsPolicy.SubscribeIfAffordable;

    /// <summary>Tax on dividends.</summary>
    /// <value>The default is <see cref="DividendTaxPolicy.Individual"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a policy.</exception>
    public DividendTaxPolicy DividendTax
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(DividendTax), value, "Must be a defined policy.");
    } = DividendTaxPolicy.Individual;

    /// <summary>Riskless return per year, for Sharpe and Sortino.</summary>
    /// <value>−0.1 to 1. The default is 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double RiskFreeRate
    {
        get;
        init => field = value is >= -0.1 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(RiskFreeRate), value, "Must be -0.1 to 1 per year.");
    }

    /// <summary>Trading days per year, by which measures are annualised.</summary>
    /// <value>200 to 366, or null, the default: <see cref="TradingCalendar.DaysPerYear"/> of the market's calendar, about 243 for A-shares.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double? DaysPerYear
    {
        get;
        init => field = value is null or (>= 200 and <= 366)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(DaysPerYear), value, "Must be 200 to 366 trading days per year.");
    }
}
