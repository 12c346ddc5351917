namespace AlphaKit.Factors;

/// <summary>Doubles of all days and some neighbouring columns: rows × width, day after day.</summary>
internal sealed class TileBuffer(int rows, int width)
{
    private readonly double[] _values = new double[rows * width];

    public int Rows { get; } = rows;

    public int Width { get; } = width;

    public Span<double> All => _values;

    public Span<double> Row(int t) => _values.AsSpan(t * Width, Width);
}
