namespace AlphaKit.Factors.Storage.Tests;

/// <summary>A small random panel.</summary>
internal static class Data
{
    public static Panel Panel(int days = 60, int count = 23, ulong seed = 1, double outside = 0.1)
    {
        RandomStream random = RandomStream.Create(seed, "storage tests");
        PanelAxes axes = Axes(days, count);
        Membership members = Membership.Create(days, count, (_, row) =>
        {
            for (int i = 0; i < row.Length; i++) row[i] = random.NextDouble() >= outside;
        });
        return new Panel(axes, new[] { Field.AdjustedClose, Field.AdjustedOpen, Field.Volume }.Select(f => KeyValuePair.Create(f, FieldMatrix.Create(days, count, (_, row) =>
        {
            for (int i = 0; i < row.Length; i++) row[i] = random.NextInt32(20) == 0 ? float.NaN : (float)random.NextDouble(1, 50);
        }))), members);
    }

    public static PanelAxes Axes(int days, int count) => new(
        new TradingCalendar(Enumerable.Range(0, days).Select(d => new DateOnly(2020, 1, 6).AddDays((d / 5 * 7) + (d % 5)))),
        Enumerable.Range(1, count).Select(i => Symbol.From(600000 + i, Exchange.Shanghai)));

    public static FactorSet Factors { get; } = FactorSet.Of(
        new NamedFactor("mean", Op.Mean(Op.Close, 5)),
        new NamedFactor("ema", Op.Ema(Op.Close, 4)),
        new NamedFactor("rank", Op.Rank(Op.Delta(Op.Volume, 3))),
        new NamedFactor("nested", Op.Std(Op.Rank(Op.Open), 6)));

    public static void SameBits(FieldMatrix expected, FieldMatrix actual)
    {
        Assert.Equal((expected.Rows, expected.Columns), (actual.Rows, actual.Columns));
        for (int t = 0; t < expected.Rows; t++) SameBits(expected.Row(t), actual.Row(t));
    }

    public static void SameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (float.IsNaN(expected[i]) && float.IsNaN(actual[i])) continue;
            Assert.Equal(BitConverter.SingleToInt32Bits(expected[i]), BitConverter.SingleToInt32Bits(actual[i]));
        }
    }
}
