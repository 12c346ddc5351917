namespace AlphaKit.Backtest;

/// <summary>
/// When a model is to be trained anew. The IC of a single day is noise (its deviation is ten times a good mean), so the rule looks at the mean over a
/// window of matured labels and asks for evidence: it fires when the mean is below <see cref="Floor"/> and lies <see cref="Evidence"/> standard errors
/// (Newey–West, as many lags as labels overlap) below <see cref="Expected"/>; then not again before <see cref="CoolDown"/>.
/// </summary>
public sealed record RetrainRule
{
    /// <summary>Default of <see cref="Floor"/>.</summary>
    public const double DefaultFloor = 0.02;

    /// <summary>Default of <see cref="Evidence"/>.</summary>
    public const double DefaultEvidence = 2.5;

    /// <summary>Default of <see cref="CoolDown"/>.</summary>
    public const int DefaultCoolDown = 60;

    /// <summary>Mean rank IC below which a model is not worth using.</summary>
    /// <value>Above −1 and below 1; the default is 0.02.</value>
    public double Floor { get; init => field = value is > -1 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Floor), value, "Must be above -1 and below 1."); } = DefaultFloor;

    /// <summary>Mean rank IC that the model promised, for example that of its validation; NaN to compare with <see cref="Floor"/> itself.</summary>
    /// <value>NaN by default; else above −1 and below 1.</value>
    public double Expected { get; init => field = double.IsNaN(value) || value is > -1 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Expected), value, "Must be above -1 and below 1, or NaN."); } = double.NaN;

    /// <summary>Standard errors that the mean must lie below.</summary>
    /// <value>Not negative; the default is 2.5. With 0 the mean alone decides.</value>
    public double Evidence { get; init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Evidence), value, "Must be finite and not negative."); } = DefaultEvidence;

    /// <summary>Trading days for which the rule is silent after it has fired.</summary>
    /// <value>Not negative; the default is 60.</value>
    public int CoolDown { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(CoolDown), value, "Must not be negative."); } = DefaultCoolDown;
}
