using System.Globalization;
using AlphaKit.Torch.Modules;

namespace AlphaKit.Torch;

/// <content>Layers. Arguments bear TorchSharp's names; parameters have PyTorch's names, shapes and first values.</content>
public static partial class torch
{
    public static partial class nn
    {
        /// <summary>y = x Wᵀ + b.</summary>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) => new(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>A row of a table for each index; the gradient of the padding row is 0.</summary>
        public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, Device? device = null, ScalarType? dtype = null) => new(num_embeddings, embedding_dims, padding_idx, device, dtype);

        /// <summary>Elements set to 0 at random while training.</summary>
        public static Dropout Dropout(double p = 0.5) => new(p);

        /// <summary>Normalisation over the last dimensions.</summary>
        public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-5, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) => new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

        /// <summary>Normalisation over the last dimension.</summary>
        public static LayerNorm LayerNorm(long normalized_shape, double eps = 1e-5, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) => new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

        /// <summary>Normalisation of each feature over the batch.</summary>
        public static BatchNorm1d BatchNorm1d(long features, double eps = 1e-5, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) => new(features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <summary>Convolution over the last dimension.</summary>
        public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) => new(in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, device, dtype);

        /// <summary>Gated recurrent units.</summary>
        public static GRU GRU(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) => new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);

        /// <summary>Long short-term memory.</summary>
        public static LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) => new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);

        /// <summary>Attention of several heads.</summary>
        public static MultiheadAttention MultiheadAttention(long embedded_dim, long num_heads, double dropout = 0, bool bias = true, bool batch_first = false, Device? device = null, ScalarType? dtype = null) => new(embedded_dim, num_heads, dropout, bias, batch_first, device, dtype);

        /// <summary>One layer of a transformer encoder.</summary>
        public static TransformerEncoderLayer TransformerEncoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU, bool batch_first = false, bool norm_first = false, Device? device = null, ScalarType? dtype = null) => new(d_model, nhead, dim_feedforward, dropout, activation, batch_first, norm_first, device, dtype);

        /// <summary>A transformer encoder; the given layer is copied, not used.</summary>
        public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers, LayerNorm? norm = null) => new(encoder_layer, num_layers, norm);

        /// <summary>Modules one after the other, named by their number.</summary>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules.Select((m, i) => (i.ToString(CultureInfo.InvariantCulture), m)));

        /// <summary>Modules one after the other, each under a name.</summary>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

        /// <summary>Modules in a row.</summary>
        public static ModuleList<T> ModuleList<T>(params T[] modules)
            where T : Module => new(modules);

        /// <summary>A parameter over the memory of a tensor.</summary>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        /// <summary>max(0, x).</summary>
        public static Activation ReLU() => new(nameof(ReLU), x => Aten.relu.Call(x));

        /// <summary>x Φ(x).</summary>
        public static Activation GELU() => new(nameof(GELU), x => Aten.gelu.Call(x));

        /// <summary>x σ(x).</summary>
        public static Activation SiLU() => new(nameof(SiLU), x => Aten.silu.Call(x));

        /// <summary>x above 0, negative_slope × x below.</summary>
        public static Activation LeakyReLU(double negative_slope = 0.01) => new(nameof(LeakyReLU), x => Aten.leaky_relu.Call(x, negative_slope));

        /// <summary>x above 0, alpha (eˣ − 1) below.</summary>
        public static Activation ELU(double alpha = 1) => new(nameof(ELU), x => Aten.elu.Call(x, alpha));

        /// <summary>Hyperbolic tangent.</summary>
        public static Activation Tanh() => new(nameof(Tanh), x => Aten.tanh.Call(x));

        /// <summary>1 ÷ (1 + e⁻ˣ).</summary>
        public static Activation Sigmoid() => new(nameof(Sigmoid), x => Aten.sigmoid.Call(x));

        /// <summary>ln(1 + eˣ).</summary>
        public static Activation Softplus() => new(nameof(Softplus), x => Aten.softplus.Call(x));

        /// <summary>eˣ ÷ Σ eˣ along a dimension.</summary>
        public static Activation Softmax(long dim) => new(nameof(Softmax), x => Aten.softmax.Call(x, dim));

        /// <summary>ln of softmax along a dimension.</summary>
        public static Activation LogSoftmax(long dim) => new(nameof(LogSoftmax), x => Aten.log_softmax.Call(x, dim));

        /// <summary>The input as it is.</summary>
        public static Activation Identity() => new(nameof(Identity), x => x.alias());

        /// <summary>Dimensions from one to another made one.</summary>
        public static Activation Flatten(long start_dim = 1, long end_dim = -1) => new(nameof(Flatten), x => Aten.flatten.Call(x, start_dim, end_dim));
    }
}
