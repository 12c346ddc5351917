using System.Numerics;

namespace AlphaKit.Factors;

/// <summary>
/// Where the parts of a <see cref="WindowTree"/> keep their rows. For a chunk of many rows all parts advance together, a strip of rows at a time, and
/// each keeps only as many rows as the longer windows look back on, in a ring: the rows stay in the first-level cache, where whole chunks would be
/// written out to the second and read back. Correlations, with five numbers a row, take a fifth less time; the moments of one series, with at most
/// three, gain nothing. Row r of a part stands at row r &amp; mask of its ring.
/// </summary>
internal sealed class WindowRings
{
    /// <summary>Rows of a strip.</summary>
    public const int Strip = 8;

    public WindowRings(WindowTree tree)
    {
        Tree = tree;
        WindowTree.Node[] nodes = tree.Nodes;
        int[] lags = new int[nodes.Length];
        foreach (WindowTree.Node node in nodes)
        {
            if (node.Older >= 0) lags[node.Older] = Math.Max(lags[node.Older], node.NewerDays);
        }

        Rings = new Ring[nodes.Length];
        for (int k = 0; k < nodes.Length; k++)
        {
            int rows = (int)BitOperations.RoundUpToPowerOf2((uint)(Strip + lags[k]));
            Rings[k] = new Ring(Rows, rows - 1);
            Rows += rows;
        }
    }

    /// <summary>The windows and their parts.</summary>
    public WindowTree Tree { get; }

    /// <summary>The ring of each node of the tree.</summary>
    public Ring[] Rings { get; }

    /// <summary>Rows of all rings.</summary>
    public int Rows { get; }

    /// <summary>The row after a strip of a chunk; a strip begins at row 0, where results do.</summary>
    public static int EndOfStrip(int first, int rows) => Math.Min(first < 0 ? 0 : rows, first + Strip);

    /// <summary>First row of a ring among all, and the mask of its rows, one less than a power of two; −1 for a part that is kept whole.</summary>
    internal readonly record struct Ring(int Start, int Mask);
}
