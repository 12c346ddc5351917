namespace AlphaKit.Factors;

/// <summary>
/// Computes one node of the graph, or several that read the same series, over a tile. The result at a row depends on the bits of that row's
/// window alone (recursive kernels: on all rows since the first), never on where the chunk starts or how wide the tile is.
/// </summary>
internal abstract unsafe class Kernel
{
    /// <summary>Doubles per column that the kernel keeps from one chunk to the next; zero when a tile starts.</summary>
    public virtual int StatePerColumn => 0;

    /// <summary>How many numbers per column these are, whatever their layout.</summary>
    public virtual int StatesPerColumn => StatePerColumn;

    /// <summary>One of the kept numbers of a column; the k-th in an order that the width of tiles and vectors does not change.</summary>
    public virtual double GetState(double* state, int columns, int column, int k) => state[(k * columns) + column];

    /// <summary>Puts a kept number in its place.</summary>
    public virtual void SetState(double* state, int columns, int column, int k, double value) => state[(k * columns) + column] = value;

    /// <summary>Computes rows 0 to tile.Rows − 1.</summary>
    public abstract void Run(Tile tile);
}
