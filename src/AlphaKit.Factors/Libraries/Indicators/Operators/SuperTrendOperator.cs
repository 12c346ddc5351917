namespace AlphaKit.Factors;

/// <summary>The line of <see cref="Indicators.SuperTrend"/> from the middle of the day, the half width of its bands and the close.</summary>
internal sealed class SuperTrendOperator : RecursiveOperator
{
    private const int Started = 0, Upper = 1, Lower = 2, Rising = 3, LastClose = 4;

    private SuperTrendOperator()
        : base("super_trend", ["middle", "half", "close"], 5, "the trailing band that the close has not yet crossed; missing days are passed over")
    {
    }

    public static SuperTrendOperator Instance { get; } = new();

    public override double Next(ReadOnlySpan<float> inputs, Span<double> state)
    {
        double middle = inputs[0], half = inputs[1], close = inputs[2];
        if (double.IsNaN(middle) || double.IsNaN(half) || double.IsNaN(close)) return double.NaN;
        double upper = middle + half, lower = middle - half;
        bool rising;
        if (state[Started] == 0)
        {
            state[Started] = 1;
            (state[Upper], state[Lower]) = (upper, lower);
            rising = close >= middle;
        }
        else
        {
            if (upper < state[Upper] || state[LastClose] > state[Upper]) state[Upper] = upper;
            if (lower > state[Lower] || state[LastClose] < state[Lower]) state[Lower] = lower;
            rising = state[Rising] > 0 ? close >= state[Lower] : close > state[Upper];
        }

        state[Rising] = rising ? 1 : 0;
        state[LastClose] = close;
        return rising ? state[Lower] : state[Upper];
    }
}
