namespace AlphaKit.Models;

/// <summary>No trial of a search has a score.</summary>
public sealed class SearchFailedException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="trials">Trials made.</param>
    /// <param name="first">What the first said.</param>
    public SearchFailedException(int trials, string first)
        : base($"None of {trials} trials has a score. The first said: {first}")
    {
        Trials = trials;
        First = first;
    }

    /// <summary>Trials made.</summary>
    public int Trials { get; }

    /// <summary>What the first said.</summary>
    public string First { get; }
}
