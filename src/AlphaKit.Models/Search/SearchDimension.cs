using System.Globalization;

namespace AlphaKit.Models;

/// <summary>One parameter that a search may choose: a name and what it can be.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class SearchDimension
{
    private SearchDimension(string name, SearchKind kind, double low, double high, IReadOnlyList<string> choices)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, Kind, Low, High, Choices) = (name, kind, low, high, choices);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public SearchKind Kind { get; }

    /// <summary>Lower bound; 0 for a choice.</summary>
    public double Low { get; }

    /// <summary>Upper bound; the last position for a choice.</summary>
    public double High { get; }

    /// <summary>The texts of a choice; empty otherwise.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>A number between bounds.</summary>
    /// <param name="name">The name.</param>
    /// <param name="low">Lower bound.</param>
    /// <param name="high">Upper bound; finite and above <paramref name="low"/>.</param>
    public static SearchDimension Uniform(string name, double low, double high) => low < high && double.IsFinite(high - low)
        ? new SearchDimension(name, SearchKind.Uniform, low, high, [])
        : throw new ArgumentOutOfRangeException(nameof(high), high, $"Must be finite and above the lower bound {low.ToString("R", CultureInfo.InvariantCulture)} of '{name}'.");

    /// <summary>A number between bounds, tried evenly in logarithms: for rates and penalties.</summary>
    /// <param name="name">The name.</param>
    /// <param name="low">Lower bound, above 0.</param>
    /// <param name="high">Upper bound; finite and above <paramref name="low"/>.</param>
    public static SearchDimension LogUniform(string name, double low, double high)
    {
        if (!(low > 0)) throw new ArgumentOutOfRangeException(nameof(low), low, $"The lower bound of '{name}' must be above 0.");
        return low < high && double.IsFinite(high)
            ? new SearchDimension(name, SearchKind.LogUniform, low, high, [])
            : throw new ArgumentOutOfRangeException(nameof(high), high, $"Must be finite and above the lower bound {low.ToString("R", CultureInfo.InvariantCulture)} of '{name}'.");
    }

    /// <summary>A whole number between bounds, both included.</summary>
    /// <param name="name">The name.</param>
    /// <param name="low">Least value.</param>
    /// <param name="high">Largest value, above <paramref name="low"/>.</param>
    public static SearchDimension Integer(string name, int low, int high) => low < high
        ? new SearchDimension(name, SearchKind.Integer, low, high, [])
        : throw new ArgumentOutOfRangeException(nameof(high), high, string.Create(CultureInfo.InvariantCulture, $"Must be above the least value {low} of '{name}'."));

    /// <summary>One of a few texts.</summary>
    /// <param name="name">The name.</param>
    /// <param name="choices">Two or more, all different.</param>
    public static SearchDimension Choice(string name, params IReadOnlyList<string> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (choices.Count < 2 || choices.Distinct(StringComparer.Ordinal).Count() != choices.Count || choices.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException($"'{name}' needs two or more different texts, it has {string.Join(", ", choices)}.", nameof(choices));
        return new SearchDimension(name, SearchKind.Choice, 0, choices.Count - 1, [.. choices]);
    }

    /// <summary>The dimension in words.</summary>
    public override string ToString() => Kind == SearchKind.Choice
        ? $"{Name}: {string.Join(" | ", Choices)}"
        : string.Create(CultureInfo.InvariantCulture, $"{Name}: {Kind} {Low:R} … {High:R}");

    /// <summary>A value drawn as it is likely at first; choices by position.</summary>
    internal double Draw(RandomStream random) => Kind switch
    {
        SearchKind.Uniform => random.NextDouble(Low, High),
        SearchKind.LogUniform => Math.Clamp(Math.Exp(random.NextDouble(Math.Log(Low), Math.Log(High))), Low, High),
        _ => Low + random.NextInt32((int)(High - Low) + 1),
    };

    /// <summary>The value as JSON and messages show it.</summary>
    internal string Text(double value) => Kind == SearchKind.Choice ? Choices[(int)value] : value.ToString("R", CultureInfo.InvariantCulture);
}
