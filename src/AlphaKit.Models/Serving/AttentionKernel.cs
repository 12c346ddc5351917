namespace AlphaKit.Models;

/// <summary>softmax(Q Kᵀ / √d) V for the heads of one sample; a target that may see no source has zeros.</summary>
internal sealed unsafe class AttentionKernel
{
    private readonly NetworkKernels _kernels;
    private readonly int _steps;
    private readonly int _depth;
    private readonly int _sourceWidth;
    private readonly int _depthWidth;
    private readonly AlignedBuffer _keys;   // panels of Kᵀ: [depth, sources]
    private readonly AlignedBuffer _values; // panels of V: [sources, depth]
    private readonly AlignedBuffer _scores; // [targets, sources]
    private readonly AlignedBuffer _mixed;  // [targets, depth]
    private readonly AlignedBuffer _queries; // [targets, depth], scaled

    public AttentionKernel(NetworkKernels kernels, int steps, int depth)
    {
        (_kernels, _steps, _depth) = (kernels, steps, depth);
        _sourceWidth = kernels.Padded(steps);
        _depthWidth = kernels.Padded(depth);
        _keys = new AlignedBuffer((long)depth * _sourceWidth);
        _values = new AlignedBuffer((long)steps * _depthWidth);
        _scores = new AlignedBuffer((long)steps * _sourceWidth);
        _mixed = new AlignedBuffer((long)steps * _depthWidth);
        _queries = new AlignedBuffer((long)steps * depth);
    }

    /// <summary>One head: queries, keys and values of all steps, a row apart, into the columns of the output.</summary>
    /// <param name="q">[steps, depth].</param>
    /// <param name="k">[steps, depth].</param>
    /// <param name="v">[steps, depth].</param>
    /// <param name="row">Floats from step to step of all three.</param>
    /// <param name="output">[steps, depth].</param>
    /// <param name="outputRow">Floats from step to step.</param>
    /// <param name="isCausal">A target sees no source after it.</param>
    /// <param name="padding">True for sources that nobody may see; empty for none.</param>
    public void Apply(float* q, float* k, float* v, nint row, float* output, nint outputRow, bool isCausal, ReadOnlySpan<bool> padding)
    {
        int block = _kernels.Block;
        float factor = (float)(1 / Math.Sqrt(_depth));
        for (int t = 0; t < _steps; t++)
        {
            float* key = _keys.Pointer + ((long)(t / block) * block * _depth) + (t % block);
            for (int d = 0; d < _depth; d++)
            {
                key[(long)d * block] = k[(t * row) + d];
                _values.Pointer[((long)(d / block) * block * _steps) + ((long)t * block) + (d % block)] = v[(t * row) + d];
                _queries.Pointer[(t * _depth) + d] = q[(t * row) + d] * factor;
            }
        }

        _scores.Clear();
        _kernels.Add(_scores.Pointer, _sourceWidth, _queries.Pointer, _depth, _keys.Pointer, _steps, _sourceWidth, _depth);
        for (int t = 0; t < _steps; t++) Softmax(_scores.Pointer + ((long)t * _sourceWidth), isCausal ? t + 1 : _steps, padding);
        _mixed.Clear();
        _kernels.Add(_mixed.Pointer, _depthWidth, _scores.Pointer, _sourceWidth, _values.Pointer, _steps, _depthWidth, _steps);
        for (int t = 0; t < _steps; t++)
            new ReadOnlySpan<float>(_mixed.Pointer + ((long)t * _depthWidth), _depth).CopyTo(new Span<float>(output + (t * outputRow), _depth));
    }

    /// <summary>The weights of a target: sources from <paramref name="visible"/> on, and padding, have none.</summary>
    private void Softmax(float* scores, int visible, ReadOnlySpan<bool> padding)
    {
        float most = float.NegativeInfinity;
        for (int s = 0; s < visible; s++)
        {
            if (padding.IsEmpty || !padding[s]) most = MathF.Max(most, scores[s]);
        }

        if (float.IsNegativeInfinity(most))
        {
            new Span<float>(scores, _sourceWidth).Clear();
            return;
        }

        for (int s = 0; s < visible; s++) scores[s] -= most;
        _kernels.Exp(scores, _sourceWidth);
        double sum = 0;
        for (int s = 0; s < visible; s++)
        {
            if (!padding.IsEmpty && padding[s]) scores[s] = 0;
            sum += scores[s];
        }

        float share = (float)(1 / sum);
        for (int s = 0; s < visible; s++) scores[s] *= share;
        new Span<float>(scores + visible, _sourceWidth - visible).Clear();
    }
}
