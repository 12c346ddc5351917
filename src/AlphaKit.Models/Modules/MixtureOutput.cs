namespace AlphaKit.Models;

/// <summary>What a <see cref="MixtureOfExperts"/> computes for a batch.</summary>
/// <param name="LogProbabilities">Logarithms of the mixed probabilities, [batch, classes]; for a negative log-likelihood, not for another softmax.</param>
/// <param name="Gate">Weight of each expert, [batch, experts]; rows add up to 1.</param>
/// <param name="ExpertLogits">What each expert says, [batch, experts, classes].</param>
/// <param name="Volatility">Foreseen volatility, above 0, [batch].</param>
/// <param name="Weight">Weight of the share, between 0 and 1, [batch].</param>
public sealed record MixtureOutput(Tensor LogProbabilities, Tensor Gate, Tensor ExpertLogits, Tensor Volatility, Tensor Weight)
{
    /// <summary>
    /// Keeps experts in use and different: load balance (the squared coefficient of variation of the mean gate over the experts) and decorrelation (the
    /// mean squared correlation over the batch between the logits of two experts, class by class).
    /// </summary>
    /// <param name="loadBalance">Weight of the first.</param>
    /// <param name="decorrelation">Weight of the second.</param>
    public Tensor Regulariser(double loadBalance, double decorrelation)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor load = Gate.mean([0]);
        Tensor balance = load.var(unbiased: false) / load.mean().square();
        Tensor centred = ExpertLogits - ExpertLogits.mean([0], keepdim: true);
        Tensor scaled = centred / (centred.square().sum([0], keepdim: true) + 1e-12).sqrt();
        long experts = ExpertLogits.size(1);
        Tensor total = torch.zeros(1);
        for (long a = 0; a < experts; a++)
        {
            for (long b = a + 1; b < experts; b++) total = total + (scaled.select(1, a) * scaled.select(1, b)).sum([0]).square().mean();
        }

        return ((balance * loadBalance) + (total.sum() * (2 * decorrelation / (experts * (experts - 1))))).MoveToOuterDisposeScope();
    }
}
