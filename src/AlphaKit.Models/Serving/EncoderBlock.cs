namespace AlphaKit.Models;

/// <summary>A transformer encoder layer (normalisation after the sum, ReLU, no mask) on [samples · steps, width].</summary>
internal sealed unsafe class EncoderBlock
{
    private readonly NetworkKernels _kernels;
    private readonly int _width;
    private readonly int _heads;
    private readonly DenseLayer _qkv;
    private readonly DenseLayer _out;
    private readonly DenseLayer _linear1;
    private readonly DenseLayer _linear2;
    private readonly NormLayer _norm1;
    private readonly NormLayer _norm2;

    public EncoderBlock(NetworkKernels kernels, WeightReader weights, string name, int width, int heads, int feedForward)
    {
        (_kernels, _width, _heads) = (kernels, width, heads);
        _qkv = new DenseLayer(kernels, width, 3 * width, weights.Take(name + ".self_attn.in_proj_weight", 3 * width, width), weights.Take(name + ".self_attn.in_proj_bias", 3 * width));
        _out = DenseLayer.Read(kernels, weights, name + ".self_attn.out_proj", width, width);
        _linear1 = DenseLayer.Read(kernels, weights, name + ".linear1", width, feedForward);
        _linear2 = DenseLayer.Read(kernels, weights, name + ".linear2", feedForward, width);
        _norm1 = new NormLayer(weights, name + ".norm1", width);
        _norm2 = new NormLayer(weights, name + ".norm2", width);
    }

    /// <summary>Floats of a row of x.</summary>
    public int Row => _out.Width;

    public Workspace NewWorkspace(int samples, int steps) => new(this, samples, steps);

    /// <summary>Buffers for some samples.</summary>
    public sealed class Workspace(EncoderBlock block, int samples, int steps)
    {
        private readonly AttentionKernel _attention = new(block._kernels, steps, block._width / block._heads);
        private readonly AlignedBuffer _qkv = new((long)samples * steps * block._qkv.Width);
        private readonly AlignedBuffer _mixed = new((long)samples * steps * block.Row);
        private readonly AlignedBuffer _hidden = new((long)samples * steps * block._linear1.Width);

        /// <summary>x ← layer(x), x [samples · steps, <see cref="EncoderBlock.Row"/>].</summary>
        public void Apply(float* x, int n)
        {
            int rows = n * steps, row = block.Row, wide = block._qkv.Width, depth = block._width / block._heads;
            block._qkv.Apply(x, row, _qkv.Pointer, wide, rows);
            for (int s = 0; s < n; s++)
            {
                float* q = _qkv.Pointer + ((long)s * steps * wide), o = _mixed.Pointer + ((long)s * steps * row);
                for (int h = 0; h < block._heads; h++)
                    _attention.Apply(q + (h * depth), q + block._width + (h * depth), q + (2 * block._width) + (h * depth), wide, o + (h * depth), row, isCausal: false, []);
            }

            block._out.AddTo(_mixed.Pointer, row, x, row, rows);
            block._norm1.Apply(x, row, x, row, rows);
            block._linear1.Apply(x, row, _hidden.Pointer, block._linear1.Width, rows);
            block._kernels.Relu(_hidden.Pointer, rows * block._linear1.Width);
            block._linear2.AddTo(_hidden.Pointer, block._linear1.Width, x, row, rows);
            block._norm2.Apply(x, row, x, row, rows);
        }
    }
}
