using AlphaKit.Factors;

namespace AlphaKit.Models.Tests;

public sealed class BarFeaturesTests
{
    private const int Days = 70;

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    public void Bars_are_stated_as_changes_from_the_close_before_them(int n)
    {
        Panel panel = Panel(Days, out double[][][] v);
        FeatureTensor x = BarFeatures.Set.Compute(panel);
        foreach (int t in new[] { 41, 55, Days - 1 })
        {
            for (int i = 0; i < 3; i++)
            {
                int[] bar = [.. Enumerable.Range(t - n + 1, n)];
                double before = v[3][t - n][i], amount = bar.Sum(k => v[4][k][i] * v[5][k][i]), volume = bar.Sum(k => v[5][k][i]);
                Near((v[0][t - n + 1][i] / before) - 1, "open");
                Near((bar.Max(k => v[1][k][i]) / before) - 1, "high");
                Near((bar.Min(k => v[2][k][i]) / before) - 1, "low");
                Near((v[3][t][i] / before) - 1, "close");
                Near((amount / volume / before) - 1, "vwap");
                Near(Math.Log(volume / Enumerable.Range(t - (2 * n) + 1, n).Sum(k => v[5][k][i])), "volume");

                void Near(double expected, string name) => Assert.Equal(expected, x[$"{name}_{n}"].Values[t, i], 2e-5);
            }
        }
    }

    [Fact]
    public void Nothing_later_changes_a_bar()
    {
        FeatureTensor whole = BarFeatures.Set.Compute(Panel(Days, out _)), shorter = BarFeatures.Set.Compute(Panel(50, out _));
        for (int k = 0; k < whole.Count; k++)
        {
            for (int t = 0; t < 50; t++) Assert.Equal(shorter[k].Values.Row(t).ToArray(), whole[k].Values.Row(t).ToArray());
        }
    }

    [Fact]
    public void Inputs_read_what_the_set_still_has()
    {
        Assert.Equal(18, BarFeatures.Set.Count);
        IReadOnlyList<SequenceInput> all = BarFeatures.Inputs(BarFeatures.Set);
        Assert.Equal([(40, 1, 6), (20, 5, 6), (12, 20, 6)], all.Select(i => (i.Steps, i.Stride, i.Features.Count)));
        Assert.Equal(["open_5", "high_5", "low_5", "close_5", "vwap_5", "volume_5"], all[1].Features);
        FactorSet less = FactorSet.Of(BarFeatures.Set.Where(f => !f.Name.StartsWith("vwap", StringComparison.Ordinal)));
        Assert.All(BarFeatures.Inputs(less), i => Assert.Equal(5, i.Features.Count));
        Assert.Throws<ArgumentException>(() => BarFeatures.Inputs(FactorSet.Of(BarFeatures.Set.Skip(1))));
        Assert.Throws<ArgumentException>(() => BarFeatures.Inputs(FactorSet.Basic));
    }

    /// <summary>Prices and volumes of three shares; values[k][t][i] with k open, high, low, close, vwap, volume.</summary>
    private static Panel Panel(int days, out double[][][] values)
    {
        PanelAxes axes = new Study(days, 3, 1).Axes;
        RandomStream random = RandomStream.Create(4, "bars");
        double[][][] v = [.. Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, days).Select(_ => new double[3]).ToArray())];
        double[] last = [10, 20, 30];
        for (int t = 0; t < days; t++)
        {
            for (int i = 0; i < 3; i++)
            {
                double open = last[i] * (1 + (0.01 * random.NextNormal())), close = last[i] = open * (1 + (0.02 * random.NextNormal()));
                (v[0][t][i], v[3][t][i]) = ((float)open, (float)close);
                v[1][t][i] = (float)(Math.Max(open, close) * 1.01);
                v[2][t][i] = (float)(Math.Min(open, close) * 0.98);
                v[4][t][i] = (float)((open + close) / 2);
                v[5][t][i] = Math.Round(1e6 * Math.Exp(random.NextNormal()));
            }
        }

        values = v;
        Field[] fields = [Field.AdjustedOpen, Field.AdjustedHigh, Field.AdjustedLow, Field.AdjustedClose, Field.AdjustedVwap, Field.Volume];
        return new Panel(axes, [.. fields.Select((field, k) => KeyValuePair.Create(field, FieldMatrix.Create(days, 3, (t, row) =>
        {
            for (int i = 0; i < 3; i++) row[i] = (float)v[k][t][i];
        })))]);
    }
}
