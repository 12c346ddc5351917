namespace AlphaKit.Torch;

/// <summary>The format's names for types of numbers.</summary>
internal static class SafetensorsTypes
{
    private static readonly (string Name, ScalarType Type, int Size)[] All =
    [
        ("F64", ScalarType.Float64, 8), ("F32", ScalarType.Float32, 4), ("F16", ScalarType.Float16, 2), ("BF16", ScalarType.BFloat16, 2),
        ("I64", ScalarType.Int64, 8), ("I32", ScalarType.Int32, 4), ("I16", ScalarType.Int16, 2), ("I8", ScalarType.Int8, 1),
        ("U8", ScalarType.Byte, 1), ("BOOL", ScalarType.Bool, 1),
    ];

    public static string Names => string.Join(", ", All.Select(t => t.Name));

    public static ScalarType? Find(string name) => All.Where(t => t.Name == name).Select(t => (ScalarType?)t.Type).FirstOrDefault();

    public static string Name(ScalarType type) => All.Single(t => t.Type == type).Name;

    public static int Size(ScalarType type) => All.Single(t => t.Type == type).Size;
}
