using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// A recurrent network over the last days of each share: GRU or LSTM → batch normalisation → linear head → logistic function, trained on the IC of
/// whole cross-sections. With several inputs (daily, weekly, monthly) each has its head and the score is their mean. No native library is needed.
/// <code>
/// new RecurrentScorer()                                                     // GRU, 40 days, 30 units
/// new RecurrentScorer { Inputs = SequenceInput.MultiFrequency(d, w, m) }    // one GRU shared by three frequencies
/// new RecurrentScorer { Cell = RecurrentCell.Lstm }
/// </code>
/// </summary>
public sealed record RecurrentScorer : NetworkScorer
{
    /// <summary>Default of <see cref="Hidden"/>.</summary>
    public const int DefaultHidden = 30;

    /// <inheritdoc/>
    public override string Name => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Cell == RecurrentCell.Gru ? "gru" : "lstm")}({Hidden}{(Inputs.Count > 1 ? $", {Inputs.Count} {Sharing switch { RecurrentSharing.Shared => "shared", RecurrentSharing.Separate => "separate", _ => "partly shared" }} inputs" : "")})");

    /// <summary>GRU or LSTM.</summary>
    /// <value>The default is <see cref="RecurrentCell.Gru"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public RecurrentCell Cell
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Cell), value, "Must be a named cell.");
    }

    /// <summary>Hidden units.</summary>
    /// <value>1 to 1024. The default is <see cref="DefaultHidden"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int Hidden
    {
        get;
        init => field = value is >= 1 and <= 1024 ? value : throw new ArgumentOutOfRangeException(nameof(Hidden), value, "Must be 1 to 1024.");
    } = DefaultHidden;

    /// <summary>Whether all inputs go through one layer.</summary>
    /// <value>The default is <see cref="RecurrentSharing.Shared"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public RecurrentSharing Sharing
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Sharing), value, "Must be a named policy.");
    }

    /// <summary>What follows the linear head.</summary>
    /// <value>The default is <see cref="RecurrentOutput.Sigmoid"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public RecurrentOutput Output
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Output), value, "Must be a named output.");
    }

    /// <summary>The loss.</summary>
    /// <value>The default is minus the IC of each head plus 0.01 of the correlation of each pair of heads.</value>
    public MultiTaskLoss Loss
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = new();

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Parameters =>
    [
        new("cell", Cell.ToString()),
        new("hidden", Hidden.ToString(CultureInfo.InvariantCulture)),
        new("sharing", Sharing.ToString()),
        new("output", Output.ToString()),
        new("loss", Loss.Name),
        .. InputParameters,
    ];

    internal override ServedNetwork Serve(IReadOnlyList<int> features, IReadOnlyList<NamedTensor> weights) => new ServedRecurrent(this, features, weights);

    internal override TrainableNetwork Create(IReadOnlyList<int> features, RandomStream random) => new RecurrentNetwork(this, features, random);
}
