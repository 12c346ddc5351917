namespace AlphaKit.Portfolio;

/// <content>The constraints.</content>
public sealed partial record PortfolioProblem
{
    /// <summary>Σ w = invested; the rest is cash.</summary>
    /// <param name="invested">The invested share, finite.</param>
    public PortfolioProblem Budget(double invested) => Budget(invested, invested);

    /// <summary>Σ w between two limits.</summary>
    /// <param name="lower">Least invested share.</param>
    /// <param name="upper">Most invested share.</param>
    public PortfolioProblem Budget(double lower, double upper) => Add(new LinearConstraint("budget", Ones(), lower, upper, Measured.Absolute));

    /// <summary>No weight below zero.</summary>
    public PortfolioProblem LongOnly() => Add(new BoundsConstraint("long only", Filled(0), Filled(double.PositiveInfinity), Measured.Absolute, "long only: no weight below zero"));

    /// <summary>The same bounds for every instrument.</summary>
    /// <param name="lower">Lowest weight, or −∞.</param>
    /// <param name="upper">Highest weight, or +∞.</param>
    /// <param name="name">Name of the constraint.</param>
    /// <exception cref="InvalidProblemException">The bounds are crossed or not numbers.</exception>
    public PortfolioProblem Bounds(double lower, double upper, string name = "bounds")
    {
        if (!(lower <= upper)) throw new InvalidProblemException(FormattableString.Invariant($"its bounds are {lower} to {upper}: crossed, or not numbers"), constraint: name);
        return Add(new BoundsConstraint(name, Filled(lower), Filled(upper), Measured.Absolute, FormattableString.Invariant($"{name}: each weight {lower:P4} to {upper:P4}")));
    }

    /// <summary>Bounds by instrument.</summary>
    /// <param name="lower">Lowest weight of each instrument, or −∞.</param>
    /// <param name="upper">Highest weight of each instrument, or +∞.</param>
    /// <param name="measured">On w, or on w − benchmark.</param>
    /// <param name="name">Name of the constraint.</param>
    /// <exception cref="InvalidProblemException">A length does not fit, or bounds are crossed or not numbers.</exception>
    public PortfolioProblem Bounds(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, Measured measured = Measured.Absolute, string name = "bounds")
    {
        if (lower.Length != Count || upper.Length != Count)
            throw new InvalidProblemException(FormattableString.Invariant($"{lower.Length} lower and {upper.Length} upper bounds were given for {Count} instruments"), constraint: name);
        for (int i = 0; i < Count; i++)
        {
            if (!(lower[i] <= upper[i])) throw new InvalidProblemException(FormattableString.Invariant($"its bounds are {lower[i]} to {upper[i]}: crossed, or not numbers"), _symbols[i], name);
            if (double.IsPositiveInfinity(lower[i]) || double.IsNegativeInfinity(upper[i]))
                throw new InvalidProblemException(FormattableString.Invariant($"its bounds are {lower[i]} to {upper[i]}: no weight is between them"), _symbols[i], name);
        }

        return Add(new BoundsConstraint(name, lower.ToArray(), upper.ToArray(), measured, $"{name}: by instrument{(measured == Measured.Active ? ", active" : "")}"));
    }

    /// <summary>|w − benchmark| of each instrument at most this. Needs a benchmark.</summary>
    /// <param name="most">Most active weight, 0 or more: 0.008 is 0.8 %.</param>
    /// <exception cref="InvalidProblemException">The number is negative or not finite.</exception>
    public PortfolioProblem ActiveWeight(double most)
    {
        if (!(most >= 0) || !double.IsFinite(most)) throw new InvalidProblemException(FormattableString.Invariant($"its limit is {most}; a finite number not below zero is needed"), constraint: "active weight");
        return Add(new BoundsConstraint("active weight", Filled(-most), Filled(most), Measured.Active, FormattableString.Invariant($"active weight: each within {most:P4} of the benchmark")));
    }

