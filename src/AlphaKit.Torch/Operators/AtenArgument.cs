namespace AlphaKit.Torch;

/// <summary>
/// One argument of an operator call: a tagged value with implicit conversions, so that a call allocates nothing for it. The schema of the operator
/// decides what it becomes: an integer where a float is wanted is converted, an integer where a list is wanted is repeated.
/// </summary>
public readonly struct AtenArgument
{
    internal readonly object? Reference;
    internal readonly long Bits;
    internal readonly NativeTag Tag;
    internal readonly int N;

    private AtenArgument(NativeTag tag, object? reference, long bits = 0, int n = 0)
    {
        Tag = tag;
        Reference = reference;
        Bits = bits;
        N = n;
    }

    /// <summary>PyTorch's None.</summary>
    public static AtenArgument None => default;

    /// <summary>The default of the schema.</summary>
    public static AtenArgument Default => new(NativeTag.Default, null);

    /// <summary>A tensor; null is None.</summary>
    public static implicit operator AtenArgument(Tensor? value) => value is null ? default : new(NativeTag.Tensor, value);

    /// <summary>An integer.</summary>
    public static implicit operator AtenArgument(long value) => new(NativeTag.Int, null, value);

    /// <summary>An integer.</summary>
    public static implicit operator AtenArgument(int value) => new(NativeTag.Int, null, value);

    /// <summary>A number.</summary>
    public static implicit operator AtenArgument(double value) => new(NativeTag.Double, null, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A number that keeps its kind.</summary>
    public static implicit operator AtenArgument(Scalar value) => new(value.Tag, null, value.Bits);

    /// <summary>True or false.</summary>
    public static implicit operator AtenArgument(bool value) => new(NativeTag.Bool, null, value ? 1 : 0);

    /// <summary>A text; null is None.</summary>
    public static implicit operator AtenArgument(string? value) => value is null ? default : new(NativeTag.Text, value);

    /// <summary>A list of integers; null is None.</summary>
    public static implicit operator AtenArgument(long[]? value) => value is null ? default : new(NativeTag.Ints, value);

    /// <summary>A list of numbers; null is None.</summary>
    public static implicit operator AtenArgument(double[]? value) => value is null ? default : new(NativeTag.Doubles, value);

    /// <summary>A list of bools; null is None.</summary>
    public static implicit operator AtenArgument(bool[]? value) => value is null ? default : new(NativeTag.Bools, value);

    /// <summary>A list of tensors, None among them where the operator allows it; null is None.</summary>
    public static implicit operator AtenArgument(Tensor?[]? value) => value is null ? default : new(NativeTag.Tensors, value);

    /// <summary>A type of numbers.</summary>
    public static implicit operator AtenArgument(ScalarType value) => new(NativeTag.Int, null, (int)value);

    /// <summary>A type of numbers; null is None.</summary>
    public static implicit operator AtenArgument(ScalarType? value) => value is { } type ? type : default(AtenArgument);

    /// <summary>A number; null is None.</summary>
    public static implicit operator AtenArgument(double? value) => value is { } number ? number : default(AtenArgument);

    /// <summary>An integer; null is None.</summary>
    public static implicit operator AtenArgument(long? value) => value is { } number ? number : default(AtenArgument);

    /// <summary>A device; null is None.</summary>
    public static implicit operator AtenArgument(Device? value) => value is null ? default : new(NativeTag.Device, value, value.index, (int)value.type);

    /// <summary>Type and value, for messages.</summary>
    public override string ToString() => Tag switch
    {
        NativeTag.None => "None",
        NativeTag.Tensor => Tensor.Describe((Tensor)Reference!),
        NativeTag.Double => BitConverter.Int64BitsToDouble(Bits).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        NativeTag.Bool => Bits != 0 ? "true" : "false",
        NativeTag.Int => Bits.ToString(System.Globalization.CultureInfo.InvariantCulture),
        NativeTag.Ints => $"[{string.Join(',', (long[])Reference!)}]",
        NativeTag.Tensors => Some((Tensor?[])Reference!),
        NativeTag.Text => $"'{Reference}'",
        _ => Reference?.ToString() ?? Tag.ToString(),
    };

    private static string Some(Tensor?[] list) => $"[{string.Join(", ", list.Take(8).Select(Tensor.Describe))}{(list.Length > 8 ? ", …" : "")}]";
}
