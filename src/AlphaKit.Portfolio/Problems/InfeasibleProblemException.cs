namespace AlphaKit.Portfolio;

/// <summary>No portfolio meets all the constraints.</summary>
public sealed class InfeasibleProblemException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="constraints">The constraints that contradict each other, by name and number.</param>
    /// <param name="needed">What one side needs, as a fraction of net asset value.</param>
    /// <param name="allowed">What the other side allows.</param>
    public InfeasibleProblemException(IReadOnlyList<string> constraints, double needed, double allowed)
        : base($"No portfolio meets all constraints; these contradict each other: {string.Join("; ", constraints ?? throw new ArgumentNullException(nameof(constraints)))}.")
    {
        Constraints = constraints;
        Conflicts = [];
        Needed = needed;
        Allowed = allowed;
    }

    /// <summary>Creates the exception for an irreducible set of constraints.</summary>
    /// <param name="conflicts">The set: no portfolio meets all of them, and without any one of them one does.</param>
    /// <param name="symbol">The instrument whose own bounds contradict each other; null when more than one is concerned.</param>
    public InfeasibleProblemException(IReadOnlyList<ConstraintConflict> conflicts, Symbol? symbol = null)
        : base(Compose(conflicts ?? throw new ArgumentNullException(nameof(conflicts)), symbol))
    {
        Constraints = [.. conflicts.Select(c => c.Words)];
        Conflicts = conflicts;
        Symbol = symbol;
        Needed = Allowed = double.NaN;
    }

    /// <summary>The constraints that contradict each other, in words.</summary>
    public IReadOnlyList<string> Constraints { get; }

    /// <summary>The irreducible set by name, each with its smallest relaxation; empty where <see cref="Needed"/> and <see cref="Allowed"/> tell it.</summary>
    public IReadOnlyList<ConstraintConflict> Conflicts { get; }

    /// <summary>The instrument whose own bounds contradict each other, or null.</summary>
    public Symbol? Symbol { get; }

    /// <summary>What one side needs, as a fraction of net asset value; NaN where <see cref="Conflicts"/> tells it.</summary>
    public double Needed { get; }

    /// <summary>What the other side allows; NaN where <see cref="Conflicts"/> tells it.</summary>
    public double Allowed { get; }

    private static string Compose(IReadOnlyList<ConstraintConflict> conflicts, Symbol? symbol)
    {
        string set = string.Join("; ", conflicts.Select(c => FormattableString.Invariant($"{c.Words} (widen by {c.Relaxation:G6})")));
        return $"No portfolio meets all constraints{(symbol is { } s ? $" on {s}" : "")}; these contradict each other, and widening any one of them by its number would do: {set}.";
    }
}
