namespace AlphaKit.Factors.Tests;

/// <summary>Rows at the limits where one way of ranking gives way to another.</summary>
public sealed unsafe class RankSeamTests
{
    public static TheoryData<int, int> Crowds()
    {
        TheoryData<int, int> crowds = [];
        foreach (int size in (int[])[2, 11, 12, 13, 14, 15, 31, 32, 33, 34, 63, 64, 65, 66, 130, 300])
        {
            foreach (int distinct in (int[])[1, 2, 5, int.MaxValue]) crowds.Add(size, distinct);
        }

        return crowds;
    }

    [Theory]
    [MemberData(nameof(Crowds))]
    public void A_bucket_of_any_size_is_ranked_whether_its_values_are_equal_or_not(int size, int distinct)
    {
        RandomStream random = RandomStream.Create((ulong)size, "crowd");
        float[] row = [.. Enumerable.Range(0, 400).Select(i => (float)i), .. Enumerable.Range(0, size).Select(k => 100.25f + (Offset(k, distinct) * 1e-5f))];
        Shuffle(row, random);
        RankRows.AreRanked(row);

        // At the ends of the row the neighbours are padding.
        RankRows.AreRanked([.. row.Select(v => v < 100.2f ? float.NaN : v)]);
        RankRows.AreRanked([.. row.Select(v => v > 100.3f ? float.NaN : v)]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void A_crowd_with_a_frequent_value_in_its_midst_is_ranked(int others)
    {
        RandomStream random = RandomStream.Create((ulong)others, "frequent");
        float[] row = [.. Enumerable.Range(0, 400).Select(i => (float)i), .. Enumerable.Range(0, 900).Select(k => 100.25f + (k % others == 0 ? 0 : (k - 450) * 1e-5f))];
        Shuffle(row, random);
        RankRows.AreRanked(row);
    }

    [Fact]
    public void Rows_of_every_length_up_to_three_vectors_are_ranked()
    {
        for (int count = 1; count <= 50; count++)
        {
            RandomStream random = RandomStream.Create((ulong)count, "short");
            RankRows.AreRanked([.. Enumerable.Range(0, count).Select(_ => (float)random.NextNormal())]);
            RankRows.AreRanked([.. Enumerable.Range(0, count).Select(_ => (float)random.NextInt32(4))]);
            RankRows.AreRanked([.. Enumerable.Range(0, count).Select(i => i == count / 2 ? 3f : float.NaN)]);
            RankRows.AreRanked([.. Enumerable.Repeat(-1.5f, count)]);
        }
    }

    [Fact]
    public void The_ends_of_the_range_of_floats_are_ranked()
    {
        float small = float.Epsilon, most = float.MaxValue;
        RankRows.AreRanked(0f, -0f, small, -small, 0f, 2 * small, -0f);
        RankRows.AreRanked(most, -most, 0f, 1f, most, -1f);
        RankRows.AreRanked(most, MathF.BitDecrement(most), -most, MathF.BitIncrement(-most));
        RankRows.AreRanked([.. Enumerable.Range(-300, 600).Select(k => k * small)]);
        RankRows.AreRanked([.. Enumerable.Range(-300, 600).Select(k => k * 1e36f)]);
        RankRows.AreRanked([.. Enumerable.Range(-300, 600).Select(k => k % 2 == 0 ? k * 1e36f : k * small)]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(3000)]
    public void Rows_that_a_map_leaves_in_one_bucket_are_ranked(int count)
    {
        RandomStream random = RandomStream.Create((ulong)count, "one bucket");
        float[] near = [.. Enumerable.Range(0, count).Select(_ => 1 + (float)(1e-5 * random.NextNormal()))];
        near[count / 3] = 1e30f;
        RankRows.AreRanked(near);
        near[count / 2] = -1e30f;
        RankRows.AreRanked(near);
        RankRows.AreRanked([.. near.Select((v, i) => i % 7 == 0 ? float.NaN : i % 3 == 0 ? 1f : v)]);
    }

    [Fact]
    public void A_crowd_that_every_parting_leaves_almost_whole_is_ranked()
    {
        // The first value is always the smallest left and the middle one the next.
        List<int> open = [.. Enumerable.Range(0, 400)];
        float[] row = new float[400];
        for (int next = 0; open.Count > 1; next += 2)
        {
            int middle = open.Count / 2;
            row[open[0]] = 1 + (next * 1.2e-7f);
            row[open[middle]] = 1 + ((next + 1) * 1.2e-7f);
            open.RemoveAt(middle);
            open.RemoveAt(0);
        }

        RankRows.AreRanked([.. row, .. Enumerable.Range(0, 3000).Select(i => (float)i)]);
        RankRows.AreRanked([.. row, 1e30f]);
    }

    [Fact]
    public void What_stays_in_one_bucket_however_often_it_is_spread_is_sorted_and_so_is_the_next_row()
    {
        float[] row = [.. Enumerable.Range(0, 300).Select(k => ((k * 37) % 300) * 1e-22f), 1, -1, 1, -2, 1e-6f, -1e-6f, 2e-6f, 1e-12f, -1e-12f, 3e-12f, float.NaN];
        RankRows.AreRanked(row);
        RankRows.AreRanked([.. row, .. Enumerable.Repeat(0f, 40), .. Enumerable.Repeat(2e-22f, 20)]);
        Assert.Equal(new RankHint(RankWay.Sorted, RankHint.Kept), RankRows.HintAfter(row, new RankHint(RankWay.Linear, 5)));
        Assert.Equal(new RankHint(RankWay.Sorted, 4), RankRows.HintAfter(row, new RankHint(RankWay.Sorted, 5)));
        Assert.Equal(RankWay.Logarithmic, RankRows.HintAfter(row, default).Way);
    }

    [Theory]
    [InlineData(32_750)]
    [InlineData(32_752)]
    [InlineData(32_753)]
    [InlineData(40_000)]
    public void Rows_longer_than_the_table_of_buckets_can_count_are_ranked(int count)
    {
        RandomStream random = RandomStream.Create((ulong)count, "long");
        RankRows.AreRanked([.. Enumerable.Range(0, count).Select(i => i % 50 == 0 ? float.NaN : (float)random.NextNormal())]);
        RankRows.AreRanked([.. Enumerable.Range(0, count).Select(i => i < count - 1 ? 1f : 2f)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(37)]
    [InlineData(64)]
    public void A_row_is_written_up_to_its_last_symbol_and_infinities_and_strangers_are_missing(int count)
    {
        RandomStream random = RandomStream.Create((ulong)count, "row");
        float[] input = [.. Enumerable.Range(0, count).Select(i => i % 9 == 8 ? float.PositiveInfinity : i % 7 == 6 ? float.NegativeInfinity : (float)random.NextNormal())];
        bool[] members = [.. Enumerable.Range(0, count).Select(i => i % 5 != 4)];
        float[] expected = RankRows.Definition([.. input.Select((v, i) => members[i] && float.IsFinite(v) ? v : float.NaN)]);
        foreach (CrossKernel kernel in (CrossKernel[])[new RankKernel<Floats8, Doubles4>(), new RankKernel<Floats16, Doubles8>()])
        {
            float[] output = [.. Enumerable.Repeat(-7f, count + 20)];
            CrossRow row = new() { Count = count, Inputs = [0], Constants = [2f] };
            fixed (float* from = input, to = output)
            {
                fixed (bool* who = members)
                {
                    row.Inputs[0] = (nint)from;
                    row.Output = to;
                    row.Members = who;
                    kernel.Run(row);
                    Assert.Equal(expected, output[..count]);

                    // A number in place of the series: one rank for all.
                    row.Inputs[0] = 0;
                    kernel.Run(row);
                }
            }

            int present = members.Count(m => m);
            Assert.Equal(members.Select(m => m ? (present + 1) / (2f * present) : float.NaN), output[..count]);
            Assert.All(output[count..], v => Assert.Equal(-7f, v));
            row.Scratch.Dispose();
        }
    }

    /// <summary>All the same but a few on both sides, or all different.</summary>
    private static int Offset(int k, int distinct) => distinct == int.MaxValue ? k : k < distinct ? k - (distinct / 2) : 0;

    private static void Shuffle(float[] values, RandomStream random)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = random.NextInt32(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}
