using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Engine;

/// <summary>
/// What becomes of a window's result: an output, a quotient that the window's kernel writes, both, several quotients, a quotient by something that needs
/// the same window. Each must have the bits that it has alone, where another way leads there.
/// </summary>
public sealed class WindowResultTests
{
    private static readonly Panel Gapped = TestPanels.Random(150, 53, gaps: 0.04, outside: 0.1, seed: 71);

    private static readonly Panel Dense = TestPanels.Random(150, 53, seed: 72);

    private static MinPeriods Skip => MinPeriods.SkipMissing;

    private static IReadOnlyList<Factor> Company =>
    [
        Mean(Close, 5, Skip) / Close,
        Std(Close, 10, Deviation.Sample, Skip) / Close,
        Mean(Close, 10, Skip),
        Mean(Close, 10, Skip) / Close,
        Mean(Close, 10, Skip) / Open,
        Mean(Close, 10, Skip) / 7,
        TsMax(High, 20, Skip) / Close,
        (Close - TsMax(High, 20, Skip)) / Open,
        Std(Volume, 5, Deviation.Sample, Skip) / (Mean(Volume, 5, Skip) + 1e-12),
        Mean(Volume, 10, Skip) / (Mean(Volume, 5, Skip) + 1e-12),
        Sum(Close, 5, Skip) / Delay(Close, 3),
        Correlation(Close, Volume, 10, Skip) / Open,
        Slope(Close, 5) / Close,
        TsArgMax(High, 20, Skip) / 20,
        TsArgMax(High, 20, Skip) / 20 - TsArgMin(Low, 20, Skip) / 20,
        TsQuantile(Close, 20, 0.8, Skip) / Close,
        TsRank(Close, 10, Skip) / Open,
        Mean(Close, 5, Skip) / (Close - Close),
        Mean(Rank(Close), 5, Skip) / Close,
        Rank(Mean(Close, 5, Skip) / Close),
    ];

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    public void A_quotient_in_company_has_the_bits_that_it_has_alone(int bits)
    {
        foreach (Panel panel in new[] { Gapped, Dense })
        {
            FieldMatrix[] all = Compute(panel, Company, new Shape { Bits = bits });
            for (int k = 0; k < all.Length; k++) Same(Compute(panel, [Company[k]], new Shape { Bits = bits })[0], all[k], Company[k]);
        }
    }

    [Fact]
    public void A_quotient_is_the_division_of_what_stands_in_two_outputs()
    {
        foreach (Panel panel in new[] { Gapped, Dense })
        {
            FieldMatrix[] values = Compute(panel, [Mean(Close, 5, Skip), TsMax(High, 20, Skip), Close, Mean(Close, 5, Skip) / Close, TsMax(High, 20, Skip) / Close], Shape.Default);
            for (int t = 0; t < 150; t++)
            {
                for (int i = 0; i < 53; i++)
                {
                    Assert.Equal(values[0][t, i] / values[2][t, i], values[3][t, i]);
                    Assert.Equal(values[1][t, i] / values[2][t, i], values[4][t, i]);
                }
            }
        }
    }

    /// <summary>Rows that stand in a ring of their own, and what is taken from it, whatever the rows of a chunk and the length of the window.</summary>
    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(64)]
    [InlineData(149)]
    public void Windows_of_every_length_have_the_same_bits_in_chunks_of_any_size(int rows)
    {
        Factor[] factors =
        [
            .. Enumerable.Range(1, 33).Concat([60, 61, 96, 120]).SelectMany(d => new[]
            {
                Sum(Close, d, Skip), Mean(Volume, d), Std(High, Math.Max(2, d), Deviation.Sample, Skip), Slope(Low, Math.Max(2, d), Skip), Correlation(Close, Volume, Math.Max(2, d), Skip),
                Covariance(Open, Volume, Math.Max(2, d)),
            }),
        ];
        foreach (Panel panel in new[] { Gapped, Dense })
        {
            FieldMatrix[] one = Compute(panel, factors, new Shape { Rows = 7 }), other = Compute(panel, factors, new Shape { Rows = rows });
            for (int k = 0; k < factors.Length; k++) Same(one[k], other[k], factors[k]);
        }
    }

    private static FieldMatrix[] Compute(Panel panel, IReadOnlyList<Factor> factors, Shape shape) =>
        FactorEngine.Compute(panel, factors, 0, panel.Axes.Days, new EngineOptions { Threads = 2 }, shape, null, default);

    private static void Same(FieldMatrix expected, FieldMatrix actual, Factor factor)
    {
        for (int t = 0; t < expected.Rows; t++)
        {
            for (int i = 0; i < expected.Columns; i++)
            {
                float a = expected[t, i], b = actual[t, i];
                if (BitConverter.SingleToInt32Bits(a) != BitConverter.SingleToInt32Bits(b) && !(float.IsNaN(a) && float.IsNaN(b)))
                    Assert.Fail($"{factor}, row {t}, column {i}: {a:R} became {b:R}.");
            }
        }
    }
}
