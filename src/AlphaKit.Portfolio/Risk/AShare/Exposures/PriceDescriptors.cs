namespace AlphaKit.Portfolio;

/// <summary>
/// Descriptors from returns and turnover, day after day for a block of instruments: every windowed sum is carried from day to day
/// (new day in, oldest day out), so a day costs the same whatever the window. Exponentially weighted sums forget their rounding.
/// <code>
/// BETA    slope of r on the market, 252 days, half-life 63        HSIGMA  standard deviation of that regression's residuals
/// DASTD   standard deviation of r, 252 days, half-life 42         CMRA    max − min over k = 1…12 of the log return of the last k·21 days
/// RSTR    mean log return of 504 days ending 21 days ago, half-life 126
/// STOM, STOQ, STOA   ln(21 · mean turnover of 21, 63, 252 days)
/// </code>
/// Missing days do not count; a descriptor needs a quarter of its days (CMRA: six months; turnover: half).
/// </summary>
internal sealed class PriceDescriptors
{
    private const int Year = 252;
    private const int Month = 21;
    private const int Quarter = 63;
    private const int MomentumDays = 504;
    private const int MinMonths = 6;
    private static readonly double s_betaDecay = Math.Pow(0.5, 1.0 / 63);
    private static readonly double s_betaLeave = Math.Pow(s_betaDecay, Year);
    private static readonly double s_deviationDecay = Math.Pow(0.5, 1.0 / 42);
    private static readonly double s_deviationLeave = Math.Pow(s_deviationDecay, Year);
    private static readonly double s_momentumDecay = Math.Pow(0.5, 1.0 / 126);
    private static readonly double s_momentumLeave = Math.Pow(s_momentumDecay, MomentumDays);

    private readonly RiskInputs _inputs;
    private readonly double[] _market;
    private readonly float[] _logs;
    private readonly float[] _months;
    private readonly State[] _states;

    public PriceDescriptors(RiskInputs inputs, double[] market)
    {
        _inputs = inputs;
        _market = market;
        _logs = new float[inputs.Returns.Length];
        _months = new float[inputs.Returns.Length];
        _states = new State[inputs.Count];
        for (int i = 0; i < _states.Length; i++) _states[i].First = -1;
    }

    /// <summary>Takes in day <paramref name="t"/>, which must follow the last one, for some columns.</summary>
    /// <param name="t">The day.</param>
    /// <param name="from">First column.</param>
    /// <param name="to">Behind the last column.</param>
    /// <param name="result">Row of one day: descriptor j of column i at j·N + i.</param>
    public void Advance(int t, int from, int to, Span<float> result)
    {
        int n = _inputs.Count;
        ReadOnlySpan<float> returns = _inputs.Returns;
        ReadOnlySpan<float> turnover = _inputs.Turnover is { } matrix ? matrix.Row(t) : default;
        ReadOnlySpan<float> monthAgo = Old(Month), quarterAgo = Old(Quarter), yearAgo = Old(Year);
        for (int i = from; i < to; i++)
        {
            ref State s = ref _states[i];
            float r = returns[(t * n) + i], old = t >= Year ? returns[((t - Year) * n) + i] : float.NaN;
            float log = float.IsNaN(r) ? float.NaN : (float)Math.Log(1.0 + r);
            _logs[(t * n) + i] = log;
            if (s.First < 0 && !float.IsNaN(r)) s.First = t;
            Beta(ref s, r, old, t, out float beta, out float hsigma);
            result[((int)Descriptor.Beta * n) + i] = beta;
            result[((int)Descriptor.Hsigma * n) + i] = hsigma;
            result[((int)Descriptor.Dastd * n) + i] = Deviation(ref s, r, old);
            result[((int)Descriptor.Rstr * n) + i] = Momentum(ref s, Log(t - Month, i), Log(t - Month - MomentumDays, i));
            result[((int)Descriptor.Cmra * n) + i] = Range(ref s, t, i, log, Log(t - Month, i));
            if (turnover.IsEmpty) continue;
            result[((int)Descriptor.Stom * n) + i] = Roll(ref s.Turnover1, ref s.Days1, turnover[i], monthAgo.IsEmpty ? float.NaN : monthAgo[i], Month);
            result[((int)Descriptor.Stoq * n) + i] = Roll(ref s.Turnover3, ref s.Days3, turnover[i], quarterAgo.IsEmpty ? float.NaN : quarterAgo[i], Quarter);
            result[((int)Descriptor.Stoa * n) + i] = Roll(ref s.Turnover12, ref s.Days12, turnover[i], yearAgo.IsEmpty ? float.NaN : yearAgo[i], Year);
        }

        ReadOnlySpan<float> Old(int days) => _inputs.Turnover is { } m && t >= days ? m.Row(t - days) : default;
    }

