using AlphaKit.TestSupport;

namespace AlphaKit.Core.Tests.Determinism;

public sealed class RandomStreamTests
{
    // Made by a Python transcription of the published reference code (splitmix64.c fills the state from seed XOR the first eight bytes,
    // big-endian, of SHA-256(name); then xoshiro256starstar.c). The transcription gives 11520, 0, 1509978240, 1215971899390074240, … for
    // the state {1, 2, 3, 4} and 6457827717110365317, … for splitmix64 from 1234567, the values that other implementations publish.
    private static readonly ulong[] FortyTwo =
    [
        105023963336809060, 12927105071808512708, 11272998891591283565, 2703651928745561264, 5198930761815813436,
        1459871944103125797, 14312622549064712154, 4629205931815414918, 681480978085773255, 11883018086312149686,
    ];

    private static readonly ulong[] Zero =
    [
        8438663505722775916, 968336518418183324, 2788509065364945228, 8693425922643027374, 10183859712430584000,
        15865592982546969230, 8593763622324754188, 3540965312681460171, 2209548052500385723, 11511499941839056391,
    ];

    [Fact]
    [Trait("Claim", "random_stream_known_answers")]
    public void Outputs_are_those_of_the_published_algorithm()
    {
        RandomStream first = RandomStream.Create(42, "simulation/returns"), second = RandomStream.Create(0, "a").Fork("b");
        int equal = FortyTwo.Count(v => v == first.NextUInt64()) + Zero.Count(v => v == second.NextUInt64());
        Claim.Exactly("random_stream_known_answers", equal, 20);
    }

    [Fact]
    public void A_fork_does_not_depend_on_what_was_drawn()
    {
        RandomStream untouched = RandomStream.Create(7, "x"), drawn = RandomStream.Create(7, "x");
        for (int i = 0; i < 100; i++) drawn.NextNormal();
        Assert.Equal(untouched.Fork(3).NextUInt64(), drawn.Fork(3).NextUInt64());
        Assert.Equal(RandomStream.Create(7, "x/3").NextUInt64(), drawn.Fork(3).NextUInt64());
    }

    [Fact]
    public void Streams_of_other_names_or_seeds_are_uncorrelated()
    {
        const int Count = 20_000;
        RandomStream root = RandomStream.Create(1, "root");
        (RandomStream, RandomStream)[] pairs = [(root.Fork(1), root.Fork(2)), (RandomStream.Create(1, "a"), RandomStream.Create(2, "a")), (RandomStream.Create(1, "a"), RandomStream.Create(1, "b"))];
        foreach ((RandomStream a, RandomStream b) in pairs)
        {
            double sum = 0;
            for (int i = 0; i < Count; i++) sum += (a.NextDouble() - 0.5) * (b.NextDouble() - 0.5) * 12;
            Assert.InRange(sum / Count, -4 / Math.Sqrt(Count), 4 / Math.Sqrt(Count));
        }
    }

    [Fact]
    public void Uniform_integers_have_no_bias()
    {
        RandomStream random = RandomStream.Create(3, "dice");
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++) counts[random.NextInt32(6)]++;

        // Chi-square with five degrees of freedom: 99.99 % quantile 25.7.
        Assert.True(counts.Sum(c => (c - 10_000.0) * (c - 10_000.0) / 10_000) < 25.7);
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt32(0));
        Assert.Equal(0, random.NextInt32(1));
    }

    [Fact]
    public void Bounds_of_uniform_numbers_hold()
    {
        RandomStream random = RandomStream.Create(4, "bounds");
        for (int i = 0; i < 1000; i++)
        {
            Assert.InRange(random.NextDouble(), 0, 1 - double.Epsilon);
            double narrow = random.NextDouble(1, Math.BitIncrement(1));
            Assert.Equal(1, narrow);
        }

        Assert.Throws<ArgumentException>(() => random.NextDouble(2, 1));
        Assert.Throws<ArgumentException>(() => random.NextDouble(0, double.PositiveInfinity));
    }

    // Mean, variance, skewness and kurtosis as the textbooks have them; the tolerance is about four standard errors of 400,000 draws.
    [Theory]
    [InlineData("normal", 0, 0, 1, 0, 3)]
    [InlineData("exponential", 0, 1, 1, 2, 9)]
    [InlineData("gamma", 4.0, 4, 4, 1, 4.5)]
    [InlineData("gamma", 0.5, 0.5, 0.5, 2.8284271, 15)]
    [InlineData("student", 12.0, 0, 1, 0, 3.75)]
    public void Moments_are_those_of_the_distribution(string law, double parameter, double mean, double variance, double skewness, double kurtosis)
    {
        const int Count = 400_000;
        RandomStream random = RandomStream.Create(5, law);
        double[] draws = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            draws[i] = law switch
            {
                "normal" => random.NextNormal(),
                "exponential" => random.NextExponential(),
                "gamma" => random.NextGamma(parameter),
                _ => random.NextStudentT(parameter),
            };
        }

        double m = draws.Average(), v = draws.Average(d => (d - m) * (d - m));
        Assert.InRange(m, mean - (4 * Math.Sqrt(variance / Count)), mean + (4 * Math.Sqrt(variance / Count)));
        Assert.InRange(v / variance, 1 - (4 * Math.Sqrt((kurtosis - 1) / Count)), 1 + (4 * Math.Sqrt((kurtosis - 1) / Count)));
        Assert.InRange(draws.Average(d => Math.Pow((d - m) / Math.Sqrt(v), 3)), skewness - 0.15, skewness + 0.15);
        Assert.InRange(draws.Average(d => Math.Pow((d - m) / Math.Sqrt(v), 4)) / kurtosis, 0.9, 1.1);
    }

    [Fact]
    public void Impossible_parameters_are_refused()
    {
        RandomStream random = RandomStream.Create(6, "bad");
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextGamma(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextGamma(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextStudentT(2));
        Assert.Throws<ArgumentException>(() => RandomStream.Create(1, " "));
    }

    [Fact]
    public void A_shuffle_keeps_every_item_and_moves_them_evenly()
    {
        RandomStream random = RandomStream.Create(8, "shuffle");
        int[] firsts = new int[5];
        for (int i = 0; i < 25_000; i++)
        {
            int[] items = [0, 1, 2, 3, 4];
            random.Shuffle(items.AsSpan());
            Assert.Equal(10, items.Sum());
            firsts[items[0]]++;
        }

        // Chi-square with four degrees of freedom: 99.99 % quantile 23.5.
        Assert.True(firsts.Sum(c => (c - 5000.0) * (c - 5000.0) / 5000) < 23.5);
    }
}