    /// <summary>Σ w over the members of the benchmark at least this. Call it after the benchmark is set.</summary>
    /// <param name="least">Least share of net asset value in members: 0.8 is 80 %.</param>
    /// <exception cref="InvalidProblemException">There is no benchmark yet.</exception>
    public PortfolioProblem ConstituentShare(double least)
    {
        if (BenchmarkValues is null) throw new InvalidProblemException("it needs a benchmark; set it before", constraint: "constituent share");
        double[] member = [.. BenchmarkValues.Select(b => b > 0 ? 1.0 : 0)];
        return Add(new LinearConstraint("constituent share", Loadings.Of(member), least, double.PositiveInfinity, Measured.Absolute));
    }

    /// <summary>The active weight of every industry within a band: one constraint "industry X" for each. Needs a benchmark.</summary>
    /// <param name="industryOf">The industry of each instrument.</param>
    /// <param name="most">Most active weight of an industry either way: 0.02 is 2 %.</param>
    /// <exception cref="InvalidProblemException">An instrument has no industry.</exception>
    public PortfolioProblem Industry(IReadOnlyDictionary<Symbol, string> industryOf, double most) => Industry(industryOf, -most, most, Measured.Active);

    /// <summary>The weight of every industry between two limits: one constraint "industry X" for each.</summary>
    /// <param name="industryOf">The industry of each instrument.</param>
    /// <param name="lower">Lower limit of each industry, or −∞.</param>
    /// <param name="upper">Upper limit of each industry, or +∞.</param>
    /// <param name="measured">On w, or on w − benchmark.</param>
    /// <exception cref="InvalidProblemException">An instrument has no industry, or the limits are crossed.</exception>
    public PortfolioProblem Industry(IReadOnlyDictionary<Symbol, string> industryOf, double lower, double upper, Measured measured)
    {
        ArgumentNullException.ThrowIfNull(industryOf);
        Dictionary<string, double[]> columns = new(StringComparer.Ordinal);
        List<string> order = [];
        for (int i = 0; i < Count; i++)
        {
            if (!industryOf.TryGetValue(_symbols[i], out string? industry) || string.IsNullOrWhiteSpace(industry)) throw new InvalidProblemException("it has no industry", _symbols[i], "industry");
            if (!columns.TryGetValue(industry, out double[]? column))
            {
                columns.Add(industry, column = new double[Count]);
                order.Add(industry);
            }

            column[i] = 1;
        }

        return Add([.. order.Select(o => new LinearConstraint($"industry {o}", Loadings.Of(columns[o]), lower, upper, measured))]);
    }

    /// <summary>Σ x·w, or Σ x·(w − benchmark), between two limits.</summary>
    /// <param name="name">Name of the constraint.</param>
    /// <param name="loadings">x, one finite number per instrument, in any unit.</param>
    /// <param name="lower">Lower limit, or −∞.</param>
    /// <param name="upper">Upper limit, or +∞.</param>
    /// <param name="measured">On w, or on w − benchmark.</param>
    /// <exception cref="InvalidProblemException">The length does not fit, a loading is not finite, or the limits are crossed.</exception>
    public PortfolioProblem Exposure(string name, ReadOnlySpan<double> loadings, double lower, double upper, Measured measured = Measured.Active) =>
        Add(new LinearConstraint(name, Loadings.Of(Checked(loadings, name)), lower, upper, measured));

