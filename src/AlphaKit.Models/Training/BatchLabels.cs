namespace AlphaKit.Models;

/// <summary>What was realised for the samples of a batch: names of one or more whole days, day after day.</summary>
/// <param name="Labels">Scaled labels, one per sample, all finite.</param>
/// <param name="Days">First sample of each day, and the number of samples at the end.</param>
/// <param name="Targets">Scaled further targets, in the order of the scorer's; NaN where there is none.</param>
public sealed record BatchLabels(IReadOnlyList<float> Labels, IReadOnlyList<int> Days, IReadOnlyList<IReadOnlyList<float>> Targets);
