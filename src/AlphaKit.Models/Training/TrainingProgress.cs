namespace AlphaKit.Models;

/// <summary>How far the training of an ensemble has come.</summary>
/// <param name="Network">The network, from 1.</param>
/// <param name="Networks">Networks of the ensemble.</param>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">Most epochs of a network; early stopping may end sooner.</param>
/// <param name="Step">Steps of the epoch that are done.</param>
/// <param name="Steps">Steps of an epoch.</param>
/// <param name="Loss">Loss of the step, or mean loss of the epoch at its end.</param>
/// <param name="Ended">The point of the training curve at the end of an epoch; null within one.</param>
public sealed record TrainingProgress(int Network, int Networks, int Epoch, int Epochs, int Step, int Steps, double Loss, TrainingEpoch? Ended)
{
    /// <summary>Steps still to do, at most.</summary>
    public long StepsLeft => ((((long)(Networks - Network) * Epochs) + Epochs - Epoch) * Steps) + Steps - Step;

    /// <summary>Time still to go, at most, by the mean time of the steps of this run.</summary>
    public TimeSpan TimeLeft { get; init; }
}
