using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Engine;

/// <summary>What must not change a bit: threads, tiles, vectors, the rows asked for, where the panel starts, the company of other expressions, the future.</summary>
public sealed class InvarianceTests
{
    private static readonly Panel Data = TestPanels.Random(90, 83, gaps: 0.06, outside: 0.15, seed: 31);

    private static readonly FieldMatrix[] Whole = Compute(Data, Catalogue.All, 0, 90, 1, Shape.Default);

    public static TheoryData<int, int, int, int> Shapes => new()
    {
        { 2, 64, 0, 512 }, { 5, 16, 7, 512 }, { 1, 96, 33, 512 }, { 1, 64, 0, 256 }, { 3, 16, 11, 256 }, { 2, 48, 90, 256 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Threads_tiles_and_vectors_do_not_change_a_bit(int threads, int columns, int rows, int bits) =>
        SameBits(Whole, Compute(Data, Catalogue.All, 0, 90, threads, new Shape { Columns = columns, Rows = rows, Bits = bits }), 0);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(13, 40)]
    [InlineData(57, 33)]
    [InlineData(89, 1)]
    public void A_range_is_the_same_rows_of_the_whole(int first, int count) =>
        SameBits(Whole, Compute(Data, Catalogue.All, first, count, 2, new Shape { Rows = 24 }), first);

    [Fact]
    public void An_expression_alone_has_the_bits_that_it_has_in_company()
    {
        for (int k = 0; k < Catalogue.All.Count; k++)
            SameBits([Whole[k]], Compute(Data, [Catalogue.All[k]], 0, 90, 1, Shape.Default), 0, [Catalogue.All[k]]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(40)]
    public void A_panel_that_starts_later_has_the_same_bits_after_the_look_back(int start)
    {
        Panel later = Data.Between(Data.Calendar[start], Data.Calendar[89]);
        FieldMatrix[] values = Compute(later, Catalogue.Forgetting, 0, later.Axes.Days, 2, Shape.Default);
        int k = 0;
        foreach (Factor factor in Catalogue.Forgetting)
        {
            FieldMatrix whole = Whole[Catalogue.All.ToList().FindIndex(f => ReferenceEquals(f, factor))];
            for (int t = factor.LookBack; t < later.Axes.Days; t++) SameRow(whole.Row(start + t), values[k].Row(t), $"{factor}, row {t}");
            k++;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(29)]
    [InlineData(88)]
    public void The_future_does_not_reach_back(int row)
    {
        FieldMatrix[] poisoned = Compute(Data.PoisonedAfter(row, Clock.Evening), Catalogue.All, 0, 90, 2, Shape.Default);
        for (int k = 0; k < Whole.Length; k++)
        {
            for (int t = 0; t <= row; t++) SameRow(Whole[k].Row(t), poisoned[k].Row(t), $"{Catalogue.All[k]}, row {t}");
        }
    }

    [Fact]
    public void A_neighbour_with_gaps_does_not_change_a_whole_window()
    {
        Panel clean = TestPanels.Random(90, 83, seed: 32), gapped = clean;
        RandomStream random = RandomStream.Create(5, "holes");
        foreach (Field field in clean.Fields)
        {
            FieldMatrix matrix = clean[field];
            gapped = gapped.With(field, FieldMatrix.Create(90, 83, (t, row) =>
            {
                matrix.Row(t).CopyTo(row);
                for (int i = 0; i < row.Length; i += 2)
                {
                    if (random.NextDouble() < 0.2) row[i] = float.NaN;
                }
            }));
        }

        Factor[] factors = [.. Catalogue.All.Where(f => !HasCrossSection(f))];
        FieldMatrix[] a = Compute(clean, factors, 0, 90, 1, Shape.Default), b = Compute(gapped, factors, 0, 90, 1, Shape.Default);
        for (int k = 0; k < factors.Length; k++)
        {
            for (int t = 0; t < 90; t++)
            {
                for (int i = 1; i < 83; i += 2) SameRow(a[k].Row(t).Slice(i, 1), b[k].Row(t).Slice(i, 1), $"{factors[k]}, row {t}, column {i}");
            }
        }

        static bool HasCrossSection(Factor f) => f is OperatorFactor { Operator.Kind: OperatorKind.CrossSection } || f.Inputs.Any(HasCrossSection);
    }

    [Fact]
    public void The_floats_behind_the_last_symbol_stay_missing()
    {
        foreach (FieldMatrix matrix in Whole)
        {
            ReadOnlySpan<float> all = matrix.Span;
            for (int t = 0; t + 1 < matrix.Rows; t++)
            {
                for (int i = matrix.Columns; i < matrix.Stride; i++) Assert.True(float.IsNaN(all[(t * matrix.Stride) + i]));
            }
        }
    }

    [Fact]
    public void Stops_when_told_to()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Mean(Close, 5).Compute(Data, cancellationToken: source.Token));
    }

    [Fact]
    public void Windows_longer_than_the_panel_are_missing_and_long_ones_exact()
    {
        Panel panel = TestPanels.Series(Field.AdjustedClose, Enumerable.Range(0, 5200).Select(t => 10.0 + (t % 7)));
        FieldMatrix values = Mean(Close, 5000).Compute(panel).Values;
        Assert.True(float.IsNaN(values[4998, 0]));
        Assert.Equal(Enumerable.Range(0, 5000).Average(t => 10.0 + (t % 7)), values[4999, 0], 1e-5);
        Assert.All(Mean(Close, 3000).Compute(Data).Values.Row(89).ToArray(), v => Assert.True(float.IsNaN(v)));
    }

    private static FieldMatrix[] Compute(Panel panel, IReadOnlyList<Factor> factors, int first, int count, int threads, Shape shape) =>
        FactorEngine.Compute(panel, factors, first, count, new EngineOptions { Threads = threads }, shape, null, default);

    private static void SameBits(FieldMatrix[] whole, FieldMatrix[] part, int first, IReadOnlyList<Factor>? factors = null)
    {
        for (int k = 0; k < whole.Length; k++)
        {
            for (int t = 0; t < part[k].Rows; t++) SameRow(whole[k].Row(first + t), part[k].Row(t), $"{(factors ?? Catalogue.All)[k]}, row {first + t}");
        }
    }

    private static void SameRow(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string where)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (float.IsNaN(expected[i]) && float.IsNaN(actual[i])) continue;
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
                Assert.Fail($"{where}, column {i}: {expected[i]:R} became {actual[i]:R}.");
        }
    }
}
