namespace AlphaKit.Factors;

/// <summary>Recursive means; a missing day is passed over, the state stays.</summary>
internal static class RecursionKernels
{
    public static void Run(RecursionKind kind, int days, int least, TileBuffer x, TileBuffer y)
    {
        Span<double> state = stackalloc double[FactorEngine.TileWidth];
        Span<int> seen = stackalloc int[FactorEngine.TileWidth];
        state.Clear();
        seen.Clear();
        for (int t = 0; t < x.Rows; t++)
        {
            ReadOnlySpan<double> row = x.Row(t);
            Span<double> result = y.Row(t);
            for (int i = 0; i < row.Length; i++)
            {
                result[i] = double.NaN;
                if (double.IsNaN(row[i])) continue;
                seen[i]++;
                if (kind == RecursionKind.Ema) state[i] = seen[i] == 1 ? row[i] : state[i] + ((row[i] - state[i]) * (2.0 / (days + 1)));
                else if (seen[i] < days) state[i] += row[i];
                else if (seen[i] == days) state[i] = (state[i] + row[i]) / days;
                else state[i] += (row[i] - state[i]) / days;
                if (seen[i] >= least) result[i] = state[i];
            }
        }
    }
}
