using System.Globalization;

namespace AlphaKit.Factors;

/// <summary>A number that belongs to an operator, not to the data: a window, a bound, a policy.</summary>
/// <param name="Name">The name in formulas.</param>
/// <param name="Kind">What it may be.</param>
/// <param name="Least">Smallest value.</param>
/// <param name="Most">Largest value.</param>
/// <param name="Default">The value when it is left out; null when it may not be.</param>
internal sealed record OperatorParameter(string Name, ParameterKind Kind, double Least, double Most, double? Default = null)
{
    /// <summary>The words of a <see cref="ParameterKind.Choice"/>, by value.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The smallest value is itself not allowed.</summary>
    public bool Above { get; init; }

    /// <summary>Null when the value is allowed, else what would be.</summary>
    public string? Problem(double value)
    {
        bool inside = value >= Least && value <= Most && !(Above && value == Least);
        bool whole = Kind == ParameterKind.Number || value == Math.Floor(value);
        return inside && whole ? null : "Must be " + Allowed + ".";
    }

    /// <summary>The allowed values in words.</summary>
    public string Allowed => Kind switch
    {
        ParameterKind.Choice => string.Join(" or ", Words),
        ParameterKind.Days => $"{Text(Least)} to {Text(Most)} trading days",
        ParameterKind.Integer => $"a whole number from {Text(Least)} to {Text(Most)}",
        _ => (Above ? "above " + Text(Least) : double.IsNegativeInfinity(Least) || Least == double.MinValue ? "finite" : "at least " + Text(Least))
            + (Most == double.MaxValue ? "" : " and at most " + Text(Most)),
    };

    /// <summary>The value as it stands in a formula.</summary>
    public string Print(double value) => Kind == ParameterKind.Choice ? Words[(int)value] : Text(value);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
