namespace AlphaKit.Factors.Tests;

/// <summary>Ranks a row in every way and at both widths and compares with the definition.</summary>
internal static unsafe class RankRows
{
    public static void AreRanked(params float[] values)
    {
        float[] expected = values.Length < 6000 ? Definition(values) : BySorting(values);
        foreach (RankWay way in Enum.GetValues<RankWay>())
        {
            foreach (int rows in (int[])[0, RankHint.Kept])
            {
                RankHint hint = new(way, rows);
                Assert.Equal(expected, Ranked<Floats8, Doubles4>(values, hint));
                Assert.Equal(expected, Ranked<Floats16, Doubles8>(values, hint));
            }
        }
    }

    /// <summary>What the next row of the series is told.</summary>
    public static RankHint HintAfter(float[] values, RankHint hint)
    {
        using Arena scratch = new();
        int padded = (values.Length + 15) & ~15;
        float* x = scratch.Take<float>(padded);
        new Span<float>(x, padded).Fill(float.NaN);
        values.CopyTo(new Span<float>(x, padded));
        return RankKernel<Floats8, Doubles4>.Of(scratch, x, padded, hint);
    }

    private static float[] Ranked<F, D>(float[] values, RankHint hint)
        where F : unmanaged, IFloats<F, D>
        where D : unmanaged, IDoubles<D>
    {
        using Arena scratch = new();
        int padded = (values.Length + 15) & ~15;
        float* x = scratch.Take<float>(padded);
        new Span<float>(x, padded).Fill(float.NaN);
        values.CopyTo(new Span<float>(x, padded));
        hint = RankKernel<F, D>.Of(scratch, x, padded, hint);
        float[] first = new Span<float>(x, values.Length).ToArray();

        // What the row has taught must not change the next one either.
        values.CopyTo(new Span<float>(x, padded));
        RankKernel<F, D>.Of(scratch, x, padded, hint);
        Assert.Equal(first, new Span<float>(x, values.Length).ToArray());
        return first;
    }

    /// <summary>(Number below + half of the number equal + ½) / number present, by counting.</summary>
    public static float[] Definition(float[] values)
    {
        int present = values.Count(v => !float.IsNaN(v));
        return
        [
            .. values.Select(v => float.IsNaN(v)
                ? float.NaN
                : ((2 * values.Count(o => o < v)) + values.Count(o => o == v) + 1) / (2f * present)),
        ];
    }

    /// <summary>The same for long rows.</summary>
    private static float[] BySorting(float[] values)
    {
        float[] sorted = [.. values.Where(v => !float.IsNaN(v)).Order()];
        Dictionary<float, (int First, int Number)> runs = sorted.Select((v, i) => (v, i)).GroupBy(x => x.v).ToDictionary(g => g.Key, g => (g.First().i, g.Count()));
        return [.. values.Select(v => float.IsNaN(v) ? float.NaN : ((2 * runs[v].First) + runs[v].Number + 1) / (2f * sorted.Length))];
    }
}
