namespace AlphaKit.Models;

/// <summary>Stored weights do not fit a network. Nothing was made of them.</summary>
public sealed class WeightsException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="network">The network.</param>
    /// <param name="missing">Names that are needed and not there.</param>
    /// <param name="unexpected">Names that are there and not known.</param>
    /// <param name="misfits">Names with another shape or with values that are not finite, and what is wrong.</param>
    public WeightsException(string network, IReadOnlyList<string> missing, IReadOnlyList<string> unexpected, IReadOnlyList<string> misfits)
        : base($"The weights do not fit {network}.{List(" Missing: ", missing)}{List(" Not known: ", unexpected)}{List(" Other than needed: ", misfits)}")
    {
        Network = network;
        Missing = missing;
        Unexpected = unexpected;
        Misfits = misfits;
    }

    /// <summary>The network.</summary>
    public string Network { get; }

    /// <summary>Names that are needed and not there.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Names that are there and not known.</summary>
    public IReadOnlyList<string> Unexpected { get; }

    /// <summary>Names with another shape or with values that are not finite, and what is wrong.</summary>
    public IReadOnlyList<string> Misfits { get; }

    private static string List(string title, IReadOnlyList<string> names) =>
        names.Count == 0 ? "" : title + string.Join("; ", names.Take(12)) + (names.Count > 12 ? $" and {names.Count - 12} more." : ".");
}
