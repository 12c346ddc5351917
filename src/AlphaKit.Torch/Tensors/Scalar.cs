namespace AlphaKit.Torch;

/// <summary>One number as an operand: an integer stays one, so that integer tensors stay integer.</summary>
public readonly struct Scalar : IEquatable<Scalar>
{
    internal readonly long Bits;
    internal readonly NativeTag Tag;

    private Scalar(NativeTag tag, long bits)
    {
        Tag = tag;
        Bits = bits;
    }

    /// <summary>A floating-point number.</summary>
    public static implicit operator Scalar(double value) => new(NativeTag.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(long value) => new(NativeTag.Int, value);

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(int value) => new(NativeTag.Int, value);

    /// <summary>True or false.</summary>
    public static implicit operator Scalar(bool value) => new(NativeTag.Bool, value ? 1 : 0);

    /// <summary>Equal kind and bits.</summary>
    public static bool operator ==(Scalar left, Scalar right) => left.Equals(right);

    /// <summary>Not equal in kind or bits.</summary>
    public static bool operator !=(Scalar left, Scalar right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Scalar other) => Tag == other.Tag && Bits == other.Bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Scalar other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tag, Bits);

    internal double AsDouble() => Tag == NativeTag.Double ? BitConverter.Int64BitsToDouble(Bits) : Bits;
}
