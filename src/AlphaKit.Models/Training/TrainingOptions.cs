namespace AlphaKit.Models;

/// <summary>How a network is trained: whole cross-sections as batches, early stopping on the validation days, an ensemble of seeds.</summary>
public sealed record TrainingOptions
{
    /// <summary>Most epochs.</summary>
    /// <value>1 or more. The default is 100.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Epochs
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Epochs), value, "Must be 1 or more.");
    } = 100;

    /// <summary>What an epoch is judged by: the best one is kept, and training stops when none has been better for <see cref="Patience"/> epochs.</summary>
    /// <value>The default is <see cref="ValidationMeasure.Ic"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public ValidationMeasure StopOn
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(StopOn), value, "Must be a named measure.");
    }

    /// <summary>Epochs without a better measure (<see cref="StopOn"/>) after which training stops.</summary>
    /// <value>1 or more. The default is 10.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Patience
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Patience), value, "Must be 1 or more epochs.");
    } = 10;

    /// <summary>
    /// Days per batch; each is a whole cross-section and has its own loss. One of 5,000 shares is a batch of the usual size; small universes want
    /// several.
    /// </summary>
    /// <value>1 or more. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int DaysPerBatch
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(DaysPerBatch), value, "Must be 1 or more days.");
    } = 1;

    /// <summary>Share of the days, the newest, that are validated on; the training part is cut by the label's horizon before them.</summary>
    /// <value>Above 0 and below 1. The default is 0.2: four to one.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double ValidationShare
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(ValidationShare), value, "Must be above 0 and below 1.");
    } = 0.2;

    /// <summary>
    /// Months before the cut that are validated on, instead of <see cref="ValidationShare"/>: 12 for the last year, 6 for half a year. The training part
    /// is cut by the label's horizon before them.
    /// </summary>
    /// <value>1 or more, or null for the share. The default is null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? ValidationMonths
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(ValidationMonths), value, "Must be 1 or more months, or null.");
    }

    /// <summary>The learning rate.</summary>
    /// <value>The default is a constant 0.005.</value>
    public LearningRate Rate
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = new();

    /// <summary>The optimiser.</summary>
    /// <value>The default is plain Adam.</value>
    public AdamOptions Optimiser
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = new();

    /// <summary>Largest length of the gradient; longer ones are shortened to it. Null for no limit.</summary>
    /// <value>Above 0, or null. The default is null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public double? ClipNorm
    {
        get;
        init => field = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(ClipNorm), value, "Must be above 0, or null.");
    }

    /// <summary>Networks of the ensemble; they differ in their random numbers only, and their scores of a day are averaged after z-scoring.</summary>
    /// <value>1 or more. The default is 3.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Seeds
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Seeds), value, "Must be 1 or more.");
    } = 3;

    /// <summary>How the labels of a day are scaled before the loss.</summary>
    /// <value>The default is <see cref="LabelScale.ZScore"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public LabelScale Label
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Label), value, "Must be a named policy.");
    } = LabelScale.ZScore;

    /// <summary>Folder for checkpoints, one file per training; null for none. A training that was stopped goes on from there with the same result.</summary>
    /// <value>The default is null.</value>
    public string? CheckpointFolder { get; init; }

    /// <summary>Steps between checkpoints; one is also written after each epoch.</summary>
    /// <value>1 or more. The default is 200.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int CheckpointSteps
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(CheckpointSteps), value, "Must be 1 or more steps.");
    } = 200;
}
