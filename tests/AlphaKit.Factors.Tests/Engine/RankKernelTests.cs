namespace AlphaKit.Factors.Tests;

public sealed class RankKernelTests
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
        RankRows.AreRanked(values);
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
