namespace AlphaKit.Factors.Tests.Libraries;

/// <summary>Panels with every field that the published libraries read.</summary>
internal static class LibraryPanels
{
    /// <summary>A random walk without a gap, with ex-right steps; every share in one of five industries and in the universe.</summary>
    public static Panel Complete(int days, int count, ulong seed)
    {
        Panel panel = TestPanels.Random(days, count, seed: seed);
        RandomStream random = RandomStream.Create(seed, "adjustment factors");
        double[] factors = [.. Enumerable.Range(0, count).Select(_ => 1.0)];
        return panel.With(Field.AdjFactor, FieldMatrix.Create(days, count, (_, row) =>
        {
            for (int i = 0; i < row.Length; i++)
            {
                if (random.NextInt32(100) == 0) factors[i] *= 1.3;
                row[i] = (float)factors[i];
            }
        }));
    }

    /// <summary>The rows <paramref name="from"/> … <paramref name="to"/> of a panel as a panel of their own.</summary>
    public static Panel Rows(this Panel panel, int from, int to) => panel.Between(panel.Calendar[from], panel.Calendar[to]);

    /// <summary>How many cells of the last row differ, bit for bit; two missing values are the same.</summary>
    public static int Different(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        int different = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(a[i]) != BitConverter.SingleToInt32Bits(b[i]) && !(float.IsNaN(a[i]) && float.IsNaN(b[i]))) different++;
        }

        return different;
    }
}
