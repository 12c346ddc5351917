using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// When a model is trained and on what. A fold trains after the close of its cut day and scores from the next trading day on, until the next
/// fold takes over:
/// <code>
///   ├──────── training days ────────┤ horizon ┤ embargo ┤cut│ first scored day …
/// </code>
/// The gap before the cut is not an option: it is the horizon of the label.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record WalkForwardPlan
{
    /// <summary>Default of <see cref="MinimumTrainDays"/>: most of a year.</summary>
    public const int DefaultMinimumTrainDays = 200;

    /// <summary>Retrains in January and July.</summary>
    public static WalkForwardPlan HalfYearly { get; } = new() { Retrain = RetrainInterval.HalfYearly };

    /// <summary>Retrains every quarter.</summary>
    public static WalkForwardPlan Quarterly { get; } = new() { Retrain = RetrainInterval.Quarterly };

    /// <summary>Retrains every month.</summary>
    public static WalkForwardPlan Monthly { get; } = new() { Retrain = RetrainInterval.Monthly };

    /// <summary>When the model is trained anew.</summary>
    public required RetrainInterval Retrain { get; init; }

    /// <summary>Days with samples that the first fold needs, before <see cref="SampleStride"/> thins them out.</summary>
    /// <value>1 or more. The default is <see cref="DefaultMinimumTrainDays"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MinimumTrainDays
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MinimumTrainDays), value, "Must be 1 or more trading days.");
    } = DefaultMinimumTrainDays;

    /// <summary>How many years before the cut are trained on; null for all history.</summary>
    /// <value>1 or more, or null. The default is null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? TrainYears
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(TrainYears), value, "Must be 1 or more years, or null.");
    }

    /// <summary>Trains on every n-th day that has samples, counted back from the newest: neighbouring days have overlapping labels.</summary>
    /// <value>1 or more. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int SampleStride
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(SampleStride), value, "Must be 1 or more trading days.");
    } = 1;

    /// <summary>Trading days left out between the last label used and the cut, beyond the horizon of the label.</summary>
    /// <value>0 or more. The default is 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Embargo
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Embargo), value, "Must be 0 or more trading days.");
    }

    /// <summary>Retrains every so many trading days.</summary>
    /// <param name="days">Trading days, 1 or more.</param>
    public static WalkForwardPlan EveryDays(int days) => new() { Retrain = RetrainInterval.EveryDays(days) };

    /// <summary>The plan in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Retrain}, {(TrainYears is { } years ? $"last {years} years" : "all history")}, at least {MinimumTrainDays} days, stride {SampleStride}, embargo {Embargo}");
}
