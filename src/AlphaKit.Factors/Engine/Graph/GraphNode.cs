namespace AlphaKit.Factors;

/// <summary>One quantity to compute; equal quantities are one node.</summary>
/// <param name="id">Its number in the graph.</param>
/// <param name="operator">The operator's name, or one of the three below.</param>
/// <param name="inputs">What it is computed from.</param>
/// <param name="parameters">The operator's parameters.</param>
/// <param name="minimum">Values that must be present in a window; 0 for all of them.</param>
/// <param name="field">The field, for a field.</param>
/// <param name="custom">The user's own operator.</param>
internal sealed class GraphNode(
    int id, string @operator, GraphNode[] inputs, double[] parameters, int minimum = 0, Field? field = null, CustomOperator? custom = null)
{
    public const string FieldOperator = "field";
    public const string ConstantOperator = "constant";
    public const string DelayOperator = "Delay";

    public int Id { get; } = id;

    /// <summary>The operator's name, or one of the three above.</summary>
    public string Operator { get; } = @operator;

    public GraphNode[] Inputs { get; } = inputs;

    public double[] Parameters { get; } = parameters;

    /// <summary>Values that must be present in a window; 0 for all of them.</summary>
    public int Minimum { get; } = minimum;

    public Field? Field { get; } = field;

    /// <summary>The user's own operator.</summary>
    public CustomOperator? Custom { get; } = custom;

    /// <summary>True if all symbols of a day are needed at once.</summary>
    public bool IsCross { get; } = custom is CrossSectionOperator || KernelTable.Rows.ContainsKey(@operator);

    /// <summary>The first parameter as a number of days.</summary>
    public int Days => (int)Parameters[0];

    public bool IsField { get; } = @operator == FieldOperator;

    public bool IsConstant { get; } = @operator == ConstantOperator;

    public bool IsDelay { get; } = @operator == DelayOperator;

    /// <summary>The series that delays, one over the other, start from, and the days in between.</summary>
    public (GraphNode Root, int Lag) Delayed()
    {
        GraphNode node = this;
        int lag = 0;
        for (; node.IsDelay; node = node.Inputs[0]) lag += node.Days;
        return (node, lag);
    }
}
