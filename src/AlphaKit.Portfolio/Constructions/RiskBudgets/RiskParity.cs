namespace AlphaKit.Portfolio;

/// <summary>
/// Risk parity and risk budgeting (风险平价、风险预算): long-only weights whose contributions to the variance, w_i (Σw)_i / wᵀΣw, equal given budgets.
/// </summary>
/// <remarks>
/// The unique solution of min ½ xᵀΣx − Σ b_i ln x_i, scaled to a sum of one (Maillard, Roncalli and Teïletche 2010; Spinu 2013), by cyclical
/// coordinate descent (Griveau-Billion, Richard and Roncalli 2013): each coordinate solves σ_i² x² + c x − b_i = 0 with c the covariance with
/// the others. In factor form Σ = Y Yᵀ + diag(s) a step costs two products of length K, a sweep O(N·K). Where factors of equal strength make the
/// descent slow, Newton's method ends it, O(N·K²) a step.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record RiskParity : RiskWeighting
{
    /// <summary>Largest relative difference between a contribution and its budget at which the descent ends.</summary>
    public const double Tolerance = 1e-10;

    /// <summary>Most sweeps over all names and Newton steps together.</summary>
    public const int MostSteps = 200;

    /// <summary>Makes the weighting: every name of the pool the same contribution, or that of its budget.</summary>
    /// <param name="risk">The risk of every decision day.</param>
    public RiskParity(RiskHistory risk)
        : base(risk)
    {
    }

    /// <inheritdoc/>
    public override string Name => Budgets is null ? "risk parity" : "risk budgets";

    /// <summary>The budget of each name; names without one are not chosen. Only their proportions within the pool count.</summary>
    /// <value>Finite and above 0. Null, the default, gives every name of the pool the same.</value>
    /// <exception cref="ArgumentOutOfRangeException">A budget is not finite and above 0.</exception>
    public IReadOnlyDictionary<Symbol, double>? Budgets
    {
        get;
        init
        {
            foreach ((Symbol symbol, double budget) in value ?? new Dictionary<Symbol, double>())
            {
                if (!(double.IsFinite(budget) && budget > 0)) throw new ArgumentOutOfRangeException(nameof(Budgets), budget, $"The budget of {symbol} must be finite and above 0.");
            }

            field = value;
        }
    }

    /// <summary>The weights of all names of a risk at equal contributions.</summary>
    /// <param name="risk">The risk; at least one name, every variance above 0.</param>
    /// <exception cref="InvalidRiskException">A name has no variance.</exception>
    /// <exception cref="InsufficientDataException">The risk holds no name.</exception>
    /// <exception cref="RiskBudgetException">The contributions do not come near enough to the budgets: some names can nearly cancel each other's risk.</exception>
    public static RiskBudgetSolution Of(FactorRisk risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        double[] equal = new double[risk.Symbols.Count];
        Array.Fill(equal, 1);
        return Of(risk, equal);
    }

    /// <summary>The weights of all names of a risk at given budgets.</summary>
    /// <param name="risk">The risk; at least one name, every variance above 0.</param>
    /// <param name="budgets">One per name, finite and above 0; they are scaled to a sum of one.</param>
    /// <exception cref="ArgumentException">There is not one budget per name, or one is not finite and above 0.</exception>
    /// <exception cref="InvalidRiskException">A name has no variance.</exception>
    /// <exception cref="InsufficientDataException">The risk holds no name.</exception>
    /// <exception cref="RiskBudgetException">The contributions do not come near enough to the budgets.</exception>
    public static RiskBudgetSolution Of(FactorRisk risk, ReadOnlySpan<double> budgets)
    {
        ArgumentNullException.ThrowIfNull(risk);
        if (budgets.Length != risk.Symbols.Count) throw new ArgumentException($"{risk.Symbols.Count} budgets are needed, {budgets.Length} were given.", nameof(budgets));
        for (int i = 0; i < budgets.Length; i++)
        {
            if (!(double.IsFinite(budgets[i]) && budgets[i] > 0))
                throw new ArgumentException(FormattableString.Invariant($"The budget of {risk.Symbols[i]} is {budgets[i]}: it must be finite and above 0."), nameof(budgets));
        }

        RiskRoots roots = RiskRoots.Of(risk);
        double[] shares = budgets.ToArray();
        Proportions.Normalise(shares);
        RiskBudgetDescent descent = new(roots, shares);
        if (!descent.Run()) throw new RiskBudgetException(risk.Date, descent.Steps, descent.Residual);
        return new RiskBudgetSolution(risk, descent.Weights(), shares, descent.Steps, descent.Residual);
    }

    /// <inheritdoc/>
    protected override bool[] Covers(FactorRisk risk, IReadOnlyList<Symbol> symbols)
    {
        bool[] covered = base.Covers(risk, symbols);
        for (int i = 0; i < covered.Length; i++) covered[i] &= Budgets?.ContainsKey(symbols[i]) ?? true;
        return covered;
    }

    /// <inheritdoc/>
    protected override double[] Weights(FactorRisk risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        RiskBudgetSolution solution = Budgets is { } budgets ? Of(risk, [.. risk.Symbols.Select(s => budgets[s])]) : Of(risk);
        return [.. solution.Weights.Select(w => w.Value)];
    }
}
