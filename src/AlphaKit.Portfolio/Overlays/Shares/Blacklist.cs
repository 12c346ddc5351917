namespace AlphaKit.Portfolio;

/// <summary>
/// Bans a name after <see cref="Wrong"/> wrong predictions in a row (黑名单) for <see cref="Days"/> days. Only mature outcomes count: the prediction of
/// day T is judged when the return from the close of T + <see cref="Delay"/> to that of T + <see cref="Delay"/> + <see cref="Horizon"/> is known.
/// </summary>
/// <remarks>
/// <para>A prediction and its outcome are each one of three classes: up, down or flat. Predicted: score above <see cref="UpAbove"/>, below
/// <see cref="DownBelow"/>, or neither. Realised: return above <see cref="Flat"/>, below its negative, or neither. Wrong is: not the same class.
/// Where a score or an outcome is missing nothing is counted. After a ban the count begins anew.</para>
/// <para>The state follows from all predictions up to the decision, so that it does not depend on when a run begins.</para>
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record Blacklist : IOverlay
{
    /// <summary>Default of <see cref="Wrong"/>.</summary>
    public const int DefaultWrong = 3;

    /// <summary>Default of <see cref="Days"/>.</summary>
    public const int DefaultDays = 30;

    /// <summary>Default of <see cref="Horizon"/>.</summary>
    public const int DefaultHorizon = 5;

    private readonly Scores _predictions;

    /// <summary>Makes the overlay.</summary>
    /// <param name="predictions">The predictions, one per name and day.</param>
    public Blacklist(Scores predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        _predictions = predictions;
    }

    /// <inheritdoc/>
    public string Name => "blacklist";

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => [Field.AdjustedClose];

    /// <summary>Wrong predictions in a row that ban a name.</summary>
    /// <value>1 or more. The default is <see cref="DefaultWrong"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Wrong
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Wrong), value, "Must be 1 or more.");
    } = DefaultWrong;

    /// <summary>How long a ban lasts, counted from the day on which the last outcome is known.</summary>
    /// <value>1 or more. The default is <see cref="DefaultDays"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Days
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Days), value, "Must be 1 or more.");
    } = DefaultDays;

    /// <summary>Which days those are.</summary>
    /// <value>The default is <see cref="DayKind.Trading"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public DayKind DayKind
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(DayKind), value, "Must be a named kind of days.");
    } = DayKind.Trading;

    /// <summary>Trading days over which an outcome is measured.</summary>
    /// <value>1 or more. The default is <see cref="DefaultHorizon"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Horizon
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Horizon), value, "Must be 1 or more trading days.");
    } = DefaultHorizon;

    /// <summary>Trading days from the prediction to the beginning of its outcome.</summary>
    /// <value>0 or more. The default is 1: what is predicted on T can be bought on T + 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Delay
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Delay), value, "Must be 0 or more trading days.");
    } = 1;

    /// <summary>Predictions are judged every so many days of the scores, from their first day on: 1 judges all, <see cref="Horizon"/> those whose outcomes do not overlap.</summary>
    /// <value>1 or more. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Every
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Every), value, "Must be 1 or more.");
    } = 1;

    /// <summary>A score above it predicts a rise.</summary>
    /// <value>Finite. The default is 0; for probabilities use 0.5.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double UpAbove
    {
        get;
        init => field = double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(UpAbove), value, "Must be finite.");
    }

    /// <summary>A score below it predicts a fall.</summary>
    /// <value>Finite, not above <see cref="UpAbove"/> when a run starts. The default is 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double DownBelow
    {
        get;
        init => field = double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(DownBelow), value, "Must be finite.");
    }

    /// <summary>Returns of at most this size are flat.</summary>
    /// <value>0 to 1. The default is 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Flat
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Flat), value, "Must be 0 to 1.");
    }

    /// <summary>What happens to a holding whose name is banned.</summary>
    /// <value>The default is <see cref="BannedHolding.Sell"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public BannedHolding Holding
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Holding), value, "Must be a named choice.");
    } = BannedHolding.Sell;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="DownBelow"/> is above <see cref="UpAbove"/>.</exception>
    public IOverlayRun Start() => DownBelow <= UpAbove
        ? new BlacklistRun(this, _predictions)
        : throw new InvalidOperationException(FormattableString.Invariant($"A fall is predicted below {DownBelow} and a rise above {UpAbove}: the first must not be above the second."));
}
