namespace AlphaKit.Factors;

/// <summary>
/// Several features over the same days and symbols: the input of models. A value of row T is known at <see cref="KnownAt"/> of T;
/// missing values and everything outside the universe are NaN – the model decides how to fill them.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class FeatureTensor
{
    private readonly FactorValues[] _features;
    private readonly Dictionary<string, int> _indexOf = new(StringComparer.Ordinal);

    /// <summary>Puts features together.</summary>
    /// <param name="features">The features, all with the same axes, names unique, at least one.</param>
    /// <param name="members">The universe, in the shape of the axes. The features must be NaN outside of it.</param>
    /// <param name="notes">What the user should know: what was dropped, which steps worked with less than they wanted.</param>
    /// <exception cref="ArgumentException">There is no feature, axes differ, a name comes twice or a value stands outside the universe.</exception>
    public FeatureTensor(IEnumerable<FactorValues> features, Membership members, IEnumerable<string>? notes = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(members);
        _features = [.. features];
        if (_features.Length == 0) throw new ArgumentException("At least one feature is needed.", nameof(features));
        Axes = _features[0].Axes;
        if (members.Rows != Axes.Days || members.Columns != Axes.Count)
            throw new ArgumentException($"The universe is {members.Rows} × {members.Columns}, the features are {Axes.Days} × {Axes.Count}.", nameof(members));
        Members = members;
        Notes = [.. notes ?? []];
        for (int k = 0; k < _features.Length; k++)
        {
            FactorValues feature = _features[k];
            if (!feature.Axes.Matches(Axes)) throw new ArgumentException($"Feature '{feature.Name}' has other days or symbols than '{_features[0].Name}'.", nameof(features));
            if (!_indexOf.TryAdd(feature.Name, k)) throw new ArgumentException($"Two features are named '{feature.Name}'.", nameof(features));
            RequireMissingOutside(feature, members);
        }
    }

    private FeatureTensor(FactorValues[] features, PanelAxes axes, Membership members, IReadOnlyList<string> notes)
    {
        (_features, Axes, Members, Notes) = (features, axes, members, notes);
        for (int k = 0; k < features.Length; k++) _indexOf.Add(features[k].Name, k);
    }

    /// <summary>How many features there are.</summary>
    public int Count => _features.Length;

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Names => [.. _features.Select(f => f.Name)];

    /// <summary>The features, in order.</summary>
    public IReadOnlyList<FactorValues> Features => _features;

    /// <summary>Days and symbols.</summary>
    public PanelAxes Axes { get; }

    /// <summary>Who belonged to the universe on each day.</summary>
    public Membership Members { get; }

    /// <summary>When row T is known: the latest clock of the features, of the fields of the steps and of the universe.</summary>
    public Clock KnownAt => _features.Max(f => f.KnownAt);

    /// <summary>What the user should know: what was dropped and why, which days were declared missing.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The feature of that name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">There is no such feature.</exception>
    public FactorValues this[string name] => _indexOf.TryGetValue(name, out int k)
        ? _features[k]
        : throw new KeyNotFoundException($"There is no feature '{name}'; there are {string.Join(", ", Names)}.");

    /// <summary>The feature at a position.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public FactorValues this[int index] => _features[index];

    /// <summary>Number of features and shape.</summary>
    public override string ToString() => $"{Count} features over {Axes}, known at {KnownAt}";

    /// <summary>Features as the pipeline makes them: on the same axes, names unique, missing outside the universe.</summary>
    internal static FeatureTensor Computed(FactorValues[] features, PanelAxes axes, Membership members, IReadOnlyList<string> notes) => new(features, axes, members, notes);

    private static void RequireMissingOutside(FactorValues feature, Membership members)
    {
        for (int t = 0; t < members.Rows; t++)
        {
            ReadOnlySpan<float> values = feature.Values.Row(t);
            ReadOnlySpan<bool> inside = members.Row(t);
            for (int i = 0; i < values.Length; i++)
            {
                if (!inside[i] && !float.IsNaN(values[i]))
                    throw new ArgumentException($"Feature '{feature.Name}' has a value for {feature.Axes.Symbols[i]} on {feature.Axes.Calendar[t]:yyyy-MM-dd}, which is outside the universe.", nameof(feature));
            }
        }
    }
}
