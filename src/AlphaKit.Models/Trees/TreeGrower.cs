namespace AlphaKit.Models;

/// <summary>
/// Grows one tree on binned features, the leaf with the largest gain first. A split gains S_L²/(W_L + λ) + S_R²/(W_R + λ) − S²/(W + λ), S the
/// weighted sum of the targets and W the sum of the weights; a leaf predicts S/(W + λ). Sums run over samples in their order, one feature by one
/// thread: the number of threads changes no bit.
/// </summary>
internal sealed class TreeGrower
{
    private const int Slots = 256;
    private const long LeastParallelWork = 100_000;

    private readonly BinnedFeatures _data;
    private readonly TreeGrowth _growth;
    private readonly double[] _targets;
    private readonly int[]? _weights;
    private readonly RandomStream? _random;
    private readonly int _threads;
    private readonly int[] _order;
    private readonly int[] _spare;
    private readonly List<Leaf> _open = [];
    private readonly Tree _tree = new();

    private TreeGrower(BinnedFeatures data, TreeGrowth growth, double[] targets, int[]? weights, RandomStream? random, int threads)
    {
        (_data, _growth, _targets, _weights, _random, _threads) = (data, growth, targets, weights, random, threads);
        _order = [.. Enumerable.Range(0, data.Count).Where(i => weights is null || weights[i] > 0)];
        _spare = new int[_order.Length];
    }

    /// <summary>Grows a tree; <paramref name="leaves"/> receives the leaf of each sample that has weight.</summary>
    public static Tree Grow(BinnedFeatures data, TreeGrowth growth, double[] targets, int[]? weights, RandomStream? random, int threads, Action<int, ReadOnlySpan<int>>? leaves, CancellationToken cancellationToken)
    {
        TreeGrower grower = new(data, growth, targets, weights, random, threads);
        grower.Run(cancellationToken);
        if (leaves is not null)
        {
            foreach (Leaf leaf in grower._open) leaves(leaf.Node, grower._order.AsSpan(leaf.From, leaf.To - leaf.From));
        }

        return grower._tree;
    }

