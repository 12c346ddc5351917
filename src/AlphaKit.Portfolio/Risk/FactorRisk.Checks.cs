namespace AlphaKit.Portfolio;

/// <content>What a risk must satisfy.</content>
public sealed partial class FactorRisk
{
    private const double SymmetryTolerance = 1e-9;
    private const double SemidefiniteTolerance = 1e-10;

    private void Check()
    {
        int n = _symbols.Length, k = _factors.Length;
        CheckLength(_exposures.Length, (long)n * k, "exposures");
        CheckLength(_covariance.Length, (long)k * k, "covariances");
        CheckLength(_specific.Length, n, "specific variances");
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (string factor in _factors)
        {
            if (string.IsNullOrWhiteSpace(factor)) throw new ArgumentException("A factor has no name.");
            if (!names.Add(factor)) throw new ArgumentException($"Factor '{factor}' is given twice.");
        }

        HashSet<Symbol> seen = new(n);
        for (int i = 0; i < n; i++)
        {
            if (!seen.Add(_symbols[i])) throw new ArgumentException($"{_symbols[i]} is given twice.");
            if (!(double.IsFinite(_specific[i]) && _specific[i] >= 0))
                throw new InvalidRiskException(Date, FormattableString.Invariant($"the specific variance is {_specific[i]}, it must be finite and not negative"), symbol: _symbols[i]);
            for (int f = 0; f < k; f++)
            {
                double exposure = _exposures[(i * k) + f];
                if (!double.IsFinite(exposure)) throw new InvalidRiskException(Date, FormattableString.Invariant($"the exposure is {exposure}, it must be finite"), _factors[f], _symbols[i]);
            }
        }

        CheckSymmetric(Date, _covariance, k, f => (_factors[f], null));
        if (IsDiagonal()) return;
        _ = PivotedCholesky.Factor(_covariance, k, SemidefiniteTolerance, out _, out int negative);
        if (negative >= 0) throw new InvalidRiskException(Date, "the factor covariance is not positive semidefinite; the first pivot below zero is met here", _factors[negative]);
    }

    /// <summary>Finite, not negative on the diagonal, symmetric.</summary>
    private static void CheckSymmetric(DateOnly date, ReadOnlySpan<double> matrix, int n, Func<int, (string? Factor, Symbol? Symbol)> name)
    {
        double largest = 0;
        for (int i = 0; i < n; i++)
        {
            (string? factor, Symbol? symbol) = name(i);
            for (int j = 0; j < n; j++)
            {
                if (!double.IsFinite(matrix[(i * n) + j]))
                    throw new InvalidRiskException(date, FormattableString.Invariant($"a covariance is {matrix[(i * n) + j]}, it must be finite"), factor, symbol);
            }

            double variance = matrix[(i * n) + i];
            if (variance < 0) throw new InvalidRiskException(date, FormattableString.Invariant($"the variance is {variance}, it must not be negative"), factor, symbol);
            largest = Math.Max(largest, variance);
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double one = matrix[(i * n) + j], other = matrix[(j * n) + i];
                if (Math.Abs(one - other) <= SymmetryTolerance * largest) continue;
                (string? factor, Symbol? symbol) = name(i);
                (string? otherFactor, Symbol? otherSymbol) = name(j);
                throw new InvalidRiskException(date, FormattableString.Invariant($"its covariance with {otherFactor ?? otherSymbol?.ToString()} is {one} one way and {other} the other, the matrix must be symmetric"), factor, symbol);
            }
        }
    }

    private bool IsDiagonal()
    {
        int k = _factors.Length;
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                if (i != j && _covariance[(i * k) + j] != 0) return false;
            }
        }

        return true;
    }

    private static void CheckLength(long given, long needed, string what)
    {
        if (given != needed) throw new ArgumentException(FormattableString.Invariant($"{needed} {what} are needed, {given} were given."));
    }
}
