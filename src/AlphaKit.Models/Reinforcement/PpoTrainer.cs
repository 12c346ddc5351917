namespace AlphaKit.Models;

/// <summary>Trains a <see cref="GatePolicy"/> on the training days of a fold.</summary>
internal static class PpoTrainer
{
    public static GatePolicy Train(GateEnvironment environment, int[] training, ExpertGateOptions options, RandomStream random, CancellationToken cancellationToken)
    {
        PpoOptions ppo = options.Ppo;
        GatePolicy policy = new(environment, training, ppo, random.Fork("weights"));
        Adam adam = new(new AdamOptions(), policy.Parameters.Length);
        for (int iteration = 0; iteration < ppo.Iterations; iteration++)
        {
            RandomStream draws = random.Fork(iteration);
            GateStep[] steps = [.. Enumerable.Range(0, ppo.Episodes).SelectMany(k => Walk(environment, training, policy, options, draws.Fork(k), cancellationToken))];
            Normalise(steps);
            for (int epoch = 0; epoch < ppo.Epochs; epoch++)
            {
                draws.Shuffle(steps.AsSpan());
                double rate = ppo.Rate * (1 - (iteration / (double)ppo.Iterations));
                foreach (GateStep[] batch in steps.Chunk(ppo.BatchSize)) Learn(policy, adam, batch, ppo, rate);
            }
        }

        return policy;
    }

    /// <summary>A_t = Σ_k (γ λ)^k δ_(t+k), δ_t = r_t + γ V_(t+1) − V_t; the value after the last step is given. The target of the value is A_t + V_t.</summary>
    public static void Advantages(IReadOnlyList<GateStep> steps, double after, double discount, double trace)
    {
        double advantage = 0;
        for (int i = steps.Count - 1; i >= 0; i--)
        {
            double next = i + 1 < steps.Count ? steps[i + 1].Value : after;
            advantage = steps[i].Reward + (discount * next) - steps[i].Value + (discount * trace * advantage);
            steps[i].Advantage = advantage;
            steps[i].Target = advantage + steps[i].Value;
        }
    }

    /// <summary>Walks through days from a random one on; the weights before the first are equal.</summary>
    private static List<GateStep> Walk(
        GateEnvironment environment, int[] training, GatePolicy policy, ExpertGateOptions options, RandomStream random, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int experts = environment.Experts, days = Math.Min(options.Ppo.EpisodeDays, training.Length), first = random.NextInt32(training.Length - days + 1);
        double[] equal = new double[experts], before = new double[experts], weights = new double[experts];
        Array.Fill(equal, 1.0 / experts);
        equal.CopyTo(before, 0);
        List<GateStep> steps = new(days);
        double[] mean = new double[experts];
        for (int i = 0; i < days; i++)
        {
            int t = training[first + i];
            double[] input = new double[policy.Inputs], action = new double[experts];
            policy.Input(environment.StateAt(t), before, input);
            policy.Mean(input, mean);
            for (int e = 0; e < experts; e++) action[e] = mean[e] + (policy.Deviation(e) * random.NextNormal());
            GatePolicy.Softmax(action, weights);
            double reward = environment.Ic(t, weights) - environment.Ic(t, equal) - (options.SwitchCost * Turnover(weights, before));
            steps.Add(new GateStep(input, action, policy.LogDensity(mean, action), reward, policy.Value(input)));
            weights.CopyTo(before, 0);
        }

        double after = 0;
        if (first + days < training.Length)
        {
            double[] input = new double[policy.Inputs];
            policy.Input(environment.StateAt(training[first + days]), before, input);
            after = policy.Value(input);
        }

        Advantages(steps, after, options.Ppo.Discount, options.Ppo.Trace);
        return steps;
    }

    public static double Turnover(ReadOnlySpan<double> weights, ReadOnlySpan<double> before)
    {
        double sum = 0;
        for (int e = 0; e < weights.Length; e++) sum += Math.Abs(weights[e] - before[e]);
        return sum / 2;
    }

    private static void Normalise(GateStep[] steps)
    {
        double mean = steps.Average(s => s.Advantage), deviation = Math.Sqrt(steps.Average(s => (s.Advantage - mean) * (s.Advantage - mean)));
        foreach (GateStep step in steps) step.Advantage = (step.Advantage - mean) / (deviation + 1e-8);
    }

    private static void Learn(GatePolicy policy, Adam adam, GateStep[] batch, PpoOptions options, double rate)
    {
        double[] gradient = new double[policy.Parameters.Length];
        foreach (GateStep step in batch) policy.Differentiate(step, options, gradient);
        double squares = 0;
        foreach (double g in gradient) squares += g * g;
        double norm = Math.Sqrt(squares) / batch.Length, factor = Math.Min(1, options.ClipNorm / Math.Max(norm, 1e-300)) / batch.Length;
        float[] shortened = new float[gradient.Length];
        for (int i = 0; i < gradient.Length; i++) shortened[i] = (float)(gradient[i] * factor);
        adam.Step(policy.Parameters, shortened, rate);
    }
}