    private void Run(CancellationToken cancellationToken)
    {
        (double sum, double weight) = Total(0, _order.Length);
        Open(0, _order.Length, 0, sum, weight, null);
        while (_open.Count < _growth.MostLeaves)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Leaf? best = null;
            foreach (Leaf leaf in _open)
            {
                if (leaf.Split is { } split && (best is null || split.Gain > best.Split!.Value.Gain)) best = leaf;
            }

            if (best is null) break;
            Divide(best);
        }
    }

    private (double Sum, double Weight) Total(int from, int to)
    {
        double sum = 0, weight = 0;
        for (int j = from; j < to; j++)
        {
            int i = _order[j], w = _weights is null ? 1 : _weights[i];
            sum += w * _targets[i];
            weight += w;
        }

        return (sum, weight);
    }

    private Leaf Open(int from, int to, int depth, double sum, double weight, double[]? histogram)
    {
        int node = _tree.Add(new TreeNode(-1, 0, false, -1, -1, sum / (weight + _growth.Penalty), weight, 0));
        Leaf leaf = new(node, from, to, depth, sum, weight);
        _open.Add(leaf);
        if (depth >= _growth.MostDepth || weight < 2 * _growth.LeastSamples) return leaf;
        bool keeps = _growth.FeaturesPerSplit == 0;
        if (keeps) leaf.Histogram = histogram ?? new double[_data.Features * 2 * Slots];
        leaf.Split = BestSplit(leaf, isFilled: histogram is not null);
        if (leaf.Split is null) leaf.Histogram = null;
        return leaf;
    }

    private Split? BestSplit(Leaf leaf, bool isFilled)
    {
        int[] features = Draw();
        Split?[] found = new Split?[features.Length];
        void One(int f)
        {
            Span<double> histogram = leaf.Histogram is { } all ? all.AsSpan(features[f] * 2 * Slots, 2 * Slots) : new double[2 * Slots];
            if (!isFilled) Fill(histogram, features[f], leaf);
            found[f] = SplitOf(histogram, features[f], leaf);
        }

        if (_threads == 1 || isFilled || (long)(leaf.To - leaf.From) * features.Length < LeastParallelWork)
        {
            for (int f = 0; f < features.Length; f++) One(f);
        }
        else
        {
            Parallel.For(0, features.Length, new ParallelOptions { MaxDegreeOfParallelism = _threads }, One);
        }

        Split? best = null;
        foreach (Split? split in found)
        {
            if (split is { } s && (best is null || s.Gain > best.Value.Gain)) best = split;
        }

        return best;
    }

    private int[] Draw()
    {
        int[] all = [.. Enumerable.Range(0, _data.Features)];
        if (_growth.FeaturesPerSplit == 0 || _growth.FeaturesPerSplit >= all.Length) return all;
        _random!.Shuffle(all.AsSpan());
        return [.. all.Take(_growth.FeaturesPerSplit).Order()];
    }

    private void Fill(Span<double> histogram, int feature, Leaf leaf)
    {
        histogram.Clear();
        byte[] bins = _data.Bins[feature];
        for (int j = leaf.From; j < leaf.To; j++)
        {
            int i = _order[j], slot = 2 * bins[i], w = _weights is null ? 1 : _weights[i];
            histogram[slot] += w * _targets[i];
            histogram[slot + 1] += w;
        }
    }

    private Split? SplitOf(ReadOnlySpan<double> histogram, int feature, Leaf leaf)
    {
        int bins = _data.Thresholds[feature].Length + 1;
        double missingSum = histogram[2 * BinnedFeatures.Missing], missingWeight = histogram[(2 * BinnedFeatures.Missing) + 1];
        double whole = leaf.Sum * leaf.Sum / (leaf.Weight + _growth.Penalty), sum = 0, weight = 0;
        Split? best = null;
        int last = missingWeight > 0 ? bins : bins - 1; // the last cut parts missing values from all others
        for (int b = 0; b < last; b++)
        {
            sum += histogram[2 * b];
            weight += histogram[(2 * b) + 1];
            Try(sum, weight, b, missingWeight <= 0 && weight > leaf.Weight - weight);
            if (missingWeight > 0 && b < bins - 1) Try(sum + missingSum, weight + missingWeight, b, true);
        }

        return best;

        void Try(double leftSum, double leftWeight, int bin, bool missingLeft)
        {
            double rightSum = leaf.Sum - leftSum, rightWeight = leaf.Weight - leftWeight;
            if (leftWeight < _growth.LeastSamples || rightWeight < _growth.LeastSamples) return;
            double parts = (leftSum * leftSum / (leftWeight + _growth.Penalty)) + (rightSum * rightSum / (rightWeight + _growth.Penalty));
            double gain = parts - whole;

            // Less than the rounding of the sums is no gain.
            if (gain > 1e-12 * parts && (best is null || gain > best.Value.Gain)) best = new Split(feature, bin, missingLeft, gain, leftSum, leftWeight);
        }
    }

    private void Divide(Leaf leaf)
    {
        Split split = leaf.Split!.Value;
        byte[] bins = _data.Bins[split.Feature];
        int left = leaf.From, right = 0;
        for (int j = leaf.From; j < leaf.To; j++)
        {
            int i = _order[j];
            bool goesLeft = bins[i] == BinnedFeatures.Missing ? split.MissingLeft : bins[i] <= split.Bin;
            if (goesLeft) _order[left++] = i;
            else _spare[right++] = i;
        }

        Array.Copy(_spare, 0, _order, left, right);
        _open.Remove(leaf);
        (double[]? leftHistogram, double[]? rightHistogram) = Histograms(leaf, left);
        Leaf a = Open(leaf.From, left, leaf.Depth + 1, split.LeftSum, split.LeftWeight, leftHistogram);
        Leaf b = Open(left, leaf.To, leaf.Depth + 1, leaf.Sum - split.LeftSum, leaf.Weight - split.LeftWeight, rightHistogram);
        float[] thresholds = _data.Thresholds[split.Feature];
        float threshold = split.Bin < thresholds.Length ? thresholds[split.Bin] : float.PositiveInfinity;
        TreeNode node = _tree.Nodes[leaf.Node];
        _tree.Replace(leaf.Node, node with { Feature = split.Feature, Threshold = threshold, MissingLeft = split.MissingLeft, Left = a.Node, Right = b.Node, Gain = split.Gain });
        leaf.Histogram = null;
    }

    /// <summary>The smaller child is counted, the larger one is the rest.</summary>
    private (double[]? Left, double[]? Right) Histograms(Leaf leaf, int middle)
    {
        if (leaf.Histogram is not { } parent) return (null, null);
        bool leftIsSmall = middle - leaf.From <= leaf.To - middle;
        Leaf small = leftIsSmall ? new Leaf(-1, leaf.From, middle, 0, 0, 0) : new Leaf(-1, middle, leaf.To, 0, 0, 0);
        double[] own = new double[parent.Length];
        void One(int f)
        {
            Span<double> part = own.AsSpan(f * 2 * Slots, 2 * Slots), rest = parent.AsSpan(f * 2 * Slots, 2 * Slots);
            Fill(part, f, small);
            for (int b = 0; b < rest.Length; b++) rest[b] -= part[b];
        }

        if (_threads == 1 || (long)(small.To - small.From) * _data.Features < LeastParallelWork)
        {
            for (int f = 0; f < _data.Features; f++) One(f);
        }
        else
        {
            Parallel.For(0, _data.Features, new ParallelOptions { MaxDegreeOfParallelism = _threads }, One);
        }

        return leftIsSmall ? (own, parent) : (parent, own);
    }

    private readonly record struct Split(int Feature, int Bin, bool MissingLeft, double Gain, double LeftSum, double LeftWeight);

    private sealed class Leaf(int node, int from, int to, int depth, double sum, double weight)
    {
        public int Node { get; } = node;

        public int From { get; } = from;

        public int To { get; } = to;

        public int Depth { get; } = depth;

        public double Sum { get; } = sum;

        public double Weight { get; } = weight;

        public double[]? Histogram { get; set; }

        public Split? Split { get; set; }
    }
}
