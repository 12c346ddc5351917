namespace AlphaKit.Torch.Tests;

/// <summary>Compares elements within a tolerance relative to the greatest of what is expected (1 where that is smaller).</summary>
internal static class Near
{
    public const double Tolerance = 1e-5;

    public static void Equal(string what, SafetensorsEntry expected, Tensor actual, double tolerance = Tolerance)
    {
        Assert.Equal(expected.Shape, actual.shape);
        using Tensor plain = actual.detach().to(ScalarType.Float64).contiguous();
        Equal(what, Values(expected), plain.data<double>().ToArray(), tolerance);
    }

    public static void Equal(string what, double[] expected, double[] actual, double tolerance = Tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = Math.Max(1, expected.Select(Math.Abs).DefaultIfEmpty(0).Max());
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance * scale, $"{what}[{i}]: {actual[i]:R}, PyTorch has {expected[i]:R} (scale {scale:G4}).");
    }

    public static double[] Values(SafetensorsEntry entry)
    {
        using Tensor t = entry.ToTensor();
        using Tensor d = t.to(ScalarType.Float64);
        return d.data<double>().ToArray();
    }
}
