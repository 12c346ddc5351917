namespace AlphaKit.Backtest;

/// <summary>What a monitor compares with what.</summary>
public sealed record MonitorOptions
{
    /// <summary>Default of <see cref="Window"/>.</summary>
    public const int DefaultWindow = 120;

    /// <summary>Default of <see cref="FewestDays"/>.</summary>
    public const int DefaultFewestDays = 100;

    /// <summary>Default of <see cref="FewestNames"/>.</summary>
    public const int DefaultFewestNames = 30;

    /// <summary>Default of <see cref="LowestCoverage"/>.</summary>
    public const double DefaultCoverage = 0.8;

    /// <summary>Default of <see cref="ShiftLimit"/>: the usual reading of the population stability index.</summary>
    public const double DefaultShift = 0.25;

    /// <summary>Default of <see cref="CalibrationEvidence"/>.</summary>
    public const double DefaultCalibrationEvidence = 3.0;

    /// <summary>Default of <see cref="CoolDown"/>.</summary>
    public const int DefaultCoolDown = 20;

    /// <summary>Trading days that trailing figures average. Shorter windows notice sooner and raise more false alarms.</summary>
    /// <value>At least 2; the default is 120.</value>
    public int Window { get; init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(Window), value, "Must be at least 2."); } = DefaultWindow;

    /// <summary>Fewest days within the window that must have an IC.</summary>
    /// <value>At least 2; the default is 100.</value>
    public int FewestDays { get; init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(FewestDays), value, "Must be at least 2."); } = DefaultFewestDays;

    /// <summary>Fewest names with score and label for a day to have an IC.</summary>
    /// <value>At least 3; the default is 30.</value>
    public int FewestNames { get; init => field = value >= 3 ? value : throw new ArgumentOutOfRangeException(nameof(FewestNames), value, "Must be at least 3."); } = DefaultFewestNames;

    /// <summary>When to train anew.</summary>
    public RetrainRule Retrain { get; init; } = new();

    /// <summary>What the scores are; calibration is watched for forecasts only.</summary>
    public ScoreScale Scale { get; init; }

    /// <summary>Standard errors by which the trailing bias must differ from 0, or the trailing slope from 1, for an alert.</summary>
    /// <value>Positive; the default is 3.</value>
    public double CalibrationEvidence { get; init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(CalibrationEvidence), value, "Must be positive."); } = DefaultCalibrationEvidence;

    /// <summary>Share of the members that must have a score.</summary>
    /// <value>0 to 1; the default is 0.8.</value>
    public double LowestCoverage { get; init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(LowestCoverage), value, "Must be within 0 and 1."); } = DefaultCoverage;

    /// <summary>Last day of the reference for the distribution of inputs, for example the end of training; it begins with the first day. Null does not watch them.</summary>
    public DateOnly? ReferenceTo { get; init; }

    /// <summary>Population stability index above which an input counts as shifted.</summary>
    /// <value>Positive; the default is 0.25.</value>
    public double ShiftLimit { get; init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(ShiftLimit), value, "Must be positive."); } = DefaultShift;

    /// <summary>Trading days for which an alert of a kind about a subject is not repeated; the retrain rule has its own.</summary>
    /// <value>Not negative; the default is 20.</value>
    public int CoolDown { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(CoolDown), value, "Must not be negative."); } = DefaultCoolDown;
}
