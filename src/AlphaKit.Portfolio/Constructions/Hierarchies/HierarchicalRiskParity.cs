namespace AlphaKit.Portfolio;

/// <summary>
/// Hierarchical risk parity (层次风险平价): names are clustered by correlation, put in the order of the tree's leaves, and the portfolio is halved along
/// that order again and again; each half gets a part inverse to its variance at inverse-variance weights (López de Prado 2016). It inverts no
/// matrix and needs no expected returns.
/// </summary>
/// <remarks>
/// Leaves stand as clustering numbers them, the lower cluster left; they are not reordered further, as the paper does not. The order of the names
/// given decides only between equal distances.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record HierarchicalRiskParity : RiskWeighting
{
    /// <summary>Makes the weighting.</summary>
    /// <param name="risk">The risk of every decision day.</param>
    public HierarchicalRiskParity(RiskHistory risk)
        : base(risk)
    {
    }

    /// <inheritdoc/>
    public override string Name => "hierarchical risk parity";

    /// <summary>How far apart two clusters are.</summary>
    /// <value>The default is <see cref="Linkage.Single"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public Linkage Linkage
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Linkage), value, "Must be a named linkage.");
    } = Linkage.Single;

    /// <summary>What is clustered by.</summary>
    /// <value>The default is <see cref="HierarchyDistance.Correlation"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public HierarchyDistance Distance
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Distance), value, "Must be a named distance.");
    } = HierarchyDistance.Correlation;

    /// <summary>The weights of all names of a risk, with the tree they come from.</summary>
    /// <param name="risk">The risk; at least one name, every variance above 0.</param>
    /// <param name="linkage">How far apart two clusters are.</param>
    /// <param name="distance">What is clustered by.</param>
    /// <exception cref="InvalidRiskException">A name has no variance.</exception>
    /// <exception cref="InsufficientDataException">The risk holds no name.</exception>
    public static HierarchySolution Of(FactorRisk risk, Linkage linkage = Linkage.Single, HierarchyDistance distance = HierarchyDistance.Correlation)
    {
        RiskRoots roots = RiskRoots.Of(risk);
        int n = roots.Count;
        double[] distances = Distances(roots);
        if (distance == HierarchyDistance.DistanceOfDistances) distances = BetweenColumns(distances, n);
        ClusterMerge[] merges = Clustering.Of(distances, n, linkage);
        int[] leaves = Clustering.Leaves(merges, n);
        return new HierarchySolution(roots.Symbols, merges, leaves, Bisect(roots, leaves));
    }

    /// <inheritdoc/>
    protected override double[] Weights(FactorRisk risk) => [.. Of(risk, Linkage, Distance).Weights.Select(w => w.Value)];

    /// <summary>√((1 − ρ) / 2), of correlations clamped to −1 … 1.</summary>
    private static double[] Distances(RiskRoots roots)
    {
        int n = roots.Count, k = roots.Factors;
        double[] scaled = new double[n * k], distances = new double[n * n];
        for (int i = 0; i < n; i++) Vectors.Add(1 / Math.Sqrt(roots.Variance[i]), roots.Row(i), scaled.AsSpan(i * k, k));
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = scaled.AsSpan(i * k, k);
            for (int j = 0; j < i; j++)
            {
                double correlation = Math.Clamp(Vectors.Dot(row, scaled.AsSpan(j * k, k)), -1, 1);
                distances[(i * n) + j] = distances[(j * n) + i] = Math.Sqrt((1 - correlation) / 2);
            }
        }

        return distances;
    }

    private static double[] BetweenColumns(double[] distances, int n)
    {
        double[] result = new double[n * n], difference = new double[n];
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = distances.AsSpan(i * n, n);
            for (int j = 0; j < i; j++)
            {
                distances.AsSpan(j * n, n).CopyTo(difference);
                Vectors.Add(-1, row, difference);
                result[(i * n) + j] = result[(j * n) + i] = Math.Sqrt(Vectors.Dot(difference, difference));
            }
        }

        return result;
    }

    private static double[] Bisect(RiskRoots roots, int[] leaves)
    {
        double[] weights = new double[leaves.Length];
        Array.Fill(weights, 1);
        Stack<(int Start, int Count)> open = new();
        open.Push((0, leaves.Length));
        while (open.TryPop(out (int Start, int Count) part))
        {
            if (part.Count < 2) continue;
            int half = part.Count / 2;
            ReadOnlySpan<int> left = leaves.AsSpan(part.Start, half), right = leaves.AsSpan(part.Start + half, part.Count - half);
            double one = ClusterVariance(roots, left), other = ClusterVariance(roots, right), toLeft = other / (one + other);
            foreach (int name in left) weights[name] *= toLeft;
            foreach (int name in right) weights[name] *= 1 - toLeft;
            open.Push((part.Start + half, part.Count - half));
            open.Push((part.Start, half));
        }

        return weights;
    }

    /// <summary>Variance of a cluster at weights inverse to the variances of its names, in O(names · factors).</summary>
    private static double ClusterVariance(RiskRoots roots, ReadOnlySpan<int> names)
    {
        double[] sums = new double[roots.Factors];
        ReadOnlySpan<double> specific = roots.Specific.Span;
        double total = 0, own = 0;
        foreach (int name in names)
        {
            double weight = 1 / roots.Variance[name];
            total += weight;
            own += specific[name] * weight * weight;
            Vectors.Add(weight, roots.Row(name), sums);
        }

        return (Vectors.Dot(sums, sums) + own) / (total * total);
    }
}
