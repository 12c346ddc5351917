namespace AlphaKit.Models;

/// <summary>A point of a training curve.</summary>
/// <param name="Seed">Which network of the ensemble, from 1.</param>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Loss">Mean loss over the batches of the epoch.</param>
/// <param name="ValidationIc">Mean correlation of scores and labels over the validation days; NaN if no day has one.</param>
/// <param name="IsBest">True if no epoch before was better.</param>
public sealed record TrainingEpoch(int Seed, int Epoch, double Loss, double ValidationIc, bool IsBest)
{
    /// <summary>Mean macro AUC of the class head over the validation days; NaN unless <see cref="TrainingOptions.StopOn"/> asks for it.</summary>
    public double ValidationAuc { get; init; } = double.NaN;
}
