using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Engine;

/// <summary>Expressions as a graph in which what is the same stands once, and only that.</summary>
public sealed class FactorGraphTests
{
    [Fact]
    public void Expressions_that_say_the_same_are_one_node()
    {
        FactorGraph graph = new([Mean(Close / Delay(Close, 1), 20), Rank(High), Mean(Close / Delay(Close, 1), 20)]);
        Assert.Same(graph.Outputs[0], graph.Outputs[2]);
        Assert.NotSame(graph.Outputs[0], graph.Outputs[1]);
    }

    public static TheoryData<string, string> Alike => new()
    {
        { "close - open", "open - close" },
        { "mean(close, 20)", "mean(close, 21)" },
        { "mean(close, 20)", "mean(close, 20, min: 5)" },
        { "mean(close, 20)", "sum(close, 20)" },
        { "quantile(close, 20, 0.2)", "quantile(close, 20, 0.25)" },
        { "close * 2", "close * 2.0000000000000004" },
        { "correlation(close, volume, 10)", "correlation(close, amount, 10)" },
    };

    [Theory]
    [MemberData(nameof(Alike))]
    public void What_differs_in_one_thing_is_two_nodes(string one, string other)
    {
        FactorGraph graph = new([FactorExpression.Parse(one), FactorExpression.Parse(other)]);
        Assert.NotSame(graph.Outputs[0], graph.Outputs[1]);
        Assert.NotEqual(graph.Outputs[0].Id, graph.Outputs[1].Id);
        Assert.False(GraphNodeContent.Instance.Equals(graph.Outputs[0], graph.Outputs[1]));
    }

    [Fact]
    public void Fields_of_one_name_with_another_unit_or_clock_are_two_nodes()
    {
        Field ratio = Field.Custom("signal", Unit.Ratio, Clock.Close), price = Field.Custom("signal", Unit.Cny, Clock.Close), late = Field.Custom("signal", Unit.Ratio, Clock.Evening);
        FactorGraph graph = new([Abs(ratio), Abs(price), Abs(late), Abs(Field.Custom("signal", Unit.Ratio, Clock.Close))]);
        Assert.Equal(3, graph.Outputs.Distinct().Count());
        Assert.Same(graph.Outputs[0], graph.Outputs[3]);
    }

    [Fact]
    public void Inputs_stand_before_their_users_and_everything_once()
    {
        FactorGraph graph = new([.. FactorSet.Alpha101.Select(f => f.Expression)]);
        List<GraphNode> order = graph.InOrder();
        Assert.Equal(order.Count, order.Select(n => n.Id).Distinct().Count());
        HashSet<GraphNode> before = [];
        foreach (GraphNode node in order)
        {
            Assert.All(node.Inputs, i => Assert.Contains(i, before));
            before.Add(node);
        }

        Assert.All(graph.Outputs, o => Assert.Contains(o, before));
    }

    [Fact]
    public void Fields_come_in_the_order_of_the_expressions_and_within_one_by_name()
    {
        Assert.Equal([Field.AdjustedClose, Field.AdjustedHigh, Field.AdjustedLow, Field.Volume], Factor.FieldsOf([Close + High, Close + Volume + Low]));
        Assert.Empty(Factor.FieldsOf([1]));
    }
}
