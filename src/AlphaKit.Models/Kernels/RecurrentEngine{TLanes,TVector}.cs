using System.Collections.Concurrent;

namespace AlphaKit.Models;

/// <summary>
/// Layout: the four gate columns of a sample stand side by side, each padded to whole blocks of vectors: GRU [n from x | r | z | n from h],
/// LSTM [i | f | g | o]; then the hidden state and, for LSTM, the cell state. Backward recomputes a tile's forward, keeps all its steps in cache and
/// overwrites gates with their gradients; no activation of the batch is ever stored.
/// </summary>
internal sealed unsafe partial class RecurrentEngine<TLanes, TVector> : RecurrentEngine
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private readonly bool _isGru;
    private readonly int _features;
    private readonly int _hidden;
    private readonly int _width;     // padded hidden units
    private readonly int _columns;   // gate columns that depend on x, and as many on h
    private readonly int _fromState; // first gate column that depends on h
    private readonly int _row;       // floats of one sample in one step
    private readonly int _inputWidth;
    private readonly AlignedBuffer _inputWeights;  // [features, columns]
    private readonly AlignedBuffer _stateWeights;  // [hidden, columns]
    private readonly AlignedBuffer _bias;          // [4 · width]
    private readonly AlignedBuffer _stateTransposed; // [columns, width]
    private readonly AlignedBuffer _inputTransposed; // [columns, inputWidth]
    private readonly int _sums;
    private readonly AlignedBuffer?[] _chunkSums = new AlignedBuffer?[Chunks]; // per chunk: input weights, state weights, bias
    private readonly ConcurrentBag<Workspace> _pool = [];

    public RecurrentEngine(RecurrentCell cell, int features, int hidden)
    {
        int block = MatrixKernel<TLanes, TVector>.BlockColumns;
        _isGru = cell == RecurrentCell.Gru;
        _features = features;
        _hidden = hidden;
        _width = RoundUp(hidden, block);
        _columns = (_isGru ? 3 : 4) * _width;
        _fromState = _isGru ? _width : 0;
        _row = (_isGru ? 5 : 6) * _width;
        _inputWidth = RoundUp(features, block);
        _sums = checked(((features + hidden) * _columns) + (4 * _width));
        _inputWeights = new AlignedBuffer((long)features * _columns);
        _stateWeights = new AlignedBuffer((long)hidden * _columns);
        _bias = new AlignedBuffer(4L * _width);
        _stateTransposed = new AlignedBuffer((long)_columns * _width);
        _inputTransposed = new AlignedBuffer((long)_columns * _inputWidth);
    }

    private int Gates => _isGru ? 3 : 4;

    public override void SetWeights(ReadOnlySpan<float> weights)
    {
        Split(weights.Length, out int stateAt, out int inputBiasAt, out int stateBiasAt);
        for (int gate = 0; gate < Gates; gate++)
        {
            (int x, int h) = ColumnsOf(gate);
            for (int j = 0; j < _hidden; j++)
            {
                int row = (gate * _hidden) + j;
                for (int f = 0; f < _features; f++)
                {
                    float w = weights[(row * _features) + f];
                    _inputWeights.Pointer[((long)f * _columns) + x + j] = w;
                    _inputTransposed.Pointer[((long)(x + j) * _inputWidth) + f] = w;
                }

                for (int k = 0; k < _hidden; k++)
                {
                    float w = weights[stateAt + (row * _hidden) + k];
                    _stateWeights.Pointer[((long)k * _columns) + h - _fromState + j] = w;
                    _stateTransposed.Pointer[((long)(h - _fromState + j) * _width) + k] = w;
                }

                float fromInput = weights[inputBiasAt + row], fromState = weights[stateBiasAt + row];
                if (x == h)
                {
                    _bias.Pointer[x + j] = fromInput + fromState;
                }
                else
                {
                    _bias.Pointer[x + j] = fromInput;
                    _bias.Pointer[h + j] = fromState;
                }
            }
        }
    }

    public override void Forward(SequenceBatch batch, float* last, int threads, CancellationToken cancellationToken)
    {
        fixed (float* pinned = batch.Values)
        {
            float* values = batch.Memory == null ? pinned : batch.Memory;
            Run(batch, threads, (work, _, from, to) =>
            {
                for (int i = from; i < to; i += Tile)
                {
                    int n = Math.Min(Tile, to - i);
                    Inputs x = Load(batch, values, work, i, n);
                    float* h = ForwardTile(work, x, n, batch.Steps, keep: false);
                    for (int s = 0; s < n; s++) new ReadOnlySpan<float>(h + ((long)s * _row), _hidden).CopyTo(new Span<float>(last + ((long)(i + s) * _hidden), _hidden));
                }
            }, cancellationToken);
        }
    }

    public override void Backward(SequenceBatch batch, float* lastGradient, float* weightGradient, float* inputGradient, int threads, CancellationToken cancellationToken)
    {
        fixed (float* pinned = batch.Values)
        {
            float* values = batch.Memory == null ? pinned : batch.Memory;
            Run(batch, threads, (work, chunk, from, to) =>
            {
                AlignedBuffer sums = _chunkSums[chunk] ??= new AlignedBuffer(_sums);
                sums.Clear();
                for (int i = from; i < to; i += Tile)
                {
                    int n = Math.Min(Tile, to - i);
                    Inputs x = Load(batch, values, work, i, n);
                    ForwardTile(work, x, n, batch.Steps, keep: true);
                    work.StateGradient.Clear();
                    work.CellGradient.Clear();
                    for (int s = 0; s < n; s++)
                        new ReadOnlySpan<float>(lastGradient + ((long)(i + s) * _hidden), _hidden).CopyTo(new Span<float>(work.StateGradient.Pointer + ((long)s * _width), _hidden));
                    BackwardTile(work, x, n, batch.Steps, sums.Pointer, inputGradient == null ? null : inputGradient + ((long)i * batch.Steps * _features));
                }
            }, cancellationToken);
        }

        for (int chunk = 0; chunk < Chunks; chunk++)
        {
            if (RangeOf(batch.Count, chunk) is var (from, to) && from < to) AddTo(weightGradient, _chunkSums[chunk]!.Pointer);
        }
    }

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;

    private static (int From, int To) RangeOf(int count, int chunk)
    {
        long tiles = (count + Tile - 1) / Tile;
        return ((int)(tiles * chunk / Chunks) * Tile, Math.Min(count, (int)(tiles * (chunk + 1) / Chunks) * Tile));
    }

    /// <summary>The gate columns of a gate in PyTorch's order that depend on x and on h.</summary>
    private (int X, int H) ColumnsOf(int gate) => (_isGru, gate) switch
    {
        (true, 2) => (0, 3 * _width),
        (true, _) => ((gate + 1) * _width, (gate + 1) * _width),
        _ => (gate * _width, gate * _width),
    };

    private void Split(int length, out int stateAt, out int inputBiasAt, out int stateBiasAt)
    {
        int rows = Gates * _hidden;
        stateAt = rows * _features;
        inputBiasAt = stateAt + (rows * _hidden);
        stateBiasAt = inputBiasAt + rows;
        if (length != stateBiasAt + rows) throw new ArgumentException($"{stateBiasAt + rows} weights are needed, {length} were given.", nameof(length));
    }

    private void AddTo(float* gradient, float* sums)
    {
        float* state = sums + ((long)_features * _columns), bias = state + ((long)_hidden * _columns);
        Split((Gates * _hidden * (_features + _hidden + 2)), out int stateAt, out int inputBiasAt, out int stateBiasAt);
        for (int gate = 0; gate < Gates; gate++)
        {
            (int x, int h) = ColumnsOf(gate);
            for (int j = 0; j < _hidden; j++)
            {
                int row = (gate * _hidden) + j;
                for (int f = 0; f < _features; f++) gradient[(row * _features) + f] += sums[((long)f * _columns) + x + j];
                for (int k = 0; k < _hidden; k++) gradient[stateAt + (row * _hidden) + k] += state[((long)k * _columns) + h - _fromState + j];
                gradient[inputBiasAt + row] += bias[x + j];
                gradient[stateBiasAt + row] += bias[h + j];
            }
        }
    }

    private void Run(SequenceBatch batch, int threads, Action<Workspace, int, int, int> body, CancellationToken cancellationToken)
    {
        void One(int chunk)
        {
            (int from, int to) = RangeOf(batch.Count, chunk);
            if (from >= to) return;
            cancellationToken.ThrowIfCancellationRequested();
            Workspace work = _pool.TryTake(out Workspace? pooled) && pooled.Steps >= batch.Steps ? pooled : new Workspace(batch.Steps, _row, _width, _features, _inputWidth);
            body(work, chunk, from, to);
            _pool.Add(work);
        }

        if (threads == 1)
        {
            for (int chunk = 0; chunk < Chunks; chunk++) One(chunk);
        }
        else
        {
            Parallel.For(0, Chunks, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, One);
        }
    }

    /// <summary>The inputs of a tile: where they stand if evenly spaced, else a copy [step, sample, feature].</summary>
    private Inputs Load(SequenceBatch batch, float* values, Workspace work, int first, int n)
    {
        ReadOnlySpan<int> offsets = batch.Offsets.Slice(first, n);
        int spacing = n > 1 ? offsets[1] - offsets[0] : 0;
        bool isEven = true;
        for (int s = 2; s < n && isEven; s++) isEven = offsets[s] - offsets[s - 1] == spacing;
        if (isEven) return new Inputs(values + offsets[0], spacing, batch.StepStride);
        for (int t = 0; t < batch.Steps; t++)
        {
            for (int s = 0; s < n; s++)
            {
                new ReadOnlySpan<float>(values + offsets[s] + ((long)t * batch.StepStride), _features)
                    .CopyTo(new Span<float>(work.Inputs.Pointer + (((long)t * Tile) + s) * _features, _features));
            }
        }

        return new Inputs(work.Inputs.Pointer, _features, Tile * _features);
    }

    private readonly record struct Inputs(nint Address, int SampleStride, int StepStride)
    {
        public Inputs(float* at, int sampleStride, int stepStride)
            : this((nint)at, sampleStride, stepStride)
        {
        }

        public float* Step(int t) => (float*)Address + ((long)t * StepStride);
    }

    private sealed class Workspace(int steps, int row, int width, int features, int inputWidth)
    {
        public int Steps { get; } = steps;

        public AlignedBuffer States { get; } = new((long)steps * Tile * row);

        public AlignedBuffer Inputs { get; } = new((long)steps * Tile * features);

        public AlignedBuffer StateGradient { get; } = new((long)Tile * width);

        public AlignedBuffer CellGradient { get; } = new((long)Tile * width);

        public AlignedBuffer InputGradient { get; } = new((long)Tile * inputWidth);

        public AlignedBuffer Zero { get; } = new(width);
    }
}
