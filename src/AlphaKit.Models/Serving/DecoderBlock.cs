namespace AlphaKit.Models;

/// <summary>
/// A block of the causal decoder on [samples · steps, width]: x + attention(norm x), queries and keys divided by their root mean square (ε 1e-6), then
/// x + (a W₁ ⊙ swish(a W₂)) W₃ with a = norm x.
/// </summary>
internal sealed unsafe class DecoderBlock
{
    private const double Epsilon = 1e-6;

    private readonly NetworkKernels _kernels;
    private readonly int _width;
    private readonly int _heads;
    private readonly NormLayer _norm1;
    private readonly NormLayer _norm2;
    private readonly DenseLayer _qkv;
    private readonly DenseLayer _out;
    private readonly DenseLayer _w1;
    private readonly DenseLayer _w2;
    private readonly DenseLayer _w3;
    private readonly float[] _queryScale;
    private readonly float[] _keyScale;

    public DecoderBlock(NetworkKernels kernels, WeightReader weights, string name, CausalDecoderOptions o)
    {
        (_kernels, _width, _heads) = (kernels, o.Width, o.Heads);
        _norm1 = new NormLayer(weights, name + ".norm1", o.Width);
        _norm2 = new NormLayer(weights, name + ".norm2", o.Width);
        _qkv = DenseLayer.Read(kernels, weights, name + ".qkv", o.Width, 3 * o.Width);
        _out = DenseLayer.Read(kernels, weights, name + ".out", o.Width, o.Width);
        _w1 = DenseLayer.Read(kernels, weights, name + ".w1", o.Width, o.FeedForward, BiasTerm.None);
        _w2 = DenseLayer.Read(kernels, weights, name + ".w2", o.Width, o.FeedForward, BiasTerm.None);
        _w3 = DenseLayer.Read(kernels, weights, name + ".w3", o.FeedForward, o.Width, BiasTerm.None);
        _queryScale = weights.Take(name + ".q_scale", o.Width / o.Heads).ToArray();
        _keyScale = weights.Take(name + ".k_scale", o.Width / o.Heads).ToArray();
    }

    /// <summary>Floats of a row of x.</summary>
    public int Row => _out.Width;

    private static void Normalise(float* x, float[] scale)
    {
        double squares = 0;
        for (int j = 0; j < scale.Length; j++) squares += (double)x[j] * x[j];
        double factor = 1 / Math.Sqrt((squares / scale.Length) + Epsilon);
        for (int j = 0; j < scale.Length; j++) x[j] = (float)(x[j] * factor) * scale[j];
    }

    /// <summary>Buffers for some samples, shared by all blocks of a network.</summary>
    public sealed class Workspace
    {
        private readonly int _steps;
        private readonly AttentionKernel _attention;
        private readonly AlignedBuffer _normal;
        private readonly AlignedBuffer _qkv;
        private readonly AlignedBuffer _mixed;
        private readonly AlignedBuffer _up;
        private readonly AlignedBuffer _gate;

        public Workspace(DecoderBlock block, int samples, int steps)
        {
            _steps = steps;
            long rows = (long)samples * steps;
            _attention = new AttentionKernel(block._kernels, steps, block._width / block._heads);
            _normal = new AlignedBuffer(rows * block.Row);
            _qkv = new AlignedBuffer(rows * block._qkv.Width);
            _mixed = new AlignedBuffer(rows * block.Row);
            _up = new AlignedBuffer(rows * block._w1.Width);
            _gate = new AlignedBuffer(rows * block._w2.Width);
        }

        /// <summary>x ← block(x), x [samples · steps, <see cref="Row"/>].</summary>
        public void Apply(DecoderBlock block, float* x, int n, ReadOnlySpan<bool> padding)
        {
            int rows = n * _steps, row = block.Row, wide = block._qkv.Width, depth = block._width / block._heads, inner = block._w1.Width;
            block._norm1.Apply(x, row, _normal.Pointer, row, rows);
            block._qkv.Apply(_normal.Pointer, row, _qkv.Pointer, wide, rows);
            for (int s = 0; s < n; s++)
            {
                ReadOnlySpan<bool> own = padding.IsEmpty ? [] : padding.Slice(s * _steps, _steps);
                for (int h = 0; h < block._heads; h++)
                {
                    float* q = _qkv.Pointer + ((long)s * _steps * wide) + (h * depth), k = q + block._width, v = k + block._width;
                    for (int t = 0; t < _steps; t++)
                    {
                        Normalise(q + ((long)t * wide), block._queryScale);
                        Normalise(k + ((long)t * wide), block._keyScale);
                    }

                    _attention.Apply(q, k, v, wide, _mixed.Pointer + ((long)s * _steps * row) + (h * depth), row, isCausal: true, own);
                }
            }

            block._out.AddTo(_mixed.Pointer, row, x, row, rows);
            block._norm2.Apply(x, row, _normal.Pointer, row, rows);
            block._w1.Apply(_normal.Pointer, row, _up.Pointer, inner, rows);
            block._w2.Apply(_normal.Pointer, row, _gate.Pointer, inner, rows);
            block._kernels.Swish(_gate.Pointer, rows * inner);
            block._kernels.Multiply(_up.Pointer, _gate.Pointer, rows * inner);
            block._w3.AddTo(_up.Pointer, inner, x, row, rows);
        }
    }
}
