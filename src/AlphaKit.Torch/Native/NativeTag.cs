namespace AlphaKit.Torch;

/// <summary>What a <see cref="NativeValue"/> holds; the order is that of the native source.</summary>
internal enum NativeTag
{
    None,
    Tensor,
    Int,
    Double,
    Bool,
    Text,
    Ints,
    Doubles,
    Bools,
    Tensors,
    Device,
    Default,
}
