using System.Globalization;

namespace AlphaKit.Models;

/// <summary>Coordinate descent of an elastic net did not come to rest: the features are nearly combinations of each other and the penalty is tiny.</summary>
public sealed class ElasticNetException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="penalty">The penalty.</param>
    /// <param name="rounds">Rounds over all features that were made.</param>
    /// <param name="violation">How far the conditions of the optimum are missed, as a share of the largest moment.</param>
    public ElasticNetException(double penalty, int rounds, double violation)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"With the penalty {penalty:R} coordinate descent misses the optimum by {violation:E1} after {rounds} rounds: raise the penalty, lower the share on absolute values, or drop features that repeat others."))
    {
        Penalty = penalty;
        Rounds = rounds;
        Violation = violation;
    }

    /// <summary>The penalty.</summary>
    public double Penalty { get; }

    /// <summary>Rounds over all features that were made.</summary>
    public int Rounds { get; }

    /// <summary>How far the conditions of the optimum are missed, as a share of the largest moment.</summary>
    public double Violation { get; }
}
