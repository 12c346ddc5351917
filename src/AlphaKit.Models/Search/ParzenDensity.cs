namespace AlphaKit.Models;

/// <summary>A density fitted to some values of one dimension, as <see cref="TreeParzenSearch"/> describes.</summary>
internal sealed class ParzenDensity
{
    private readonly SearchDimension _dimension;
    private readonly double _low;
    private readonly double _high;
    private readonly double[] _centres = [];
    private readonly double[] _widths = [];
    private readonly double[] _inside = [];
    private readonly double[] _counts = [];

    public ParzenDensity(SearchDimension dimension, double[] values)
    {
        _dimension = dimension;
        if (dimension.Kind == SearchKind.Choice)
        {
            int choices = dimension.Choices.Count;
            _counts = new double[choices];
            Array.Fill(_counts, 1.0 / choices);
            foreach (double v in values) _counts[(int)v]++;
            return;
        }

        (_low, _high) = dimension.Kind switch
        {
            SearchKind.LogUniform => (Math.Log(dimension.Low), Math.Log(dimension.High)),
            SearchKind.Integer => (dimension.Low - 0.5, dimension.High + 0.5),
            _ => (dimension.Low, dimension.High),
        };
        double range = _high - _low, least = range / Math.Min(100, values.Length + 2), middle = (_low + _high) / 2;
        _centres = [.. values.Select(Inner).Append(middle).Order()];
        _widths = new double[_centres.Length];
        int prior = Array.IndexOf(_centres, middle);
        for (int i = 0; i < _centres.Length; i++)
        {
            double left = _centres[i] - (i > 0 ? _centres[i - 1] : _low), right = (i + 1 < _centres.Length ? _centres[i + 1] : _high) - _centres[i];
            _widths[i] = i == prior ? range : Math.Clamp(Math.Max(left, right), least, range);
        }

        _inside = [.. _centres.Select((c, i) => Phi((_high - c) / _widths[i]) - Phi((_low - c) / _widths[i]))];
    }

    public double Draw(RandomStream random)
    {
        if (_counts.Length > 0)
        {
            double at = random.NextDouble() * _counts.Sum();
            for (int c = 0; c < _counts.Length - 1; c++)
            {
                if ((at -= _counts[c]) < 0) return c;
            }

            return _counts.Length - 1;
        }

        int i = random.NextInt32(_centres.Length);
        double x;
        do x = _centres[i] + (_widths[i] * random.NextNormal());
        while (!(x >= _low && x <= _high));
        return Math.Clamp(_dimension.Kind switch { SearchKind.LogUniform => Math.Exp(x), SearchKind.Integer => Math.Round(x, MidpointRounding.ToEven), _ => x }, _dimension.Low, _dimension.High);
    }

    /// <summary>Logarithm of the density, or of the probability of a choice.</summary>
    public double Log(double value)
    {
        if (_counts.Length > 0) return Math.Log(_counts[(int)value] / _counts.Sum());
        double x = Inner(value), sum = 0;
        for (int i = 0; i < _centres.Length; i++)
        {
            double z = (x - _centres[i]) / _widths[i];
            sum += Math.Exp(-0.5 * z * z) / (_widths[i] * _inside[i]);
        }

        return Math.Log(sum / _centres.Length);
    }

    private double Inner(double value) => _dimension.Kind == SearchKind.LogUniform ? Math.Log(value) : value;

    /// <summary>Φ, to 10⁻⁷ (Abramowitz and Stegun 7.1.26): the shares of normals inside the bounds.</summary>
    private static double Phi(double z)
    {
        double x = Math.Abs(z) / Math.Sqrt(2), t = 1 / (1 + (0.3275911 * x));
        double upper = 0.5 * t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429)))))))) * Math.Exp(-x * x);
        return z > 0 ? 1 - upper : upper;
    }
}
