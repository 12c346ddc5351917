using System.Globalization;

namespace AlphaKit.Models;

/// <summary>What an <see cref="ExpertGate"/> decided.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class ExpertGateResult
{
    internal ExpertGateResult(Scores scores, IReadOnlyList<ExpertGateFold> folds, Table weights, IReadOnlyList<string> notes)
    {
        Scores = scores;
        Folds = folds;
        Weights = weights;
        Notes = notes;
    }

    /// <summary>Σ weight · z-score of the experts, out of sample; NaN before the first fold and where an expert has no score.</summary>
    public Scores Scores { get; }

    /// <summary>The trainings.</summary>
    public IReadOnlyList<ExpertGateFold> Folds { get; }

    /// <summary>The weights: [date, one column per expert].</summary>
    public Table Weights { get; }

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Mean IC of the gate over all decided days whose labels are known.</summary>
    public double GateIc => Mean(f => f.GateIc);

    /// <summary>Mean IC of equal weights over the same days.</summary>
    public double EqualIc => Mean(f => f.EqualIc);

    /// <summary>Mean IC of the fixed gates over the same days.</summary>
    public double FixedIc => Mean(f => f.FixedIc);

    /// <summary>The number of folds and the three ICs.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Folds.Count} folds, mean IC {GateIc:F4}, of a fixed gate {FixedIc:F4}, of equal weights {EqualIc:F4}");

    private double Mean(Func<ExpertGateFold, double> ic) => Folds.Where(f => f.Days > 0).Sum(f => ic(f) * f.Days) / Folds.Sum(f => f.Days);
}
