namespace AlphaKit.Factors;

/// <summary>One quantity to compute; equal quantities are one node.</summary>
internal sealed class GraphNode
{
    public const string FieldOperator = "field";
    public const string ConstantOperator = "constant";
    public const string DelayOperator = "Delay";

    public required int Id { get; init; }

    /// <summary>The operator's name, or one of the three above.</summary>
    public required string Operator { get; init; }

    public required GraphNode[] Inputs { get; init; }

    public required IReadOnlyList<double> Parameters { get; init; }

    /// <summary>Values that must be present in a window; 0 for all of them.</summary>
    public required int Minimum { get; init; }

    public Field? Field { get; init; }

    /// <summary>The user's own operator.</summary>
    public CustomOperator? Custom { get; init; }

    /// <summary>True if all symbols of a day are needed at once.</summary>
    public bool IsCross => Custom is CrossSectionOperator || KernelTable.Rows.ContainsKey(Operator);

    /// <summary>The first parameter as a number of days.</summary>
    public int Days => (int)Parameters[0];

    public bool IsField => Operator == FieldOperator;

    public bool IsConstant => Operator == ConstantOperator;

    public bool IsDelay => Operator == DelayOperator;

    /// <summary>The series that delays, one over the other, start from, and the days in between.</summary>
    public (GraphNode Root, int Lag) Delayed()
    {
        GraphNode node = this;
        int lag = 0;
        for (; node.IsDelay; node = node.Inputs[0]) lag += node.Days;
        return (node, lag);
    }
}
