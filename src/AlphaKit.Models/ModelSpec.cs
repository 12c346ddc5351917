namespace AlphaKit.Models;

/// <summary>
/// What to train: the immutable description of a model. Derive a sealed record from it to add your own; nothing internal is needed.
/// <code>
/// public sealed record MyScorer : ModelSpec
/// {
///     public override string Name =&gt; "mine";
///     public override ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken) =&gt; …;
/// }
/// </code>
/// </summary>
/// <remarks>
/// <see cref="Fit"/> must depend on nothing but its arguments and the record's own properties: no clock, no other random numbers than
/// <see cref="TrainingContext.Random"/>, and the same result for any <see cref="TrainingContext.MaxThreads"/>.
/// </remarks>
public abstract record ModelSpec
{
    /// <summary>Name, for scores and reports.</summary>
    public abstract string Name { get; }

    /// <summary>Parameters by name, for the manifest; numbers in invariant culture.</summary>
    public virtual IReadOnlyList<KeyValuePair<string, string>> Parameters => [];

    /// <summary>Trains the model.</summary>
    /// <param name="set">The samples; all their labels are known at <see cref="TrainingSet.Cut"/>.</param>
    /// <param name="context">Threads and random numbers.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <exception cref="InsufficientDataException">The samples do not suffice for this model.</exception>
    public abstract ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken);
}
