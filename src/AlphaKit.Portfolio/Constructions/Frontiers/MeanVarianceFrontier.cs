namespace AlphaKit.Portfolio;

/// <summary>
/// The whole efficient frontier (有效前沿) under bounds on each weight: for every λ from ∞ to 0 the portfolio that maximises
/// λ · μᵀw − ½ · wᵀΣw subject to lower ≤ w ≤ upper and Σ w = invested. It is piecewise linear in λ; its corners are found exactly by the critical
/// line method (Markowitz 1956), so that every question about it is answered by interpolation, not by another search.
/// </summary>
/// <remarks>
/// Equal expected returns are told apart by 1e-9 of their range, by the order of the names, while the corners are sought; the returns reported are
/// those given. Time O(F²) per corner with F names between their bounds, and O(N·K).
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class MeanVarianceFrontier
{
    private readonly FactorRisk _risk;
    private readonly double[] _returns;

    private MeanVarianceFrontier(FactorRisk risk, double[] returns, IReadOnlyList<CornerPortfolio> corners)
    {
        _risk = risk;
        _returns = returns;
        Corners = corners;
    }

    /// <summary>The names, in the order of all weights.</summary>
    public IReadOnlyList<Symbol> Symbols => _risk.Symbols;

    /// <summary>The corners, from the highest return to the lowest variance.</summary>
    public IReadOnlyList<CornerPortfolio> Corners { get; }

    /// <summary>The portfolio of the highest expected return.</summary>
    public CornerPortfolio MaximumReturn => Corners[0];

    /// <summary>The portfolio of the lowest variance.</summary>
    public CornerPortfolio MinimumVariance => Corners[^1];

    /// <summary>Finds the frontier.</summary>
    /// <param name="expectedReturns">One expected return per name of the risk, finite; any unit, that of the risk for Sharpe ratios.</param>
    /// <param name="risk">The risk; at least one name, every variance above 0.</param>
    /// <param name="options">Bounds; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is not one finite return per name.</exception>
    /// <exception cref="InfeasibleProblemException">The bounds do not allow the invested share.</exception>
    /// <exception cref="InvalidRiskException">A name has no variance, or some names between their bounds cancel each other's risk entirely.</exception>
    /// <exception cref="InsufficientDataException">The risk holds no name.</exception>
    public static MeanVarianceFrontier Of(ReadOnlySpan<double> expectedReturns, FactorRisk risk, FrontierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(risk);
        options ??= new FrontierOptions();
        int n = risk.Symbols.Count;
        if (expectedReturns.Length != n) throw new ArgumentException($"{n} expected returns are needed, {expectedReturns.Length} were given.", nameof(expectedReturns));
        for (int i = 0; i < n; i++)
        {
            if (!double.IsFinite(expectedReturns[i]))
                throw new ArgumentException(FormattableString.Invariant($"The expected return of {risk.Symbols[i]} is {expectedReturns[i]}: it must be finite."), nameof(expectedReturns));
        }

        if (n > 0 && options.MinWeight > options.MaxWeight)
            throw new InfeasibleProblemException([$"the lowest weight {options.MinWeight:P2}", $"the highest weight {options.MaxWeight:P2}"], options.MinWeight, options.MaxWeight);
        if (n > 0 && n * options.MaxWeight < options.Invested - CappedProblem.Tolerance)
            throw new InfeasibleProblemException([$"the invested share {options.Invested:P2}", $"{n} names of at most {options.MaxWeight:P2}"], options.Invested, n * options.MaxWeight);
        if (n * options.MinWeight > options.Invested + CappedProblem.Tolerance)
            throw new InfeasibleProblemException([$"{n} names of at least {options.MinWeight:P2}", $"the invested share {options.Invested:P2}"], n * options.MinWeight, options.Invested);

        double[] returns = expectedReturns.ToArray();
        CriticalLine line = new(RiskRoots.Of(risk), risk.Date, returns, options);
        List<CornerPortfolio> corners = [.. line.Corners().Select(c => Corner(risk, returns, c.Tolerance, c.Weights))];
        return new MeanVarianceFrontier(risk, returns, WithoutTies(corners));
    }

    /// <summary>Among portfolios of the highest return the one of the lowest variance begins the frontier; the walk between them is not on it.</summary>
    private static List<CornerPortfolio> WithoutTies(List<CornerPortfolio> corners)
    {
        double rounding = 1e-12 * (Math.Abs(corners[0].Return) + Math.Abs(corners[^1].Return));
        int last = corners.FindLastIndex(c => c.Return >= corners[0].Return - rounding);
        return corners[last].Variance < corners[0].Variance ? [corners[last] with { Tolerance = double.PositiveInfinity }, .. corners.Skip(last)] : corners;
    }

    /// <summary>The efficient portfolio of an expected return.</summary>
    /// <param name="expectedReturn">Between those of <see cref="MinimumVariance"/> and <see cref="MaximumReturn"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No efficient portfolio has that return.</exception>
    public CornerPortfolio AtReturn(double expectedReturn)
    {
        if (!(expectedReturn <= MaximumReturn.Return && expectedReturn >= MinimumVariance.Return))
            throw new ArgumentOutOfRangeException(nameof(expectedReturn), expectedReturn, FormattableString.Invariant($"Must be {MinimumVariance.Return} to {MaximumReturn.Return}."));
        int k = 1;
        while (k < Corners.Count - 1 && Corners[k].Return > expectedReturn) k++;
        if (Corners.Count == 1) return Corners[0];
        (CornerPortfolio from, CornerPortfolio to) = (Corners[k - 1], Corners[k]);
        return Between(from, to, from.Return == to.Return ? 1 : (from.Return - expectedReturn) / (from.Return - to.Return));
    }

    /// <summary>The efficient portfolio of a standard deviation.</summary>
    /// <param name="volatility">Per trading day, between those of <see cref="MinimumVariance"/> and <see cref="MaximumReturn"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No efficient portfolio has that volatility.</exception>
    public CornerPortfolio AtVolatility(double volatility)
    {
        double variance = volatility * volatility;
        if (!(volatility >= 0 && variance <= MaximumReturn.Variance && variance >= MinimumVariance.Variance))
            throw new ArgumentOutOfRangeException(nameof(volatility), volatility, FormattableString.Invariant($"Must be {MinimumVariance.Volatility} to {MaximumReturn.Volatility} per trading day."));
        int k = 1;
        while (k < Corners.Count - 1 && Corners[k].Variance > variance) k++;
        if (Corners.Count == 1) return Corners[0];
        (CornerPortfolio from, CornerPortfolio to) = (Corners[k - 1], Corners[k]);
        (double a, double b, double c) = Quadratic(from, to);

        // a + 2bt + ct² = variance, falling from t = 0 to 1; the root by the formula that does not cancel (b < 0).
        double root = Math.Sqrt(Math.Max(0, (b * b) - (c * (a - variance))));
        return Between(from, to, root == b ? 1 : Math.Clamp((a - variance) / (root - b), 0, 1));
    }

    /// <summary>The portfolio that maximises λ · return − ½ · variance.</summary>
    /// <param name="tolerance">λ, not negative; infinity gives <see cref="MaximumReturn"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or NaN.</exception>
    public CornerPortfolio AtTolerance(double tolerance)
    {
        if (!(tolerance >= 0)) throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "Must not be negative.");
        int k = 0;
        while (k < Corners.Count - 1 && Corners[k].Tolerance > tolerance) k++;
        if (k == 0) return Corners[0];
        (CornerPortfolio from, CornerPortfolio to) = (Corners[k - 1], Corners[k]);
        return double.IsInfinity(from.Tolerance) ? from : Between(from, to, (from.Tolerance - tolerance) / (from.Tolerance - to.Tolerance));
    }

    /// <summary>The portfolio of the highest Sharpe ratio, (return − riskless · invested) / volatility.</summary>
    /// <param name="riskless">Riskless return, in the unit of the expected returns.</param>
    /// <exception cref="InsufficientDataException">No portfolio returns more than the riskless rate.</exception>
    public CornerPortfolio MaximumSharpe(double riskless = 0)
    {
        double invested = Corners[0].Weights.Sum();
        if (!(MaximumReturn.Return > riskless * invested)) throw new InsufficientDataException("portfolios with a return above the riskless one", 1, 0);
        CornerPortfolio best = Corners[0];
        double highest = double.NegativeInfinity;
        for (int k = 0; k < Corners.Count; k++)
        {
            Try(Corners[k]);
            if (k == 0) continue;
            (CornerPortfolio from, CornerPortfolio to) = (Corners[k - 1], Corners[k]);
            (double a, double b, double c) = Quadratic(from, to);
            double excess = from.Return - (riskless * invested), slope = to.Return - from.Return;
            double t = ((excess * b) - (slope * a)) / ((slope * b) - (excess * c));
            if (t is > 0 and < 1) Try(Between(from, to, t));
        }

        return best;

        void Try(CornerPortfolio portfolio)
        {
            double ratio = (portfolio.Return - (riskless * invested)) / portfolio.Volatility;
            if (ratio > highest) (best, highest) = (portfolio, ratio);
        }
    }

    private CornerPortfolio Between(CornerPortfolio from, CornerPortfolio to, double t)
    {
        double[] weights = [.. from.Weights.Zip(to.Weights, (a, b) => a + (t * (b - a)))];
        double tolerance = double.IsInfinity(from.Tolerance) ? (t == 1 ? to.Tolerance : from.Tolerance) : from.Tolerance + (t * (to.Tolerance - from.Tolerance));
        return Corner(_risk, _returns, tolerance, weights);
    }

    /// <summary>Variance along a piece: a + 2·b·t + c·t².</summary>
    private (double A, double B, double C) Quadratic(CornerPortfolio from, CornerPortfolio to)
    {
        double[] start = [.. from.Weights], step = [.. to.Weights.Zip(from.Weights, (b, a) => b - a)], product = new double[step.Length];
        _risk.CovarianceTimes(step, product);
        return (from.Variance, Vectors.Dot(start, product), Vectors.Dot(step, product));
    }

    private static CornerPortfolio Corner(FactorRisk risk, double[] returns, double tolerance, double[] weights) =>
        new(tolerance, Vectors.Dot(returns, weights), risk.Variance(weights), weights);
}
