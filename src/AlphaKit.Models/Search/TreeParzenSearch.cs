using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// Tree-structured Parzen estimator (TPE; Bergstra, Bardenet, Bengio and Kégl 2011). The trials are split into the best and the rest; for each dimension
/// by itself a density l is fitted to the best and g to the rest, candidates are drawn from l, and the one with the largest l ÷ g is taken.
/// </summary>
/// <remarks>
/// The first <see cref="StartTrials"/> points are drawn at random. Trials that were pruned or failed belong to the rest. Densities of numbers are equally
/// weighted truncated normals at the values seen, as wide as the larger gap to a neighbour, and one as wide as the bounds; those of choices are counts and
/// one trial shared by all. Whole numbers are treated as numbers and rounded.
/// </remarks>
public sealed record TreeParzenSearch : SearchMethod
{
    private const int MostGood = 25;

    /// <summary>Trials drawn at random before densities are fitted.</summary>
    /// <value>1 or more. The default is 10.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int StartTrials
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(StartTrials), value, "Must be 1 or more.");
    } = 10;

    /// <summary>Candidates drawn for each dimension.</summary>
    /// <value>1 or more. The default is 24.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Candidates
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Candidates), value, "Must be 1 or more.");
    } = 24;

    /// <summary>Share of the trials that counts as the best; at least 1 trial, at most 25.</summary>
    /// <value>Above 0 and below 1. The default is 0.15.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double GoodShare
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(GoodShare), value, "Must be above 0 and below 1.");
    } = 0.15;

    /// <inheritdoc/>
    public override SearchPoint Propose(SearchSpace space, IReadOnlyList<SearchTrial> done, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(done);
        ArgumentNullException.ThrowIfNull(random);
        SearchTrial[] complete = [.. done.Where(t => t.State == SearchTrialState.Complete).OrderByDescending(t => t.Score).ThenBy(t => t.Number)];
        if (done.Count < StartTrials || complete.Length < 2) return space.Draw(random);
        int best = Math.Clamp((int)Math.Ceiling(GoodShare * done.Count), 1, Math.Min(MostGood, complete.Length - 1));
        SearchTrial[] good = complete[..best], rest = [.. complete[best..], .. done.Where(t => t.State != SearchTrialState.Complete)];
        double[] values = new double[space.Dimensions.Count];
        for (int d = 0; d < values.Length; d++)
        {
            SearchDimension dimension = space.Dimensions[d];
            ParzenDensity l = new(dimension, [.. good.Select(t => t.Point.Values[d])]), g = new(dimension, [.. rest.Select(t => t.Point.Values[d])]);
            double most = double.NegativeInfinity;
            for (int c = 0; c < Candidates; c++)
            {
                double candidate = l.Draw(random), gain = l.Log(candidate) - g.Log(candidate);
                if (gain > most) (most, values[d]) = (gain, candidate);
            }
        }

        return new SearchPoint(space, values);
    }

    /// <summary>The method in words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"tpe, {StartTrials} at random, {Candidates} candidates, best {GoodShare:R}");
}
