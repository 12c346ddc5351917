#nullable enable
// See Types.cs.
using System.Collections.Generic;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public enum Activations { ReLU = 0, GELU = 1 }

            public enum Reduction : long { None = 0, Mean = 1, Sum = 2 }                              // Read

            public class Module : System.IDisposable
            {
                protected Module(string name) => throw null!;
                public bool training => throw null!;
                public virtual void train(bool on = true) => throw null!;
                public virtual void eval() => throw null!;
                public virtual void zero_grad(bool set_to_none = true) => throw null!;
                public virtual void register_parameter(string name, Parameter? param) => throw null!;
                public virtual void register_module(string name, Module? submodule) => throw null!;
                public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) => throw null!;
                public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true) => throw null!;
                public virtual IEnumerable<Parameter> parameters(bool recurse = true) => throw null!;
                public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null) => throw null!;
                public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null) => throw null!;
                public void Dispose() => throw null!;
                protected virtual void Dispose(bool disposing) => throw null!;
            }

            public abstract class Module<T, TResult> : Module
            {
                protected Module(string name) : base(name) => throw null!;                            // Read
                public abstract TResult forward(T input);
                public TResult call(T input) => throw null!;
            }

            public abstract class Module<T1, T2, TResult> : Module
            {
                protected Module(string name) : base(name) => throw null!;
                public abstract TResult forward(T1 input1, T2 input2);
                public TResult call(T1 input1, T2 input2) => throw null!;
            }

            public abstract class Module<T1, T2, T3, TResult> : Module
            {
                protected Module(string name) : base(name) => throw null!;                            // Read
                public abstract TResult forward(T1 input1, T2 input2, T3 input3);
                public TResult call(T1 input1, T2 input2, T3 input3) => throw null!;
            }

            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) => throw null!; // Read without the last two
            public static Dropout Dropout(double p = 0.5, bool inplace = false) => throw null!;
            public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) => throw null!; // Read
            public static LayerNorm LayerNorm(long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) => throw null!;   // Read
            public static BatchNorm1d BatchNorm1d(long features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) => throw null!;
            public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) => throw null!; // Read
            public static GRU GRU(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) => throw null!;   // Read
            public static LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) => throw null!; // Read
            public static TransformerEncoderLayer TransformerEncoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) => throw null!; // Read: no batch_first
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => throw null!;
            public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => throw null!;
            public static Parameter Parameter(Tensor data, bool requires_grad = true) => throw null!;  // Read by its use
            public static ReLU ReLU(bool inplace = false) => throw null!;
            public static Tanh Tanh(bool inplace = false) => throw null!;
            public static Softmax Softmax(long dim) => throw null!;

            public static partial class functional
            {
                public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => throw null!;
                public static Tensor gelu(Tensor x, bool inplace = false) => throw null!;
                public static Tensor silu(Tensor x, bool inplace = false) => throw null!;
                public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => throw null!;                              // Read
                public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => throw null!; // Read
                public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => throw null!;
                public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) => throw null!; // Read: no ignore_index
                public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) => throw null!; // Read
                public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false) => throw null!;
            }
        }

        public enum PaddingModes { Zeros = 0, Constant = 4 }
    }
}

namespace TorchSharp.Modules
{
    public class Parameter : Tensor { }

    public sealed class Linear : nn.Module<Tensor, Tensor> { private Linear() : base("") { } public override Tensor forward(Tensor tensor) => throw null!; }

    public sealed class Embedding : nn.Module<Tensor, Tensor> { private Embedding() : base("") { } public override Tensor forward(Tensor input) => throw null!; }

    public sealed class Dropout : nn.Module<Tensor, Tensor> { private Dropout() : base("") { } public override Tensor forward(Tensor input) => throw null!; }

    public sealed class LayerNorm : nn.Module<Tensor, Tensor> { private LayerNorm() : base("") { } public override Tensor forward(Tensor tensor) => throw null!; } // Read

    public sealed class BatchNorm1d : nn.Module<Tensor, Tensor> { private BatchNorm1d() : base("") { } public override Tensor forward(Tensor input) => throw null!; }

    public sealed class Conv1d : nn.Module<Tensor, Tensor> { private Conv1d() : base("") { } public Parameter weight => throw null!; public Parameter? bias => throw null!; public override Tensor forward(Tensor input) => throw null!; }       // Read

    public sealed class ReLU : nn.Module<Tensor, Tensor> { private ReLU() : base("") { } public override Tensor forward(Tensor input) => throw null!; }

    public sealed class Tanh : nn.Module<Tensor, Tensor> { private Tanh() : base("") { } public override Tensor forward(Tensor input) => throw null!; }

    public sealed class Softmax : nn.Module<Tensor, Tensor> { private Softmax() : base("") { } public override Tensor forward(Tensor input) => throw null!; }

    public sealed class Sequential : nn.Module<Tensor, Tensor> { private Sequential() : base("") { } public override Tensor forward(Tensor input) => throw null!; }

    public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)> { private GRU() : base("") { } public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null) => throw null!; } // Read

    public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>                                                                                                        // Read
    {
        private LSTM() : base("") { }
        public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null) => throw null!;
    }

    public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor, Tensor, Tensor>
    {
        private TransformerEncoderLayer() : base("") { }
        public override Tensor forward(Tensor src, Tensor src_mask, Tensor src_key_padding_mask) => throw null!;
    }

    public class ModuleList<T> : nn.Module, IEnumerable<T> where T : nn.Module
    {
        private ModuleList() : base("") { }
        public IEnumerator<T> GetEnumerator() => throw null!;
        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null!;
    }
}
