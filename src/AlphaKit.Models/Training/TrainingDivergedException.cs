namespace AlphaKit.Models;

/// <summary>A network's loss or gradient became infinite or undefined in training.</summary>
public sealed class TrainingDivergedException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="model">Name of the model.</param>
    /// <param name="seed">Which network of the ensemble, from 1.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="what">What was not finite.</param>
    public TrainingDivergedException(string model, int seed, int epoch, string what)
        : base($"{what} of {model} (network {seed}) was not finite in epoch {epoch}: lower LearningRate.Peak or set ClipNorm.")
    {
        Model = model;
        Seed = seed;
        Epoch = epoch;
    }

    /// <summary>Name of the model.</summary>
    public string Model { get; }

    /// <summary>Which network of the ensemble, from 1.</summary>
    public int Seed { get; }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }
}
