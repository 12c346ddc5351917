namespace AlphaKit.Models;

/// <summary>Everything that a training needs to go on: finished networks, the one under way, the best epoch so far, the curve.</summary>
internal sealed class TrainingState
{
    public List<(float[] Weights, float[] Buffers)> Finished { get; } = [];

    public List<TrainingEpoch> History { get; } = [];

    public int Epoch { get; set; }

    public int Step { get; set; }

    public int Stale { get; set; }

    public double LossSum { get; set; }

    public double Best { get; set; } = double.NegativeInfinity;

    public int AdamSteps { get; set; }

    public float[] Weights { get; set; } = [];

    public float[] Buffers { get; set; } = [];

    public float[] First { get; set; } = [];

    public float[] Second { get; set; } = [];

    public float[] BestWeights { get; set; } = [];

    public float[] BestBuffers { get; set; } = [];

    public void Begin(TrainableNetwork network)
    {
        BestWeights = [.. network.Weights];
        BestBuffers = [.. network.Buffers];
    }

    public void Capture(TrainableNetwork network, Adam adam)
    {
        Weights = [.. network.Weights];
        Buffers = [.. network.Buffers];
        First = [.. adam.First];
        Second = [.. adam.Second];
        AdamSteps = adam.Steps;
    }

    public void Restore(TrainableNetwork network, Adam adam)
    {
        Weights.CopyTo(network.Weights, 0);
        Buffers.CopyTo(network.Buffers, 0);
        First.CopyTo(adam.First, 0);
        Second.CopyTo(adam.Second, 0);
        adam.Steps = AdamSteps;
    }

    /// <summary>The first epoch is best whatever it scores; later ones must be better.</summary>
    public TrainingEpoch EndEpoch(TrainableNetwork network, int seed, double loss, double ic, double auc, ValidationMeasure by)
    {
        double measure = by == ValidationMeasure.MacroAuc ? auc : ic;
        bool isBest = Epoch == 0 || measure > Best;
        if (isBest)
        {
            if (!double.IsNaN(measure)) Best = measure;
            BestWeights = [.. network.Weights];
            BestBuffers = [.. network.Buffers];
        }

        Stale = isBest ? 0 : Stale + 1;
        TrainingEpoch epoch = new(seed, Epoch + 1, loss, ic, isBest) { ValidationAuc = auc };
        History.Add(epoch);
        Epoch++;
        Step = 0;
        LossSum = 0;
        return epoch;
    }

    public void Finish()
    {
        Finished.Add((BestWeights, BestBuffers));
        (Epoch, Step, Stale, LossSum, Best, AdamSteps) = (0, 0, 0, 0, double.NegativeInfinity, 0);
        Weights = Buffers = First = Second = BestWeights = BestBuffers = [];
    }
}
