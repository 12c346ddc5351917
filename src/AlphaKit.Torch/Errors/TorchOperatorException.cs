namespace AlphaKit.Torch;

/// <summary>libtorch refused a call: wrong shapes, types, dimensions, or no such operator. Names the operator and what it was given.</summary>
public sealed class TorchOperatorException : TorchException
{
    internal TorchOperatorException(string @operator, string arguments, TorchErrorKind kind, string detail)
        : base($"{@operator}({arguments}): {detail}")
    {
        Operator = @operator;
        Arguments = arguments;
        Kind = kind;
        Detail = detail;
    }

    /// <summary>The operator with its overload, such as <c>aten::add.Tensor</c>, or the function that was called.</summary>
    public string Operator { get; }

    /// <summary>Shape and type of each argument, such as <c>float32[2,3], float32[4,5]</c>.</summary>
    public string Arguments { get; }

    /// <summary>What kind of failure it was.</summary>
    public TorchErrorKind Kind { get; }

    /// <summary>The first paragraph of libtorch's own message.</summary>
    public string Detail { get; }
}
