using System.Globalization;

namespace AlphaKit.Models;

/// <summary>The features of a linear model are combinations of each other and the penalty is too small to tell them apart.</summary>
public sealed class SingularFeaturesException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="feature">The first feature that is a combination of those before it.</param>
    /// <param name="penalty">The penalty.</param>
    public SingularFeaturesException(string feature, double penalty)
        : base(string.Create(CultureInfo.InvariantCulture, $"Feature '{feature}' is a combination of those before it, and the penalty {penalty:R} is lost in rounding: raise the penalty or drop the feature."))
    {
        Feature = feature;
        Penalty = penalty;
    }

    /// <summary>The first feature that is a combination of those before it.</summary>
    public string Feature { get; }

    /// <summary>The penalty.</summary>
    public double Penalty { get; }
}
