using AlphaKit.Torch.Modules;

namespace AlphaKit.Torch;

/// <content>Functions of networks.</content>
public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What becomes of the losses of the elements.</summary>
        public enum Reduction
        {
            /// <summary>They stay as they are.</summary>
            None = 0,

            /// <summary>Their mean.</summary>
            Mean = 1,

            /// <summary>Their sum.</summary>
            Sum = 2,
        }

        /// <summary>PyTorch's module <c>torch.nn.functional</c>.</summary>
        public static class functional
        {
            /// <summary>x Wᵀ + b.</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Aten.linear.Call(input, weights, bias);

            /// <summary>max(0, x).</summary>
            public static Tensor relu(Tensor x) => Aten.relu.Call(x);

            /// <summary>x Φ(x).</summary>
            public static Tensor gelu(Tensor x) => Aten.gelu.Call(x);

            /// <summary>x σ(x).</summary>
            public static Tensor silu(Tensor x) => Aten.silu.Call(x);

            /// <summary>x above 0, alpha (eˣ − 1) below.</summary>
            public static Tensor elu(Tensor x, double alpha = 1) => Aten.elu.Call(x, alpha);

            /// <summary>x above 0, negative_slope × x below.</summary>
            public static Tensor leaky_relu(Tensor x, double negative_slope = 0.01) => Aten.leaky_relu.Call(x, negative_slope);

            /// <summary>ln(1 + e^(βx)) ÷ β.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Aten.softplus.Call(x, beta, threshold);

            /// <summary>ln σ(x), stable for large |x|.</summary>
            public static Tensor logsigmoid(Tensor x) => Aten.log_sigmoid.Call(x);

            /// <summary>eˣ ÷ Σ eˣ along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim) => Aten.softmax.Call(input, dim);

            /// <summary>ln of softmax along a dimension.</summary>
            public static Tensor log_softmax(Tensor input, long dim) => Aten.log_softmax.Call(input, dim);

            /// <summary>Elements set to 0 at random, the others divided by 1 − p.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true) => Aten.dropout.Call(input, p, training);

            /// <summary>Normalisation over the last dimensions.</summary>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) => Aten.layer_norm.Call(input, normalized_shape, weight, bias, eps);

            /// <summary>Convolution over the last dimension.</summary>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long stride = 1, long padding = 0, long dilation = 1, long groups = 1) => Aten.conv1d.Call(input, weight, bias, stride, padding, dilation, groups);

            /// <summary>A row of a table for each index.</summary>
            public static Tensor embedding(Tensor x, Tensor weight, long? padding_idx = null) => Aten.embedding.Call(weight, x, padding_idx ?? -1, false, false);

            /// <summary>A number put around; lengths before and after, the last dimension first.</summary>
            public static Tensor pad(Tensor input, long[] pad, double value = 0) => Aten.pad.Call(input, pad, value);

            /// <summary>1 at the index, 0 elsewhere, along a new last dimension.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Aten.one_hot.Call(x, num_classes);

            /// <summary>x ÷ max(norm, eps) along a dimension.</summary>
            public static Tensor normalize(Tensor input, float p = 2.0f, long dim = 1, float eps = 1e-12f)
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor length = Aten.norm.Call(input, (double)p, dim, true).clamp(min: eps);
                return (input / length.expand(input.shape)).MoveToOuterDisposeScope();
            }

            /// <summary>Cosine of the angle between vectors along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) => Aten.cosine_similarity.Call(x1, x2, dim, eps);

            /// <summary>
            /// softmax(Q Kᵀ ÷ √d) V over the last two dimensions. A row of which every key is masked gives zeros with zero gradient. Computed by its
            /// definition, so that it is the same with every version of libtorch.
            /// </summary>
            /// <param name="query">[…, targets, width].</param>
            /// <param name="key">[…, sources, width].</param>
            /// <param name="value">[…, sources, width of the output].</param>
            /// <param name="attn_mask">Broadcast to [targets, sources]: true for pairs that take part, or numbers to add.</param>
            /// <param name="p">Probability of dropping a weight.</param>
            /// <param name="is_casual">A target sees sources up to its own position only.</param>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                ArgumentNullException.ThrowIfNull(query);
                ArgumentNullException.ThrowIfNull(key);
                using DisposeScope scope = NewDisposeScope();
                Tensor scores = (query * (1 / Math.Sqrt(query.size(-1)))).matmul(key.transpose(-2, -1));
                if (is_casual) scores = scores.masked_fill(ones([query.size(-2), key.size(-2)], ScalarType.Bool, query.device).tril().logical_not(), double.NegativeInfinity);
                if (attn_mask is not null) scores = attn_mask.dtype == ScalarType.Bool ? scores.masked_fill(attn_mask.logical_not(), double.NegativeInfinity) : scores + attn_mask;
                if (attn_mask is null) return Drop(scores.softmax(-1)).matmul(value).MoveToOuterDisposeScope();
                Tensor dead = scores.detach().eq(double.NegativeInfinity).all(-1, keepdim: true);
                return Drop(scores.masked_fill(dead, 0.0).softmax(-1).masked_fill(dead, 0.0)).matmul(value).MoveToOuterDisposeScope();

                Tensor Drop(Tensor weights) => p > 0 ? dropout(weights, p) : weights;
            }

            /// <summary>(x − y)².</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => Aten.mse_loss.Call(Same(input, target), target, (int)reduction);

            /// <summary>|x − y|.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => Aten.l1_loss.Call(Same(input, target), target, (int)reduction);

            /// <summary>½ (x − y)² within delta, delta (|x − y| − ½ delta) beyond.</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean) => Aten.huber_loss.Call(Same(input, target), target, (int)reduction, delta);

            /// <summary>½ (x − y)² ÷ beta within beta, |x − y| − ½ beta beyond.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) => Aten.smooth_l1_loss.Call(Same(input, target), target, (int)reduction, beta);

            /// <summary>−ln softmax(x) at the class; targets are classes (long) or probabilities.</summary>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0) => Aten.cross_entropy_loss.Call(input, target, weight, (int)reduction, ignore_index, label_smoothing);

            /// <summary>−x at the class, x being logarithms of probabilities.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean) => Aten.nll_loss.Call(input, target, weight, (int)reduction, ignore_index);

            /// <summary>−y ln x − (1 − y) ln(1 − x), x being probabilities.</summary>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) => Aten.bce_loss.Call(Same(input, target), target, weight, (int)reduction);

            /// <summary>Binary cross-entropy of σ(x), stable for large |x|.</summary>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) => Aten.bce_logits_loss.Call(Same(input, target), target, weight, pos_weights, (int)reduction);

            /// <summary>y (ln y − x), x being logarithms of probabilities.</summary>
            public static Tensor kl_div(Tensor x, Tensor target, bool log_target = false, Reduction reduction = Reduction.Mean) => Aten.kl_div.Call(x, target, (int)reduction, log_target);

            /// <summary>max(0, −y (x₁ − x₂) + margin), y being 1 where the first shall rank higher, else −1.</summary>
            public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) => Aten.margin_ranking_loss.Call(input1, input2, target, margin, (int)reduction);

            // PyTorch broadcasts a [N,1] against a [N] to [N,N] with a mere warning; that is always a mistake.
            private static Tensor Same(Tensor input, Tensor target)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                return input.shape.AsSpan().SequenceEqual(target.shape) ? input : throw new ArgumentException($"Input {Tensor.Describe(input)} and target {Tensor.Describe(target)} of a loss must have one shape.", nameof(target));
            }
        }
    }
}
