using System.Globalization;

namespace AlphaKit.Models;

/// <summary>One trial of a search.</summary>
/// <param name="Number">0 for the first.</param>
/// <param name="Seed">Seed of its random numbers.</param>
/// <param name="Point">The parameters.</param>
/// <param name="State">How it ended.</param>
/// <param name="Score">The score, higher is better; NaN unless complete.</param>
/// <param name="Interim">The scores that it reported step by step; their number is its length in steps.</param>
/// <param name="Message">Why it failed or was stopped; empty otherwise.</param>
public sealed record SearchTrial(int Number, ulong Seed, SearchPoint Point, SearchTrialState State, double Score, IReadOnlyList<double> Interim, string Message)
{
    /// <summary>Its length in steps: how many interim scores it reported.</summary>
    public int Steps => Interim.Count;

    /// <summary>The trial in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"trial {Number}: {Point}: {(State == SearchTrialState.Complete ? $"score {Score:G6}" : $"{State}, {Message}")}, {Steps} steps");
}
