namespace AlphaKit.Models;

/// <summary>Whole cross-sections: one sequence per input and sample, the labels, and where each day begins.</summary>
/// <param name="Inputs">One batch of sequences per input, all over the same samples.</param>
/// <param name="Labels">Scaled labels; empty for scoring.</param>
/// <param name="Days">First sample of each day, and the number of samples at the end.</param>
/// <param name="Targets">Scaled further targets, NaN where there is none; null for none.</param>
internal sealed record NetworkBatch(SequenceBatch[] Inputs, float[] Labels, int[] Days, float[][]? Targets = null)
{
    public int Count => Days[^1];
}
