namespace AlphaKit.Portfolio;

/// <summary>Risk budgets that were not reached: the covariance lets some names nearly cancel each other's risk, so that weights would grow without end.</summary>
public sealed class RiskBudgetException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="date">The day of the risk.</param>
    /// <param name="steps">Sweeps over all names and Newton steps that were made.</param>
    /// <param name="residual">The largest relative difference between a contribution and its budget after them.</param>
    public RiskBudgetException(DateOnly date, int steps, double residual)
        : base(FormattableString.Invariant($"Risk budgets on {date:yyyy-MM-dd} were not reached in {steps} steps: a contribution is still {residual:G3} of its budget away from it. Check the risk for names that hedge each other perfectly, or raise specific variances."))
    {
        Date = date;
        Steps = steps;
        Residual = residual;
    }

    /// <summary>The day of the risk.</summary>
    public DateOnly Date { get; }

    /// <summary>Sweeps over all names and Newton steps that were made.</summary>
    public int Steps { get; }

    /// <summary>The largest relative difference between a contribution and its budget after them.</summary>
    public double Residual { get; }
}
