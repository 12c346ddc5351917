namespace AlphaKit.Factors;

/// <summary>Memory for the results of several factors: one matrix each, or for a single day one matrix of all with a row each.</summary>
internal sealed unsafe class ResultBlock
{
    private readonly FieldMatrixBuilder[] _builders;
    private readonly int _factors;
    private readonly int _rows;
    private readonly int _columns;
    private readonly int _threads;
    private FieldMatrix[]? _built;

    public ResultBlock(int factors, int rows, int columns, int threads)
    {
        (_factors, _rows, _columns, _threads) = (factors, rows, columns, threads);
        Planes = new OutputPlane[factors];
        if (rows == 1)
        {
            _builders = [FieldMatrixBuilder.Unfilled(factors, columns)];
            for (int k = 0; k < factors; k++) Planes[k] = Plane(_builders[0], k);
            return;
        }

        // One thread is left to whoever plans the computation meanwhile.
        _builders = new FieldMatrixBuilder[factors];
        Parallel.For(0, factors, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads - 1) }, k =>
        {
            _builders[k] = FieldMatrixBuilder.Unfilled(rows, columns);
            Planes[k] = rows == 0 ? default : Plane(_builders[k], 0);
        });
    }

    /// <summary>Where the engine writes.</summary>
    public OutputPlane[] Planes { get; }

    /// <summary>Bytes of the results of some factors.</summary>
    public static long BytesOf(int factors, int rows, int columns) => (long)factors * rows * ((columns + 15) & ~15) * sizeof(float);

    /// <summary>Makes missing what stands outside the universe.</summary>
    /// <param name="members">The members, row by row as here.</param>
    public void Mask(Membership members)
    {
        int[][] outside = new int[_rows][];
        for (int t = 0; t < _rows; t++)
        {
            ReadOnlySpan<bool> row = members.Row(t);
            outside[t] = row.Contains(false) ? Outside(row) : [];
        }

        if (Array.TrueForAll(outside, o => o.Length == 0)) return;
        if (_rows == 1 || _threads == 1)
        {
            foreach (OutputPlane plane in Planes) Mask(plane, outside);
        }
        else
        {
            Parallel.ForEach(Planes, new ParallelOptions { MaxDegreeOfParallelism = _threads }, plane => Mask(plane, outside));
        }
    }

    /// <summary>Number of days.</summary>
    public int Rows => _rows;

    /// <summary>The matrices, in order. Whoever writes to the planes afterwards has lent them out only, see <see cref="IFactorSink"/>.</summary>
    public FieldMatrix[] Build()
    {
        if (_built is not null) return [.. _built];
        _built = new FieldMatrix[_factors];
        FieldMatrix? all = _rows == 1 ? _builders[0].Build() : null;
        for (int k = 0; k < _factors; k++) _built[k] = all?.Slice(k, 1) ?? _builders[k].Build();
        return [.. _built];
    }

    private static int[] Outside(ReadOnlySpan<bool> members)
    {
        List<int> outside = [];
        for (int i = 0; i < members.Length; i++)
        {
            if (!members[i]) outside.Add(i);
        }

        return [.. outside];
    }

    private static void Mask(OutputPlane plane, int[][] outside)
    {
        for (int t = 0; t < outside.Length; t++)
        {
            float* row = (float*)plane.Start + ((nint)t * plane.Stride);
            foreach (int i in outside[t]) row[i] = float.NaN;
        }
    }

    /// <summary>The builder's rows are pinned for life; the engine writes whole vectors, the padding behind the last symbol included.</summary>
    private OutputPlane Plane(FieldMatrixBuilder builder, int row)
    {
        if (_columns == 0) return default;
        fixed (float* start = builder.Row(row)) return new OutputPlane((nint)start, (_columns + 15) & ~15);
    }
}
