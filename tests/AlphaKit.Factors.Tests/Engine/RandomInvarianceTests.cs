using AlphaKit.Factors.Tests.Expressions;
using AlphaKit.Factors.Tests.Reference;

namespace AlphaKit.Factors.Tests.Engine;

/// <summary>What must hold for every expression, tried on thousands of random ones, a hundred at a time in one graph.</summary>
[Trait("Speed", "Slow")]
public sealed class RandomInvarianceTests
{
    private static readonly Panel Data = TestPanels.Random(60, 37, gaps: 0.06, outside: 0.15, seed: 61);

    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(1, 10).Select(s => (ulong)s)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_cut_changes_a_bit(ulong seed)
    {
        Factor[] factors = [.. new RandomExpressions(seed, RandomExpressions.Leaves).Take(100, 4)];
        FieldMatrix[] whole = Compute(Data, factors, 0, 60, 1, Shape.Default);
        Same(factors, whole, Compute(Data, factors, 0, 60, 2, new Shape { Columns = 16, Rows = 13, Bits = 256 }), 0, 60);
        Same(factors, whole, Compute(Data, factors, 21, 17, 2, new Shape { Rows = 8 }), 21, 17);
        Same(factors, whole, Compute(Data.PoisonedAfter(33, Clock.NextMorning), factors, 0, 34, 1, Shape.Default), 0, 34);
        for (int k = 0; k < factors.Length; k += 9) Same([factors[k]], [whole[k]], Compute(Data, [factors[k]], 0, 60, 1, Shape.Default), 0, 60);

        Panel later = Data.Between(Data.Calendar[9], Data.Calendar[59]);
        FieldMatrix[] values = Compute(later, factors, 0, 51, 1, Shape.Default);
        for (int k = 0; k < factors.Length; k++)
        {
            if (factors[k].WarmUp != factors[k].LookBack) continue;
            for (int t = factors[k].LookBack; t < 51; t++) SameRow(whole[k].Row(9 + t), values[k].Row(t), $"{factors[k]}, row {9 + t}");
        }
    }

    [Theory]
    [InlineData(101, 1)]
    [InlineData(102, 2)]
    [InlineData(103, 3)]
    public void Every_root_equals_the_reference_on_the_same_inputs(ulong seed, int depth)
    {
        ReferenceEvaluator reference = new(Data);
        string[] problems =
        [
            .. new RandomExpressions(seed, RandomExpressions.Leaves).Take(300, depth).OfType<OperatorFactor>()
                .Select(node => ReferenceTests.Problem(Data, reference, node)).OfType<string>(),
        ];
        Assert.True(problems.Length == 0, $"{problems.Length}:\n{string.Join('\n', problems)}");
    }

    private static FieldMatrix[] Compute(Panel panel, Factor[] factors, int first, int count, int threads, Shape shape) =>
        FactorEngine.Compute(panel, factors, first, count, new EngineOptions { Threads = threads }, shape, null, default);

    private static void Same(Factor[] factors, FieldMatrix[] whole, FieldMatrix[] part, int first, int count)
    {
        for (int k = 0; k < factors.Length; k++)
        {
            for (int t = 0; t < count; t++) SameRow(whole[k].Row(first + t), part[k].Row(t), $"{factors[k]}, row {first + t}");
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