    /// <summary>The exposure to a factor of the risk between two limits: the constraint "factor X". Call it after <see cref="Risk"/>.</summary>
    /// <param name="factor">Name of the factor.</param>
    /// <param name="lower">Lower limit, or −∞.</param>
    /// <param name="upper">Upper limit, or +∞.</param>
    /// <param name="measured">On w, or on w − benchmark.</param>
    /// <exception cref="InvalidProblemException">There is no risk yet, it has no such factor, or the limits are crossed.</exception>
    public PortfolioProblem FactorExposure(string factor, double lower, double upper, Measured measured = Measured.Active)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(factor);
        string name = $"factor {factor}";
        if (FactorRisk is not { } risk) throw new InvalidProblemException("it needs a risk; set it before", constraint: name);
        int k = risk.IndexOf(factor);
        if (k < 0) throw new InvalidProblemException($"the risk has no such factor; it has {string.Join(", ", risk.Factors)}", constraint: name);
        double[] column = new double[Count];
        ReadOnlySpan<double> exposures = risk.Exposures.Span;
        for (int i = 0; i < Count; i++) column[i] = exposures[(i * risk.Factors.Count) + k];
        return Add(new LinearConstraint(name, Loadings.Of(column), lower, upper, measured));
    }

    /// <summary>Σ |w − drifted| at most this; see <see cref="Holding(ReadOnlySpan{double})"/>.</summary>
    /// <param name="cap">Most two-sided turnover, 0 or more: 0.3 is 30 %, 15 % sold and 15 % bought.</param>
    public PortfolioProblem Turnover(double cap) => Add(new TurnoverConstraint("turnover", cap));

    /// <summary>Σ |w − drifted| at most this, and sets the drifted weights.</summary>
    /// <param name="cap">Most two-sided turnover, 0 or more.</param>
    /// <param name="drifted">One weight per instrument at the last prices.</param>
    public PortfolioProblem Turnover(double cap, ReadOnlySpan<double> drifted) => Holding(drifted).Turnover(cap);

    /// <summary>The yearly tracking error at most this. Needs a benchmark and a risk.</summary>
    /// <param name="max">Per year, above 0: 0.05 is 5 %.</param>
    public PortfolioProblem TrackingError(double max) => Add(new TrackingErrorConstraint("tracking error", max));

    /// <summary>At most so many instruments held. Met by a heuristic, see <see cref="NameCountConstraint"/>.</summary>
    /// <param name="most">1 or more.</param>
    public PortfolioProblem MaxNames(int most) => Add(new NameCountConstraint("number of names", most));

    /// <summary>Instruments that cannot be traded (停牌) keep their drifted weight.</summary>
    /// <param name="symbols">The instruments; unknown ones are an error.</param>
    /// <exception cref="InvalidProblemException">An instrument is not in the universe.</exception>
    public PortfolioProblem Frozen(IEnumerable<Symbol> symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        SortedSet<int> indices = [];
        foreach (Symbol symbol in symbols) indices.Add(_indexOf.TryGetValue(symbol, out int i) ? i : throw new InvalidProblemException("it is not in the universe", symbol, "frozen"));
        return Add(new FrozenConstraint("frozen", [.. indices]));
    }

    /// <summary>The problem without one of its constraints.</summary>
    /// <param name="constraint">Name of the constraint.</param>
    /// <exception cref="InvalidProblemException">There is none of that name.</exception>
    public PortfolioProblem Without(string constraint)
    {
        PortfolioConstraint[] rest = [.. Constraints.Where(c => c.Name != constraint)];
        return rest.Length < Constraints.Count ? this with { Constraints = rest } : throw new InvalidProblemException($"there is no constraint of that name; there are {string.Join(", ", Constraints.Select(c => c.Name))}", constraint: constraint);
    }

    internal PortfolioProblem With(IReadOnlyList<PortfolioConstraint> constraints) => this with { Constraints = constraints };

    private PortfolioProblem Add(params PortfolioConstraint[] added)
    {
        HashSet<string> names = new(Constraints.Select(c => c.Name), StringComparer.Ordinal);
        foreach (PortfolioConstraint constraint in added)
        {
            if (!names.Add(constraint.Name)) throw new InvalidProblemException("it is set twice; give the second another name, or take the first off with Without", constraint: constraint.Name);
        }

        return this with { Constraints = [.. Constraints, .. added] };
    }

    private Loadings Ones() => Loadings.Of(Filled(1));

    private double[] Filled(double value)
    {
        double[] filled = new double[Count];
        Array.Fill(filled, value);
        return filled;
    }
}
