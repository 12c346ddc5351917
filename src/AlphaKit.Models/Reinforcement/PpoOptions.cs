using System.Globalization;

namespace AlphaKit.Models;

/// <summary>Proximal policy optimisation (PPO; Schulman et al. 2017) with generalised advantages (Schulman et al. 2016).</summary>
public sealed record PpoOptions
{
    /// <summary>Units of the hidden layer of policy and value, each.</summary>
    /// <value>1 or more. The default is 16.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Hidden
    {
        get;
        init => field = AtLeastOne(value, nameof(Hidden));
    } = 16;

    /// <summary>Rounds of collecting and learning.</summary>
    /// <value>1 or more. The default is 60.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Iterations
    {
        get;
        init => field = AtLeastOne(value, nameof(Iterations));
    } = 60;

    /// <summary>Stretches of history that are walked through in a round, each from a random day.</summary>
    /// <value>1 or more. The default is 16.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Episodes
    {
        get;
        init => field = AtLeastOne(value, nameof(Episodes));
    } = 16;

    /// <summary>Days of a stretch; shorter where the training days are fewer.</summary>
    /// <value>2 or more. The default is 64.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 2.</exception>
    public int EpisodeDays
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(EpisodeDays), value, "Must be 2 or more days.");
    } = 64;

    /// <summary>Times that what was collected is learnt from.</summary>
    /// <value>1 or more. The default is 4.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Epochs
    {
        get;
        init => field = AtLeastOne(value, nameof(Epochs));
    } = 4;

    /// <summary>Steps in a batch.</summary>
    /// <value>1 or more. The default is 256.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int BatchSize
    {
        get;
        init => field = AtLeastOne(value, nameof(BatchSize));
    } = 256;

    /// <summary>Learning rate at the start; falls to 0 in a straight line.</summary>
    /// <value>Finite and above 0. The default is 0.003.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Rate
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Rate), value, "Must be finite and above 0.");
    } = 0.003;

    /// <summary>ε: how far the probability of an action may move, as a ratio, before it gives no more gradient.</summary>
    /// <value>Above 0 and below 1. The default is 0.2.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Clip
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Clip), value, "Must be above 0 and below 1.");
    } = 0.2;

    /// <summary>γ: what a reward of the next day counts today. Weights change tomorrow's reward by the cost of switching alone, so a small one does.</summary>
    /// <value>0 to 1. The default is 0.5.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Discount
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Discount), value, "Must be from 0 to 1.");
    } = 0.5;

    /// <summary>λ of the generalised advantages.</summary>
    /// <value>0 to 1. The default is 0.95.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Trace
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Trace), value, "Must be from 0 to 1.");
    } = 0.95;

    /// <summary>Standard deviation of the actions at first.</summary>
    /// <value>Finite and above 0. The default is 0.5.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Deviation
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Deviation), value, "Must be finite and above 0.");
    } = 0.5;

    /// <summary>Weight of the squared error of the value in the loss.</summary>
    /// <value>Finite, 0 or more. The default is 0.5.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or negative.</exception>
    public double ValueWeight
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(ValueWeight), value, "Must be finite and 0 or more.");
    } = 0.5;

    /// <summary>Weight of the entropy of the actions in the loss.</summary>
    /// <value>Finite, 0 or more. The default is 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or negative.</exception>
    public double EntropyWeight
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(EntropyWeight), value, "Must be finite and 0 or more.");
    }

    /// <summary>Largest length of the gradient.</summary>
    /// <value>Finite and above 0. The default is 0.5.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double ClipNorm
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(ClipNorm), value, "Must be finite and above 0.");
    } = 0.5;

    private static int AtLeastOne(int value, string name) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"Must be 1 or more, it is {value}."));
}
