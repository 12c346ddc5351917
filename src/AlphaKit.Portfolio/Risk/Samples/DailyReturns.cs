namespace AlphaKit.Portfolio;

/// <summary>Returns from prices.</summary>
internal static class DailyReturns
{
    /// <summary>T × N returns since the last price; NaN where there is no price, on the first price, and where the return is beyond ± <paramref name="limit"/>.</summary>
    /// <exception cref="InvalidRiskException">A price is present and not positive and finite.</exception>
    public static float[] Of(Panel panel, Field field, float limit)
    {
        FieldMatrix close = Positive(panel, field);
        int days = close.Rows, count = close.Columns;
        float[] returns = new float[days * count];
        float[] last = new float[count];
        last.AsSpan().Fill(float.NaN);
        for (int t = 0; t < days; t++)
        {
            ReadOnlySpan<float> row = close.Row(t);
            Span<float> result = returns.AsSpan(t * count, count);
            for (int i = 0; i < count; i++)
            {
                result[i] = float.NaN;
                if (float.IsNaN(row[i])) continue;
                float value = (float)(((double)row[i] / last[i]) - 1);
                if (Math.Abs(value) <= limit) result[i] = value;
                last[i] = row[i];
            }
        }

        return returns;
    }

    /// <summary>The matrix of a field whose present values must be positive and finite.</summary>
    /// <exception cref="InvalidRiskException">One is not; the exception names the day and the instrument.</exception>
    public static FieldMatrix Positive(Panel panel, Field field)
    {
        FieldMatrix matrix = panel[field];
        for (int t = 0; t < matrix.Rows; t++)
        {
            ReadOnlySpan<float> row = matrix.Row(t);
            for (int i = 0; i < row.Length; i++)
            {
                if (row[i] <= 0 || float.IsInfinity(row[i]))
                    throw new InvalidRiskException(panel.Calendar[t], FormattableString.Invariant($"{field} is {row[i]}, it must be positive and finite, or missing"), symbol: panel.Symbols[i]);
            }
        }

        return matrix;
    }
}
