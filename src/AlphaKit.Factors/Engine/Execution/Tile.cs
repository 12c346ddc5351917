namespace AlphaKit.Factors;

/// <summary>What a kernel sees of the tile it works on: some neighbouring columns over a chunk of rows, with history in front.</summary>
internal sealed unsafe class Tile
{
    public int Rows { get; set; }

    /// <summary>A multiple of 16.</summary>
    public int Columns { get; set; }

    /// <summary>Trading day of row 0, counted from the first day of the panel.</summary>
    public int FirstDay { get; set; }

    /// <summary>The first chunk of a tile: everything before it is NaN and kernels start without state.</summary>
    public bool IsFirst { get; set; }

    public Series[] Inputs { get; set; } = [];

    /// <summary>Per input: all rows, the history included, hold finite values.</summary>
    public bool[] Complete { get; set; } = [];

    public Target[] Targets { get; set; } = [];

    /// <summary>StatePerColumn × Columns doubles.</summary>
    public double* State { get; set; }

    /// <summary>Scratch, valid until the kernel returns.</summary>
    public Arena Scratch { get; } = new();
}
