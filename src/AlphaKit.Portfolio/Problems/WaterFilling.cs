namespace AlphaKit.Portfolio;

/// <summary>
/// The solver behind <see cref="CappedProblem"/>. With x = (score − ν) / λ and d = τ / λ the weight of a name as a function of x is
/// <code>
///   w  upper ┤            ┌────────
///            │           ╱                slope 1: free
///   drifted  ┤     ┌────┘                 flat for a width 2d: not worth trading
///            │    ╱
///   lower    ┼───┘
///            └────────────────────── x
/// </code>
/// For given τ, Σw falls in ν; with Σw held at the invested share, turnover falls in τ. Both are continuous and piecewise linear, so Newton steps
/// kept inside a shrinking bracket (every third step halves it) end on the exact linear piece. Names come in symbol order, which fixes every sum.
/// </summary>
internal sealed class WaterFilling
{
    private const int MostSteps = 400;
    private const double Rounding = 1e-14;

    private readonly CappedProblem _problem;
    private readonly Candidate[] _names;
    private readonly double _invested;
    private readonly double _lambda;
    private readonly double _scoreMin;
    private readonly double _scoreMax;
    private readonly double _upperMax;
    private double _budget; // ν, warm from one τ to the next

    public WaterFilling(CappedProblem problem, double invested)
    {
        _problem = problem;
        _names = [.. problem.Candidates];
        _invested = invested;
        _lambda = problem.RiskAversion;
        _scoreMin = _names.Min(c => c.Score);
        _scoreMax = _names.Max(c => c.Score);
        _upperMax = _names.Max(c => Math.Max(c.Upper, c.Drifted));
        _budget = _scoreMax;
    }

    public static double WeightOf(in Candidate c, double lambda, double budget, double turnover)
    {
        double x = (c.Score - budget) / lambda, d = turnover / lambda;
        double w = x - d > c.Drifted ? x - d : x + d < c.Drifted ? x + d : c.Drifted;
        return Math.Clamp(w, c.Lower, c.Upper);
    }

    public CappedSolution Solve()
    {
        SolveBudget(0);
        double multiplier = _problem.TurnoverCap is { } cap && Turnover(0) > cap ? SolveTurnover(cap) : 0;
        double[] weights = new double[_names.Length];
        NameState[] states = new NameState[_names.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = WeightOf(_names[i], _lambda, _budget, multiplier);
            states[i] = StateOf(_names[i], weights[i], multiplier);
        }

        return new CappedSolution(_problem, weights, states, _budget, multiplier);
    }

    private static NameState StateOf(in Candidate c, double weight, double turnover) =>
        c.Lower == c.Upper && c.Lower == c.Drifted && c.Drifted > 0 ? NameState.Frozen
        : weight >= c.Upper ? NameState.AtUpper
        : weight <= c.Lower ? NameState.AtLower
        : weight == c.Drifted && turnover > 0 ? NameState.Unmoved
        : NameState.Free;

    /// <summary>Finds τ such that the turnover is the cap; leaves ν in <see cref="_budget"/>. The turnover at τ = 0 is above the cap.</summary>
    private double SolveTurnover(double cap)
    {
        // Exchanging two names gains at most this much per unit; with a higher price on turnover nothing is exchanged.
        double low = 0, high = ((_scoreMax - _scoreMin + (_lambda * _upperMax)) / 2) + 1;
        double at = NewtonTurnover(0, cap);
        for (int step = 0; step < MostSteps; step++)
        {
            if (step % 3 == 2 || !(at > low && at < high)) at = (low + high) / 2;
            if (at == low || at == high) break;
            SolveBudget(at);
            double excess = Turnover(at) - cap;
            if (Math.Abs(excess) <= Rounding) return at;
            if (excess > 0) low = at;
            else high = at;
            at = NewtonTurnover(at, cap);
        }

        SolveBudget(high);
        return high;
    }

    /// <summary>Solves both sums on the linear piece at (ν, τ); NaN where the piece does not determine τ.</summary>
    private double NewtonTurnover(double turnover, double cap)
    {
        double d = turnover / _lambda, boughtScore = 0, soldScore = 0, fixedWeight = 0, fixedTurnover = 0;
        double bought = 0, sold = 0;
        foreach (ref readonly Candidate c in _names.AsSpan())
        {
            double x = (c.Score - _budget) / _lambda;
            if (x - d > c.Drifted && x - d > c.Lower && x - d < c.Upper)
            {
                bought++;
                boughtScore += c.Score;
                fixedTurnover -= c.Drifted;
            }
            else if (x + d < c.Drifted && x + d > c.Lower && x + d < c.Upper)
            {
                sold++;
                soldScore += c.Score;
                fixedTurnover += c.Drifted;
            }
            else
            {
                double w = WeightOf(c, _lambda, _budget, turnover);
                fixedWeight += w;
                fixedTurnover += Math.Abs(w - c.Drifted);
            }
        }

        if (bought == 0 || sold == 0) return double.NaN;

        // (bought + sold) ν + (bought − sold) τ = a   and   (bought − sold) ν + (bought + sold) τ = b
        double a = boughtScore + soldScore - (_lambda * (_invested - fixedWeight));
        double b = boughtScore - soldScore - (_lambda * (cap - fixedTurnover));
        return (((bought + sold) * b) - ((bought - sold) * a)) / (4 * bought * sold);
    }

    /// <summary>Finds ν such that the weights sum to the invested share.</summary>
    private void SolveBudget(double turnover)
    {
        double low = _scoreMin - turnover - (_lambda * _upperMax) - 1, high = _scoreMax + turnover + 1;
        double at = _budget, best = double.PositiveInfinity, bestAt = at;
        for (int step = 0; step < MostSteps; step++)
        {
            if (step % 3 == 2 || !(at > low && at < high)) at = (low + high) / 2;
            if (at == low || at == high) break;
            (double sum, int free) = Sum(at, turnover);
            double excess = sum - _invested;
            if (Math.Abs(excess) < best) (best, bestAt) = (Math.Abs(excess), at);
            if (best <= Rounding) break;
            if (excess > 0) low = at;
            else high = at;
            at = free > 0 ? at + (excess * _lambda / free) : double.NaN;
        }

        _budget = bestAt;
    }

    private (double Sum, int Free) Sum(double budget, double turnover)
    {
        double sum = 0;
        int free = 0;
        foreach (ref readonly Candidate c in _names.AsSpan())
        {
            double w = WeightOf(c, _lambda, budget, turnover);
            sum += w;
            if (w > c.Lower && w < c.Upper && w != c.Drifted) free++;
        }

        return (sum, free);
    }

    private double Turnover(double turnover)
    {
        double sum = 0;
        foreach (ref readonly Candidate c in _names.AsSpan()) sum += Math.Abs(WeightOf(c, _lambda, _budget, turnover) - c.Drifted);
        return sum;
    }
}
