namespace AlphaKit.Factors.Tests;

public sealed unsafe class RankKernelTests
{
    public static TheoryData<string, int> Rows()
    {
        TheoryData<string, int> rows = [];
        foreach (string kind in (string[])["normal", "heavy tails", "few values", "clusters", "cluster and tail", "two scales", "missing", "one value", "zeros of both signs"])
        {
            foreach (int count in (int[])[1, 2, 31, 500, 3000]) rows.Add(kind, count);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_percentile_is_the_mean_rank_among_the_present_whatever_the_rows_before_were(string kind, int count)
    {
        float[] values = Values(kind, count);
        float[] expected = Definition(values);
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
    private static float[] Definition(float[] values)
    {
        int present = values.Count(v => !float.IsNaN(v));
        return
        [
            .. values.Select(v => float.IsNaN(v)
                ? float.NaN
                : ((2 * values.Count(o => o < v)) + values.Count(o => o == v) + 1) / (2f * present)),
        ];
    }

    private static float[] Values(string kind, int count)
    {
        RandomStream random = RandomStream.Create((ulong)count, kind);
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            double z = random.NextNormal();
            values[i] = (float)(kind switch
            {
                "normal" => z,
                "heavy tails" => z / Math.Sqrt(Math.Abs(random.NextNormal() * random.NextNormal()) + 1e-9),
                "few values" => random.NextInt32(7) / 6.0,
                "clusters" => random.NextInt32(3) + (1e-6 * z),
                "cluster and tail" => random.NextInt32(2) == 0 ? 1 + (1e-7 * random.NextInt32(5)) : 1e6 * z,
                "two scales" => random.NextInt32(2) == 0 ? 1e-20 * z : 1e20 * z,
                "missing" => random.NextInt32(3) == 0 ? double.NaN : z,
                "one value" => random.NextInt32(4) == 0 ? double.NaN : 2.5,
                _ => random.NextInt32(2) == 0 ? 0.0 : random.NextInt32(2) == 0 ? -0.0 : z,
            });
        }

        return values;
    }
}
