namespace AlphaKit.Factors;

/// <summary>Results would take more memory than <see cref="EngineOptions.MemoryBudget"/> allows.</summary>
public sealed class MemoryBudgetException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="factors">Number of factors.</param>
    /// <param name="days">Number of days.</param>
    /// <param name="symbols">Number of symbols.</param>
    /// <param name="needed">Bytes that their values take.</param>
    /// <param name="budget">Bytes that are allowed.</param>
    public MemoryBudgetException(int factors, int days, int symbols, long needed, long budget)
        : base($"{factors} factors of {days} days × {symbols} symbols take {needed} bytes, {budget} are allowed: write them block by block ({nameof(FactorSet)}.{nameof(FactorSet.WriteAsync)}), or allow more ({nameof(EngineOptions)}.{nameof(EngineOptions.MemoryBudget)}).")
    {
        Needed = needed;
        Budget = budget;
    }

    /// <summary>Bytes that the values take.</summary>
    public long Needed { get; }

    /// <summary>Bytes that are allowed.</summary>
    public long Budget { get; }
}