    private float Log(int t, int i) => t >= 0 ? _logs[(t * _inputs.Count) + i] : float.NaN;

    private void Beta(ref State s, float r, float old, int t, out float beta, out float hsigma)
    {
        s.W *= s_betaDecay;
        s.M *= s_betaDecay;
        s.Mm *= s_betaDecay;
        s.R *= s_betaDecay;
        s.Rr *= s_betaDecay;
        s.Rm *= s_betaDecay;
        if (!float.IsNaN(r))
        {
            double m = _market[t];
            s.Days++;
            s.W += 1;
            s.M += m;
            s.Mm += m * m;
            s.R += r;
            s.Rr += (double)r * r;
            s.Rm += r * m;
        }

        if (!float.IsNaN(old))
        {
            double m = _market[t - Year];
            s.Days--;
            s.W -= s_betaLeave;
            s.M -= s_betaLeave * m;
            s.Mm -= s_betaLeave * m * m;
            s.R -= s_betaLeave * old;
            s.Rr -= s_betaLeave * old * old;
            s.Rm -= s_betaLeave * old * m;
        }

        beta = hsigma = float.NaN;
        if (s.Days < Year / 4) return;
        double spread = s.Mm - (s.M * s.M / s.W);
        if (!(spread > 0)) return;
        double together = s.Rm - (s.R * s.M / s.W), slope = together / spread;
        beta = (float)slope;
        hsigma = (float)Math.Sqrt(Math.Max(0, (s.Rr - (s.R * s.R / s.W) - (slope * together)) / s.W));
    }

    private static float Deviation(ref State s, float r, float old)
    {
        s.Dw *= s_deviationDecay;
        s.Dr *= s_deviationDecay;
        s.Drr *= s_deviationDecay;
        if (!float.IsNaN(r))
        {
            s.Dw += 1;
            s.Dr += r;
            s.Drr += (double)r * r;
        }

        if (!float.IsNaN(old))
        {
            s.Dw -= s_deviationLeave;
            s.Dr -= s_deviationLeave * old;
            s.Drr -= s_deviationLeave * old * old;
        }

        return s.Days < Year / 4 ? float.NaN : (float)Math.Sqrt(Math.Max(0, (s.Drr - (s.Dr * s.Dr / s.Dw)) / s.Dw));
    }

    private static float Momentum(ref State s, float entering, float leaving)
    {
        s.Pw *= s_momentumDecay;
        s.Pl *= s_momentumDecay;
        if (!float.IsNaN(entering))
        {
            s.MomentumDays++;
            s.Pw += 1;
            s.Pl += entering;
        }

        if (!float.IsNaN(leaving))
        {
            s.MomentumDays--;
            s.Pw -= s_momentumLeave;
            s.Pl -= s_momentumLeave * leaving;
        }

        return s.MomentumDays < MomentumDays / 4 ? float.NaN : (float)(s.Pl / s.Pw);
    }

    private float Range(ref State s, int t, int i, float entering, float leaving)
    {
        if (!float.IsNaN(entering)) s.Month += entering;
        if (!float.IsNaN(leaving)) s.Month -= leaving;
        int n = _inputs.Count;
        _months[(t * n) + i] = (float)s.Month;
        int months = s.First < 0 ? 0 : Math.Min(12, (t - s.First + 1) / Month);
        if (months < MinMonths) return float.NaN;
        double sum = 0, high = double.NegativeInfinity, low = double.PositiveInfinity;
        for (int k = 0; k < months; k++)
        {
            sum += _months[((t - (k * Month)) * n) + i];
            high = Math.Max(high, sum);
            low = Math.Min(low, sum);
        }

        return (float)(high - low);
    }

    private static float Roll(ref double sum, ref int days, float entering, float leaving, int window)
    {
        if (!float.IsNaN(entering))
        {
            sum += entering;
            days++;
        }

        if (!float.IsNaN(leaving))
        {
            sum -= leaving;
            days--;
        }

        return days >= window / 2 && sum > 0 ? (float)Math.Log(Month * sum / days) : float.NaN;
    }

    private struct State
    {
        public int First;
        public int Days;
        public int MomentumDays;
        public int Days1;
        public int Days3;
        public int Days12;
        public double W;
        public double M;
        public double Mm;
        public double R;
        public double Rr;
        public double Rm;
        public double Dw;
        public double Dr;
        public double Drr;
        public double Pw;
        public double Pl;
        public double Month;
        public double Turnover1;
        public double Turnover3;
        public double Turnover12;
    }
}
