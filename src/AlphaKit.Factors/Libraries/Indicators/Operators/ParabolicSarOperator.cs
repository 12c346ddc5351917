namespace AlphaKit.Factors;

/// <summary>Wilder's parabolic stop, see <see cref="Indicators.ParabolicSar"/>. Step and limit come as inputs: constants.</summary>
internal sealed class ParabolicSarOperator : RecursiveOperator
{
    private const int Days = 0, Side = 1, Stop = 2, Extreme = 3, Share = 4, LastHigh = 5, LastLow = 6;

    private ParabolicSarOperator()
        : base("parabolic_sar", ["high", "low", "step", "limit"], 7, "Wilder's parabolic stop and reverse; missing days are passed over")
    {
    }

    public static ParabolicSarOperator Instance { get; } = new();

    public override double Next(ReadOnlySpan<float> inputs, Span<double> state)
    {
        double high = inputs[0], low = inputs[1], step = inputs[2], limit = inputs[3];
        if (double.IsNaN(high) || double.IsNaN(low)) return double.NaN;
        if (state[Days]++ == 0)
        {
            (state[LastHigh], state[LastLow]) = (high, low);
            return double.NaN;
        }

        if (state[Days] == 2) Begin(high, low, step, state);
        bool rising = state[Side] > 0;
        double result;
        if (rising ? low <= state[Stop] : high >= state[Stop])
        {
            state[Side] = rising ? -1 : 1;
            state[Stop] = result = Bounded(state[Extreme], high, low, state);
            state[Extreme] = rising ? low : high;
            state[Share] = step;
        }
        else
        {
            result = state[Stop];
            if (rising ? high > state[Extreme] : low < state[Extreme])
            {
                state[Extreme] = rising ? high : low;
                state[Share] = Math.Min(state[Share] + step, limit);
            }
        }

        state[Stop] = Bounded(state[Stop] + (state[Share] * (state[Extreme] - state[Stop])), high, low, state);
        (state[LastHigh], state[LastLow]) = (high, low);
        return result;
    }

    // The second day says which way the first trend goes; its own bar stands for the day before as well.
    private static void Begin(double high, double low, double step, Span<double> state)
    {
        double rise = high - state[LastHigh], fall = state[LastLow] - low;
        bool rising = !(fall > 0 && fall > rise);
        state[Side] = rising ? 1 : -1;
        state[Stop] = rising ? state[LastLow] : state[LastHigh];
        state[Extreme] = rising ? high : low;
        state[Share] = step;
        (state[LastHigh], state[LastLow]) = (high, low);
    }

    private static double Bounded(double stop, double high, double low, ReadOnlySpan<double> state) => state[Side] > 0
        ? Math.Min(stop, Math.Min(low, state[LastLow]))
        : Math.Max(stop, Math.Max(high, state[LastHigh]));
}
