namespace AlphaKit.Models;

/// <summary>The yardstick of a gate that decides: constant weights with the highest mean IC on the training days.</summary>
internal static class FixedGate
{
    private const int Rounds = 60;

    /// <summary>
    /// Moves weight from one expert to another as long as the mean IC rises, by steps that halve; from equal weights, pairs in their order. Weights stay on
    /// the simplex.
    /// </summary>
    public static double[] Best(GateEnvironment environment, int[] training)
    {
        int experts = environment.Experts;
        double[] weights = new double[experts];
        Array.Fill(weights, 1.0 / experts);
        double best = environment.MeanIc(training, weights), step = 0.25;
        for (int round = 0; round < Rounds && step > 1e-4; round++)
        {
            bool hasMoved = false;
            for (int from = 0; from < experts; from++)
            {
                for (int to = 0; to < experts; to++)
                {
                    double amount = Math.Min(step, weights[from]);
                    if (from == to || amount <= 0) continue;
                    double[] moved = [.. weights];
                    moved[from] -= amount;
                    moved[to] += amount;
                    double ic = environment.MeanIc(training, moved);
                    if (ic <= best) continue;
                    (best, weights, hasMoved) = (ic, moved, true);
                }
            }

            if (!hasMoved) step /= 2;
        }

        return weights;
    }
}
