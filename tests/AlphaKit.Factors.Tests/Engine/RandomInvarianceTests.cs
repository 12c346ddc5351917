using AlphaKit.Factors.Tests.Expressions;
using AlphaKit.Factors.Tests.Reference;
using AlphaKit.TestSupport;

namespace AlphaKit.Factors.Tests.Engine;

/// <summary>What must hold for every expression, tried on thousands of random ones, a hundred at a time in one graph.</summary>
[Trait("Speed", "Slow")]
public sealed class RandomInvarianceTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private static readonly Panel Data = TestPanels.Random(60, 37, gaps: 0.06, outside: 0.15, seed: 61);

    private int _equal;

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

    [Fact]
    [Trait("Claim", "random_expressions_equal_reference")]
    public void Ten_thousand_random_expressions_equal_the_reference()
    {
        const int batches = 100, size = 100;
        string[] problems = new string[batches];
        Parallel.For(0, batches, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, batch =>
        {
            Panel panel = TestPanels.Random(40, 17, gaps: 0.06, outside: 0.15, seed: 300 + (ulong)batch);
            OperatorFactor[] nodes = [.. new RandomExpressions(1000 + (ulong)batch, RandomExpressions.Leaves).Take(size, 1 + (batch % 4)).OfType<OperatorFactor>()];
            Factor[] all = [.. nodes.SelectMany(n => n.Inputs.Prepend(n))];
            FieldMatrix[] values = FactorEngine.Compute(panel, all, new EngineOptions { Threads = 1 }, default);
            ReferenceEvaluator reference = new(panel);
            List<string> found = [];
            int at = 0;
            foreach (OperatorFactor node in nodes)
            {
                double[][,] inputs = [.. values[(at + 1)..(at + 1 + node.Inputs.Length)].Select(ReferenceEvaluator.Load)];
                if (ReferenceTests.Problem(panel, reference, node, values[at], inputs) is string problem) found.Add(problem);
                at += 1 + node.Inputs.Length;
            }

            problems[batch] = string.Join('\n', found);
            Interlocked.Add(ref _equal, nodes.Length - found.Count);
        });
        foreach (string problem in problems.Where(p => p.Length > 0)) output.WriteLine(problem);
        Claim.Exactly("random_expressions_equal_reference", _equal, batches * size);
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
