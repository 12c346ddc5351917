namespace AlphaKit.Factors;

/// <summary>
/// Computes one node of the graph, or several that read the same series, over a tile. The result at a row depends on the bits of that row's
/// window alone (recursive kernels: on all rows since the first), never on where the chunk starts or how wide the tile is.
/// </summary>
internal abstract class Kernel
{
    /// <summary>Doubles per column that the kernel keeps from one chunk to the next; zero when a tile starts.</summary>
    public virtual int StatePerColumn => 0;

    /// <summary>Computes rows 0 to tile.Rows − 1.</summary>
    public abstract void Run(Tile tile);
}
