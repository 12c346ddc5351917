namespace AlphaKit.Backtest.Tests;

public sealed class UniverseWeightsTests
{
    private const int Days = 60, Shares = 29;

    [Theory]
    [InlineData(PriceBasis.Raw)]
    [InlineData(PriceBasis.Adjusted)]
    public void Returns_equal_those_of_a_purse_per_share(PriceBasis basis)
    {
        (float[][] close, float[][] before, bool[][] members) = Market();
        UniverseWeights weights = new(Shares, basis);

        // The same in money: one purse per share, filled anew on every seventh day, each growing by its own price.
        double[] purse = new double[Shares];
        float[] last = [.. Enumerable.Repeat(float.NaN, Shares)];
        for (int t = 0; t < Days; t++)
        {
            if (t % 7 == 1)
            {
                weights.Reset(members[t]);
                int[] bought = [.. Enumerable.Range(0, Shares).Where(i => members[t][i] && last[i] > 0)];
                Array.Clear(purse);
                foreach (int i in bought) purse[i] = 100.0 / bought.Length;
            }

            double worth = purse.Sum();
            for (int i = 0; i < Shares; i++)
            {
                float reference = basis == PriceBasis.Raw ? before[t][i] : last[i];
                if (close[t][i] > 0 && reference > 0) purse[i] *= (double)close[t][i] / reference;
                if (close[t][i] > 0) last[i] = close[t][i];
            }

            double change = weights.Move(close[t], before[t]);
            if (t == 40)
            {
                purse[3] *= 0.6;
                change -= weights.Lose(3, 0.4);
            }

            weights.Grow(change);
            Assert.Equal(worth > 0 ? (purse.Sum() / worth) - 1 : 0, change, 1e-12);
        }
    }

    [Fact]
    public void Nothing_happens_before_the_first_weights_are_set()
    {
        (float[][] close, float[][] before, _) = Market();
        UniverseWeights weights = new(Shares, PriceBasis.Raw);
        for (int t = 0; t < Days; t++)
        {
            double change = weights.Move(close[t], before[t]);
            weights.Grow(change);
            Assert.Equal(0, change);
        }
    }

    // Random walks with days without a bar, references that are missing or zero, and members that come and go.
    private static (float[][] Close, float[][] Before, bool[][] Members) Market()
    {
        RandomStream random = RandomStream.Create(5, "universe weights");
        float[][] close = new float[Days][], before = new float[Days][];
        bool[][] members = new bool[Days][];
        double[] price = [.. Enumerable.Range(0, Shares).Select(_ => 5 + (20 * random.NextDouble()))];
        for (int t = 0; t < Days; t++)
        {
            (close[t], before[t], members[t]) = (new float[Shares], new float[Shares], new bool[Shares]);
            for (int i = 0; i < Shares; i++)
            {
                double draw = random.NextDouble();
                before[t][i] = draw < 0.02 ? 0 : draw < 0.04 ? float.NaN : (float)price[i];
                price[i] *= 1 + (0.03 * random.NextNormal());
                close[t][i] = random.NextDouble() < 0.1 ? float.NaN : (float)price[i];
                members[t][i] = random.NextDouble() < 0.8;
            }
        }

        return (close, before, members);
    }
}
