namespace AlphaKit.Portfolio.Tests;

/// <summary>The descriptors carried from day to day against straight loops over their windows, written from the definitions.</summary>
public sealed class DescriptorTests
{
    private const int Days = 620;
    private const int Shares = 9;

    private readonly RiskInputs _inputs;
    private readonly double[] _market;
    private readonly float[] _row = new float[(int)Descriptor.Count * Shares];

    public DescriptorTests()
    {
        RandomStream random = RandomStream.Create(1, "descriptors");
        _market = [.. Enumerable.Range(0, Days).Select(_ => 0.012 * random.NextNormal())];
        float[] returns = new float[Days * Shares];
        FieldMatrix turnover = FieldMatrix.Create(Days, Shares, (t, row) =>
        {
            for (int i = 0; i < Shares; i++)
            {
                // Share 1 has gaps, share 2 lists on day 400, share 3 on day 590.
                bool present = t > 0 && !(i == 1 && random.NextDouble() < 0.2) && !(i == 2 && t < 400) && !(i == 3 && t < 590);
                returns[(t * Shares) + i] = present ? (float)((0.5 + (0.2 * i)) * _market[t] + (0.02 * random.NextNormal())) : float.NaN;
                row[i] = present ? (float)(0.03 * random.NextDouble()) : float.NaN;
            }
        });
        TradingCalendar calendar = new(Enumerable.Range(0, Days).Select(d => new DateOnly(2018, 1, 1).AddDays(d)));
        _inputs = new RiskInputs
        {
            Axes = new PanelAxes(calendar, RiskSamples.Symbols(Shares)),
            Returns = returns,
            Cap = turnover,
            Industry = null,
            Turnover = turnover,
            PriceToBook = null,
            PriceToEarnings = null,
            Fundamentals = null,
            Estimation = Membership.Create(Days, Shares, (_, row) => row.Fill(true)),
            Coverage = Membership.Create(Days, Shares, (_, row) => row.Fill(true)),
            Styles = [],
            KnownAt = Clock.Evening,
            Notes = [],
        };
    }

    [Fact]
    public void Every_descriptor_equals_the_straight_loop()
    {
        PriceDescriptors descriptors = new(_inputs, _market);
        int compared = 0;
        for (int t = 0; t < Days; t++)
        {
            descriptors.Advance(t, 0, 4, _row);
            descriptors.Advance(t, 4, Shares, _row);
            if (t % 61 != 60 && t != Days - 1) continue;
            for (int i = 0; i < Shares; i++)
            {
                (double beta, double hsigma) = Regression(t, i);
                compared += Same(beta, Descriptor.Beta, i, t) + Same(hsigma, Descriptor.Hsigma, i, t) + Same(Deviation(t, i), Descriptor.Dastd, i, t)
                    + Same(Momentum(t, i), Descriptor.Rstr, i, t) + Same(Range(t, i), Descriptor.Cmra, i, t)
                    + Same(Turnover(t, i, 21), Descriptor.Stom, i, t) + Same(Turnover(t, i, 63), Descriptor.Stoq, i, t) + Same(Turnover(t, i, 252), Descriptor.Stoa, i, t);
            }
        }

        Assert.True(compared > 400, $"{compared}");
    }

    private int Same(double expected, Descriptor descriptor, int i, int t)
    {
        float actual = _row[((int)descriptor * Shares) + i];
        if (double.IsNaN(expected) != float.IsNaN(actual) || Math.Abs(expected - actual) > 2e-6 * Math.Max(1e-3, Math.Abs(expected)))
            Assert.Fail($"{descriptor} of share {i} on day {t}: {actual}, expected {expected}");
        return double.IsNaN(expected) ? 0 : 1;
    }

    private float Return(int t, int i) => t < 0 ? float.NaN : _inputs.Returns[(t * Shares) + i];

    private (double Beta, double Deviation) Regression(int t, int i)
    {
        List<(double W, double M, double R)> points = [];
        for (int age = 0; age < 252; age++)
        {
            if (!float.IsNaN(Return(t - age, i))) points.Add((Math.Pow(0.5, age / 63.0), _market[t - age], Return(t - age, i)));
        }

        if (points.Count < 63) return (double.NaN, double.NaN);
        double w = points.Sum(p => p.W), mm = points.Sum(p => p.W * p.M) / w, mr = points.Sum(p => p.W * p.R) / w;
        double beta = points.Sum(p => p.W * (p.M - mm) * (p.R - mr)) / points.Sum(p => p.W * (p.M - mm) * (p.M - mm));
        return (beta, Math.Sqrt(points.Sum(p => p.W * Math.Pow(p.R - mr - (beta * (p.M - mm)), 2)) / w));
    }

    private double Deviation(int t, int i)
    {
        List<(double W, double R)> points = [];
        for (int age = 0; age < 252; age++)
        {
            if (!float.IsNaN(Return(t - age, i))) points.Add((Math.Pow(0.5, age / 42.0), Return(t - age, i)));
        }

        if (points.Count < 63) return double.NaN;
        double w = points.Sum(p => p.W), mean = points.Sum(p => p.W * p.R) / w;
        return Math.Sqrt(points.Sum(p => p.W * (p.R - mean) * (p.R - mean)) / w);
    }

    private double Momentum(int t, int i)
    {
        double sum = 0, weight = 0;
        int count = 0;
        for (int age = 0; age < 504; age++)
        {
            float r = Return(t - 21 - age, i);
            if (float.IsNaN(r)) continue;
            count++;
            weight += Math.Pow(0.5, age / 126.0);
            sum += Math.Pow(0.5, age / 126.0) * Math.Log(1 + (double)r);
        }

        return count < 126 ? double.NaN : sum / weight;
    }

    private double Range(int t, int i)
    {
        int first = Enumerable.Range(0, Days).First(d => !float.IsNaN(Return(d, i)));
        int months = Math.Min(12, (t - first + 1) / 21);
        if (t < first || months < 6) return double.NaN;
        double[] z = [.. Enumerable.Range(1, months).Select(k => Enumerable.Range(0, 21 * k).Where(age => !float.IsNaN(Return(t - age, i))).Sum(age => Math.Log(1 + (double)Return(t - age, i))))];
        return z.Max() - z.Min();
    }

    private double Turnover(int t, int i, int window)
    {
        double[] present = [.. Enumerable.Range(0, window).Where(age => t >= age && !float.IsNaN(_inputs.Turnover![t - age, i])).Select(age => (double)_inputs.Turnover![t - age, i])];
        return present.Length < window / 2 ? double.NaN : Math.Log(21 * present.Average());
    }
}
