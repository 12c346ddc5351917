using System.Globalization;

namespace AlphaKit.Factors;

/// <summary>
/// What a model should foresee: the return of a share from the trading day after the decision. A label of day T enters on T + 1 and leaves
/// on T + 1 + <see cref="Days"/>, so it is known only <see cref="Horizon"/> days after T; its values have a type of their own and cannot be
/// used as a factor.
/// <code>
/// LabelValues y = Label.ForwardReturn(days: 5).Compute(panel);
/// LabelValues z = (Label.ForwardReturn(days: 5) with { Price = LabelPrice.AdjustedVwap, Excess = LabelExcess.CrossSectionMean }).Compute(panel);
/// </code>
/// </summary>
/// <remarks>Formula: P(T + 1 + days)/P(T + 1) − 1 as a simple return, P the price named by <see cref="Price"/>.</remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record Label
{
    /// <summary>Longest holding time, in trading days.</summary>
    public const int MaxDays = 1000;

    private Label(int days) => Days = days;

    /// <summary>Trading days from entry to exit.</summary>
    public int Days { get; }

    /// <summary>Trading days from the decision to the entry: 1, the day after.</summary>
    public int EntryDelay { get; } = 1;

    /// <summary>Trading days after T until the label of T is known: <see cref="EntryDelay"/> + <see cref="Days"/>, at that day's close.</summary>
    public int Horizon => EntryDelay + Days;

    /// <summary>The price of entry and exit.</summary>
    /// <value>The default is <see cref="LabelPrice.AdjustedClose"/>.</value>
    public LabelPrice Price
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Price), value, "Must be a named price.");
    }

    /// <summary>What becomes of entries that could not be dealt.</summary>
    /// <value>The default is <see cref="EntryPolicy.DropUntradable"/>.</value>
    public EntryPolicy Entry
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Entry), value, "Must be a named policy.");
    }

    /// <summary>What becomes of labels without a price on the exit day.</summary>
    /// <value>The default is <see cref="ExitPolicy.LastPrice"/>.</value>
    public ExitPolicy Exit
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Exit), value, "Must be a named policy.");
    }

    /// <summary>What is subtracted from the return; an index is subtracted by <see cref="Over"/> instead.</summary>
    /// <value>The default is <see cref="LabelExcess.None"/>.</value>
    public LabelExcess Excess
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Excess), value, "Must be a named excess.");
    }

    /// <summary>The index whose return from the close of T + 1 to the close of T + 1 + days is subtracted, or null.</summary>
    public LabelBenchmark? Benchmark { get; private init; }

    /// <summary>The field of <see cref="Price"/>.</summary>
    public Field PriceField => Price switch
    {
        LabelPrice.AdjustedVwap => Field.AdjustedVwap,
        LabelPrice.AdjustedOpen => Field.AdjustedOpen,
        _ => Field.AdjustedClose,
    };

    /// <summary>
    /// The fields to query: the price, and for <see cref="EntryPolicy.DropUntradable"/> those that tell whether the entry could be dealt.
    /// Of the latter a panel may lack some: <see cref="Compute"/> then makes the checks that it can and says in the notes what it could not.
    /// </summary>
    public IReadOnlyList<Field> RequiredFields => [PriceField, .. EntryFields];

    private IReadOnlyList<Field> EntryFields => Entry == EntryPolicy.KeepAll ? [] : [.. LabelComputation.SuspensionFields, .. LabelComputation.LimitFields];

    /// <summary>The return from T + 1 to T + 1 + <paramref name="days"/>.</summary>
    /// <param name="days">1 to <see cref="MaxDays"/> trading days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of range.</exception>
    public static Label ForwardReturn(int days) => days is >= 1 and <= MaxDays
        ? new Label(days)
        : throw new ArgumentOutOfRangeException(nameof(days), days, $"Must be 1 to {MaxDays} trading days.");

    /// <summary>The same label in excess of an index, close to close over the same days.</summary>
    /// <param name="benchmark">The index.</param>
    public Label Over(LabelBenchmark benchmark)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        return this with { Benchmark = benchmark };
    }

    /// <summary><see cref="RequiredFields"/> without the fields for entry checks that a source does not have.</summary>
    /// <param name="coverage">What the source has.</param>
    /// <exception cref="FieldNotAvailableException">The source does not have the price.</exception>
    public IReadOnlyList<Field> FieldsCoveredBy(MarketCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        if (!coverage.Has(PriceField)) throw new FieldNotAvailableException(PriceField, coverage.WhyMissing(PriceField));
        return [PriceField, .. EntryFields.Where(coverage.Has)];
    }

    /// <summary>Computes the label of every day and symbol of a panel.</summary>
    /// <param name="panel">The data; must hold <see cref="PriceField"/>.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <exception cref="FieldNotAvailableException">The panel lacks the price.</exception>
    /// <exception cref="InsufficientDataException">The panel has no more days than <see cref="Horizon"/>, or the benchmark lacks one.</exception>
    public LabelValues Compute(Panel panel, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return LabelComputation.Run(this, panel, cancellationToken);
    }

    /// <summary>The label with all that differs from the default: <c>ForwardReturn(5, AdjustedVwap)</c>.</summary>
    public override string ToString()
    {
        List<string> parts = [Days.ToString(CultureInfo.InvariantCulture)];
        if (Price != LabelPrice.AdjustedClose) parts.Add(Price.ToString());
        if (Entry != EntryPolicy.DropUntradable) parts.Add($"entry {Entry}");
        if (Exit != ExitPolicy.LastPrice) parts.Add($"exit {Exit}");
        if (Excess != LabelExcess.None) parts.Add($"over {Excess}");
        if (Benchmark is not null) parts.Add($"over {Benchmark.Index}");
        return $"ForwardReturn({string.Join(", ", parts)})";
    }
}
