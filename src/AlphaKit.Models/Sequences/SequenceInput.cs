using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// A sequence that a network reads for each share: <see cref="Steps"/> values of every feature, <see cref="Stride"/> trading days apart, the last one of
/// the day itself. Weekly bars are 5-day features read with a stride of 5, monthly bars 20-day features with a stride of 20.
/// </summary>
public sealed record SequenceInput
{
    /// <summary>Default of <see cref="Steps"/>.</summary>
    public const int DefaultSteps = 40;

    /// <summary>The features by name; empty for all.</summary>
    /// <value>The default is empty.</value>
    public IReadOnlyList<string> Features
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Distinct(StringComparer.Ordinal).Count() != value.Count) throw new ArgumentException($"A feature is named twice: {string.Join(", ", value)}.", nameof(Features));
            field = [.. value];
        }
    } = [];

    /// <summary>Steps of the sequence.</summary>
    /// <value>1 or more. The default is <see cref="DefaultSteps"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Steps
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Steps), value, "Must be 1 or more.");
    } = DefaultSteps;

    /// <summary>Trading days from step to step.</summary>
    /// <value>1 or more. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Stride
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Stride), value, "Must be 1 or more trading days.");
    } = 1;

    /// <summary>How values are scaled.</summary>
    /// <value>The default is <see cref="SequenceScale.ZScorePerDay"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public SequenceScale Scale
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Scale), value, "Must be a named policy.");
    }

    /// <summary>A share is scored only if at least this share of its steps has a feature; new listings have few.</summary>
    /// <value>0 to 1. The default is 0.5.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double LeastHistory
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(LeastHistory), value, "Must be from 0 to 1.");
    } = 0.5;

    /// <summary>Trading days before the day of the sample that the first step lies back.</summary>
    public int Reach => (Steps - 1) * Stride;

    /// <summary>Daily, weekly and monthly sequences: 40 days, 20 weeks of 5 days, 12 months of 20 days.</summary>
    /// <param name="daily">Features of a day.</param>
    /// <param name="weekly">Features of five days.</param>
    /// <param name="monthly">Features of twenty days.</param>
    public static IReadOnlyList<SequenceInput> MultiFrequency(IReadOnlyList<string> daily, IReadOnlyList<string> weekly, IReadOnlyList<string> monthly) =>
    [
        new SequenceInput { Features = daily },
        new SequenceInput { Features = weekly, Steps = 20, Stride = 5 },
        new SequenceInput { Features = monthly, Steps = 12, Stride = 20 },
    ];

    /// <summary>The input in words.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Features.Count == 0 ? "all features" : string.Join("+", Features))} × {Steps}{(Stride > 1 ? $" every {Stride} days" : "")}, {Scale}, least history {LeastHistory:R}");

    /// <summary>Equal if the features come in the same order and all else is equal.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(SequenceInput? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Steps, Stride, Scale, Features.Count);
}
