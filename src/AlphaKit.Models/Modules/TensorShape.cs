using System.Globalization;

namespace AlphaKit.Models;

/// <summary>Checks of shapes, with messages that say what was expected.</summary>
internal static class TensorShape
{
    /// <summary>Refuses a tensor of another shape; −1 stands for any length.</summary>
    public static void Require(Tensor tensor, string name, params long[] expected)
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        long[] shape = tensor.shape;
        bool fits = shape.Length == expected.Length;
        for (int i = 0; fits && i < shape.Length; i++) fits = expected[i] < 0 || shape[i] == expected[i];
        if (!fits || tensor.numel() == 0)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The shape must be [{Text(expected)}] with at least one element, it is [{Text(shape)}]."), name);
    }

    private static string Text(long[] shape) => string.Join(", ", shape.Select(n => n < 0 ? "any" : n.ToString(CultureInfo.InvariantCulture)));
}
