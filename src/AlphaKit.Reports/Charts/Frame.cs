namespace AlphaKit.Reports;

/// <summary>Size of a drawing and of the plot within it, in drawing units (CSS pixels at full size).</summary>
internal sealed record Frame(string Name, int Width, int Height, int Left, int Right, int Top, int Bottom)
{
    /// <summary>Width of the plot.</summary>
    public int PlotWidth => Width - Left - Right;

    /// <summary>Bottom edge of the plot.</summary>
    public int PlotBottom => Height - Bottom;

    /// <summary>Right edge of the plot.</summary>
    public int PlotRight => Width - Right;

    /// <summary>Most date or category labels that fit beside each other.</summary>
    public int MostLabels => PlotWidth / 62;

    /// <summary>The drawing for desktop screens and paper.</summary>
    public static Frame Wide(int height) => new("wide", 1040, height, 58, 14, 12, 28);

    /// <summary>The drawing for half the page's width.</summary>
    public static Frame Half(int height) => new("wide", 500, height, 52, 10, 12, 28);

    /// <summary>The drawing for telephones.</summary>
    public static Frame Narrow(int height) => new("narrow", 400, height, 48, 8, 10, 26);
}
