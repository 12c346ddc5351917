namespace AlphaKit.Models;

/// <summary>One point of the path of an <see cref="ElasticNetScorer"/>.</summary>
/// <param name="Penalty">The penalty.</param>
/// <param name="Model">The model.</param>
public sealed record ElasticNetPoint(double Penalty, LinearModel Model)
{
    /// <summary>Features with a weight other than 0.</summary>
    public int Used => Model.Coefficients.Skip(1).Count(c => c.Value != 0);
}
