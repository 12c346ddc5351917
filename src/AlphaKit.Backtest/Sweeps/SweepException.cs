namespace AlphaKit.Backtest;

/// <summary>Some cases of a sweep failed. The others were run to their end and are not lost.</summary>
public sealed class SweepException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failures">The cases that failed, in the order of the cases, and why.</param>
    /// <param name="completed">The results of the others, in the order of the cases.</param>
    public SweepException(IReadOnlyList<SweepFailure> failures, SweepResult completed)
        : base(Text(failures, completed), failures[0].Exception) => (Failures, Completed) = (failures, completed);

    /// <summary>The cases that failed, in the order of the cases, and why.</summary>
    public IReadOnlyList<SweepFailure> Failures { get; }

    /// <summary>The results of the cases that did not fail, in the order of the cases.</summary>
    public SweepResult Completed { get; }

    private static string Text(IReadOnlyList<SweepFailure> failures, SweepResult completed)
    {
        ArgumentNullException.ThrowIfNull(failures);
        ArgumentNullException.ThrowIfNull(completed);
        return failures.Count == 0
            ? throw new ArgumentException("There is no failure to tell.", nameof(failures))
            : $"{failures.Count} of {failures.Count + completed.Names.Count} cases failed, first '{failures[0].Name}': {failures[0].Exception.Message} Completed holds the results of the others.";
    }
}
