namespace AlphaKit.Portfolio;

/// <summary>
/// Agglomerative clustering in O(N²): single linkage by a minimum spanning tree (Prim), the others by chains of nearest neighbours (Müllner 2011).
/// Steps are sorted by distance and clusters numbered in that order.
/// </summary>
internal static class Clustering
{
    /// <summary>Clusters N names.</summary>
    /// <param name="distances">N × N distances, symmetric; the methods other than single overwrite them.</param>
    /// <param name="n">How many names.</param>
    /// <param name="linkage">How far apart two clusters are.</param>
    public static ClusterMerge[] Of(double[] distances, int n, Linkage linkage)
    {
        if (n < 2) return [];
        (int A, int B, double Distance)[] edges = linkage == Linkage.Single ? SpanningTree(distances, n) : NeighbourChain(distances, n, linkage);
        int[] order = [.. Enumerable.Range(0, n - 1)];

        // Stable by construction: equal distances stay in the order in which they were found.
        Array.Sort(order, (x, y) => edges[x].Distance != edges[y].Distance ? edges[x].Distance.CompareTo(edges[y].Distance) : x.CompareTo(y));
        int[] parent = [.. Enumerable.Range(0, (2 * n) - 1)], size = new int[(2 * n) - 1];
        Array.Fill(size, 1, 0, n);
        ClusterMerge[] merges = new ClusterMerge[n - 1];
        for (int k = 0; k < merges.Length; k++)
        {
            (int a, int b, double distance) = edges[order[k]];
            (int left, int right) = (Find(parent, a), Find(parent, b));
            if (left > right) (left, right) = (right, left);
            parent[left] = parent[right] = n + k;
            size[n + k] = size[left] + size[right];
            merges[k] = new ClusterMerge(left, right, distance, size[n + k]);
        }

        return merges;
    }

    /// <summary>The names in the order of the tree's leaves, left before right at every step.</summary>
    public static int[] Leaves(ClusterMerge[] merges, int n)
    {
        int[] leaves = new int[n];
        int found = 0;
        Stack<int> open = new();
        open.Push(n == 1 ? 0 : (2 * n) - 2);
        while (open.TryPop(out int cluster))
        {
            if (cluster < n)
            {
                leaves[found++] = cluster;
                continue;
            }

            open.Push(merges[cluster - n].Right);
            open.Push(merges[cluster - n].Left);
        }

        return leaves;
    }

    private static int Find(int[] parent, int cluster)
    {
        while (parent[cluster] != cluster)
        {
            parent[cluster] = parent[parent[cluster]];
            cluster = parent[cluster];
        }

        return cluster;
    }

    private static (int A, int B, double Distance)[] SpanningTree(double[] distances, int n)
    {
        (int A, int B, double Distance)[] edges = new (int, int, double)[n - 1];
        double[] nearest = new double[n];
        int[] from = new int[n];
        bool[] isIn = new bool[n];
        Array.Fill(nearest, double.PositiveInfinity);
        int last = 0;
        isIn[0] = true;
        for (int k = 0; k < n - 1; k++)
        {
            int next = -1;
            ReadOnlySpan<double> row = distances.AsSpan(last * n, n);
            for (int i = 0; i < n; i++)
            {
                if (isIn[i]) continue;
                if (row[i] < nearest[i]) (nearest[i], from[i]) = (row[i], last);
                if (next < 0 || nearest[i] < nearest[next]) next = i;
            }

            edges[k] = (from[next], next, nearest[next]);
            isIn[next] = true;
            last = next;
        }

        return edges;
    }

    private static (int A, int B, double Distance)[] NeighbourChain(double[] distances, int n, Linkage linkage)
    {
        (int A, int B, double Distance)[] edges = new (int, int, double)[n - 1];
        int[] size = new int[n], chain = new int[n];
        Array.Fill(size, 1);
        int length = 0;
        for (int k = 0; k < n - 1; k++)
        {
            if (length == 0)
            {
                chain[0] = Array.FindIndex(size, s => s > 0);
                length = 1;
            }

            int x, y;
            double near;
            while (true)
            {
                x = chain[length - 1];

                // The one before in the chain wins a tie, or the chain would not end.
                y = length > 1 ? chain[length - 2] : -1;
                near = y >= 0 ? distances[(x * n) + y] : double.PositiveInfinity;
                for (int i = 0; i < n; i++)
                {
                    if (size[i] > 0 && i != x && distances[(x * n) + i] < near) (near, y) = (distances[(x * n) + i], i);
                }

                if (length > 1 && y == chain[length - 2]) break;
                chain[length++] = y;
            }

            length -= 2;
            if (x > y) (x, y) = (y, x);
            edges[k] = (x, y, near);
            (int a, int b) = (size[x], size[y]);
            size[x] = 0;
            size[y] = a + b;
            for (int i = 0; i < n; i++)
            {
                if (size[i] == 0 || i == y) continue;
                double one = distances[(i * n) + x], other = distances[(i * n) + y];
                double merged = linkage switch
                {
                    Linkage.Complete => Math.Max(one, other),
                    Linkage.Average => ((a * one) + (b * other)) / (a + b),
                    _ => Math.Sqrt((((size[i] + a) * one * one) + ((size[i] + b) * other * other) - (size[i] * near * near)) / (size[i] + a + b)),
                };
                distances[(i * n) + y] = merged;
                distances[(y * n) + i] = merged;
            }
        }

        return edges;
    }
}
