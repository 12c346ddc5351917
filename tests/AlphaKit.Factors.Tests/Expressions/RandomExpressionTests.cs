using AlphaKit.TestSupport;
using FsCheck;
using FsCheck.Fluent;
using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Expressions;

/// <summary>What must hold for every expression, tried on random ones.</summary>
public sealed class RandomExpressionTests
{
    private static readonly Panel Data = TestPanels.Random(30, 34, gaps: 0.05, outside: 0.1, seed: 71)
        .Only([Field.AdjustedClose, Field.AdjustedHigh, Field.Volume, Field.TurnoverRate]);

    [Fact]
    public void None_sees_what_comes_later() => Properties.Holds(Expressions(3).SelectMany(f => Gen.Choose(0, 28), (f, row) => (f, row)), x =>
    {
        TestPanels.SameBits(x.f.Compute(Data).Values, x.f.Compute(Data.PoisonedAfter(x.row, x.f.KnownAt)).Values, x.row + 1);
        return true;
    }, cases: 60);

    [Fact]
    public void None_has_a_value_before_its_look_back_or_an_infinite_one() => Properties.Holds(Expressions(3), f =>
    {
        FieldMatrix values = f.Compute(Data).Values;
        return Enumerable.Range(0, values.Rows).All(t => values.Row(t).ToArray().All(v => float.IsNaN(v) || (t >= f.LookBack && float.IsFinite(v))));
    }, cases: 100);

    private static Gen<Factor> Expressions(int depth)
    {
        Gen<Factor> leaf = Gen.Elements<Factor>(Close, High, Volume, Field.TurnoverRate);
        if (depth == 0) return leaf;
        Gen<Factor> x = Expressions(depth - 1);
        Gen<int> days = Gen.Choose(2, 6);
        return Gen.OneOf(
            leaf,
            from a in x from b in x from k in Gen.Choose(0, 5) select k switch { 0 => a + b, 1 => a - b, 2 => a * b, 3 => a / b, 4 => Larger(a, b), _ => Smaller(a, b) },
            from a in x from n in days from k in Gen.Choose(0, 6) select k switch
            {
                0 => Delay(a, n), 1 => Mean(a, n), 2 => Std(a, n), 3 => TsMax(a, n), 4 => Ema(a, n), 5 => Wilder(a, n), _ => Delta(a, n),
            },
            from a in x from k in Gen.Choose(0, 4) select k switch { 0 => Rank(a), 1 => ZScore(a), 2 => Log(a), 3 => Abs(a), _ => -a });
    }
}
