using System.Runtime.InteropServices;

namespace AlphaKit;

/// <summary>Writes a <see cref="FieldMatrix"/> and then freezes it. All values start as NaN, but for those of <see cref="Unfilled"/>.</summary>
/// <threadsafety>Different rows may be written by different threads; <see cref="Build"/> must come after all writing.</threadsafety>
public sealed class FieldMatrixBuilder
{
    private readonly int _offset;
    private readonly int _rows;
    private readonly int _columns;
    private readonly int _stride;
    private float[]? _buffer;

    /// <summary>Allocates a matrix of NaN.</summary>
    /// <param name="rows">Number of days.</param>
    /// <param name="columns">Number of symbols.</param>
    public FieldMatrixBuilder(int rows, int columns)
        : this(rows, columns, missingFrom: 0)
    {
    }

    private FieldMatrixBuilder(int rows, int columns, int missingFrom)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        _rows = rows;
        _columns = columns;
        _stride = (columns + FieldMatrix.Alignment - 1) / FieldMatrix.Alignment * FieldMatrix.Alignment;
        int length = checked((rows * _stride) + FieldMatrix.Alignment);

        // Pinned arrays never move, so the 64-byte boundary found now holds for the life of the matrix.
        _buffer = GC.AllocateUninitializedArray<float>(length, pinned: true);
        LargePages.Advise(MemoryMarshal.AsBytes(_buffer.AsSpan()));
        unsafe
        {
            fixed (float* start = _buffer)
            {
                long misaligned = (long)start % 64;
                _offset = misaligned == 0 ? 0 : (int)((64 - misaligned) / sizeof(float));
            }
        }

        if (missingFrom == 0) _buffer.AsSpan().Fill(float.NaN);
        else if (missingFrom < _stride) FillFrom(missingFrom);
    }

    /// <summary>
    /// Allocates a matrix whose values are whatever the memory holds, for those who write every one of them and touch large matrices only once.
    /// The padding behind the last symbol is NaN.
    /// </summary>
    /// <param name="rows">Number of days.</param>
    /// <param name="columns">Number of symbols.</param>
    public static FieldMatrixBuilder Unfilled(int rows, int columns) => new(rows, columns, missingFrom: columns);

    /// <summary>The writable cross-section of one day.</summary>
    /// <param name="row">The day.</param>
    /// <exception cref="InvalidOperationException">The matrix was already built.</exception>
    public Span<float> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, _rows);
        return (_buffer ?? throw Frozen()).AsSpan(_offset + (row * _stride), _columns);
    }

    /// <summary>Freezes the matrix; the builder cannot be used afterwards.</summary>
    /// <exception cref="InvalidOperationException">The matrix was already built.</exception>
    public FieldMatrix Build()
    {
        float[] buffer = _buffer ?? throw Frozen();
        _buffer = null;
        return new FieldMatrix(buffer, _offset, _rows, _columns, _stride);
    }

    private void FillFrom(int column)
    {
        for (int t = 0; t < _rows; t++) _buffer.AsSpan(_offset + (t * _stride) + column, _stride - column).Fill(float.NaN);
    }

    private static InvalidOperationException Frozen() => new("The matrix was already built and can no longer be written.");
}
