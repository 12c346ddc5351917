namespace AlphaKit.Backtest;

/// <summary>
/// What a monitor watches: one factor's or model's scores, the labels they are judged by, and the inputs that the scores were made from. All
/// matrices stand on <see cref="Axes"/>. Rows that no one can know yet may be there; the monitor does not look at them.
/// </summary>
public sealed record MonitorInput
{
    /// <summary>Name of the factor or model.</summary>
    public required string Name { get; init; }

    /// <summary>Days and symbols.</summary>
    public required PanelAxes Axes { get; init; }

    /// <summary>Scores; row T is what was said on T, NaN for no opinion.</summary>
    public required FieldMatrix Scores { get; init; }

    /// <summary>Labels; row T is what followed T, NaN for none.</summary>
    public required FieldMatrix Labels { get; init; }

    /// <summary>Trading days after T at whose close the label of T is known, for example <c>LabelValues.Horizon</c>.</summary>
    /// <value>At least 1.</value>
    public required int MaturityDays { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MaturityDays), value, "Must be at least 1: a label of tomorrow is not known today."); }

    /// <summary>Who should have a score on each day; null for every symbol.</summary>
    public Membership? Members { get; init; }

    /// <summary>The inputs whose distribution is watched, by name; may be empty.</summary>
    public IReadOnlyList<KeyValuePair<string, FieldMatrix>> Inputs { get; init; } = [];
}
