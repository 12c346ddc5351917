using AlphaKit.Torch.Modules;

namespace AlphaKit.Torch;

/// <content>Gradient clipping, first values.</content>
public static partial class torch
{
    public static partial class nn
    {
        /// <summary>PyTorch's module <c>torch.nn.utils</c>.</summary>
        public static class utils
        {
            /// <summary>Scales all gradients down together so that their norm is at most a number; smaller ones stay as they are.</summary>
            /// <param name="tensors">The parameters; those without gradients are passed over.</param>
            /// <param name="max_norm">The greatest norm.</param>
            /// <param name="norm_type">p of the p-norm; +∞ for the greatest absolute element.</param>
            /// <param name="error_if_nonfinite">Throw instead of spreading a NaN or infinite gradient.</param>
            /// <returns>The norm before.</returns>
            /// <exception cref="InvalidOperationException">The norm is NaN or infinite, and that was to be an error.</exception>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2, bool error_if_nonfinite = false)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                if (max_norm is not > 0) throw new ArgumentOutOfRangeException(nameof(max_norm), max_norm, "Must be above 0.");
                using DisposeScope scope = NewDisposeScope();
                using IDisposable guard = no_grad();
                Tensor[] gradients = [.. tensors.Select(t => t.grad).OfType<Tensor>()];
                if (gradients.Length == 0) return 0;
                Tensor norms = stack(gradients.Select(g => Aten.norm.Call(g, norm_type, Array.Empty<long>(), false)));
                Tensor total = Aten.norm.Call(norms, norm_type, Array.Empty<long>(), false);
                double norm = total.item<double>();
                if (error_if_nonfinite && !double.IsFinite(norm)) throw new InvalidOperationException($"The norm of the gradients is {norm}: a loss or an input holds NaN or an infinity.");
                Tensor factor = (max_norm / (total + 1e-6)).clamp(max: 1.0);
                foreach (Tensor g in gradients) g.mul_(factor);
                return norm;
            }

            /// <summary>Holds every element of the gradients within ± a number.</summary>
            /// <param name="tensors">The parameters; those without gradients are passed over.</param>
            /// <param name="clip_value">The greatest absolute element.</param>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                if (clip_value is not > 0) throw new ArgumentOutOfRangeException(nameof(clip_value), clip_value, "Must be above 0.");
                using DisposeScope scope = NewDisposeScope();
                using IDisposable guard = no_grad();
                foreach (Tensor g in tensors.Select(t => t.grad).OfType<Tensor>()) g.clamp_(-clip_value, clip_value);
            }
        }

        /// <summary>PyTorch's module <c>torch.nn.init</c>: first values, in place, without gradients.</summary>
        public static class init
        {
            /// <summary>All one number.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Set(tensor, t => t.fill_(val));

            /// <summary>All 0.</summary>
            public static Tensor zeros_(Tensor tensor) => Set(tensor, t => t.zero_());

            /// <summary>All 1.</summary>
            public static Tensor ones_(Tensor tensor) => Set(tensor, t => t.fill_(1));

            /// <summary>Uniform between two bounds.</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1) => Set(tensor, t => t.uniform_(low, high));

            /// <summary>Normal.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1) => Set(tensor, t => t.normal_(mean, std));

            /// <summary>Uniform within ± gain √(6 ÷ (fan-in + fan-out)). Glorot and Bengio (2010).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                (long fanIn, long fanOut) = Fans(tensor);
                double bound = gain * Draw.XavierBound(fanIn, fanOut);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal with deviation gain √(2 ÷ (fan-in + fan-out)).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1)
            {
                (long fanIn, long fanOut) = Fans(tensor);
                return normal_(tensor, 0, gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
            }

            /// <summary>Uniform within ± √(6 ÷ ((1 + a²) fan-in)), a being the slope below 0 of the function behind. He et al. (2015).</summary>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0)
            {
                double bound = Math.Sqrt(3.0) * (Math.Sqrt(2.0 / (1 + (a * a))) / Math.Sqrt(Fans(tensor).In));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Rows (or columns, whichever are fewer) orthogonal to each other, of length gain.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.ndim < 2) throw new ArgumentException($"{Tensor.Describe(tensor)} has no rows and columns.", nameof(tensor));
                using DisposeScope scope = NewDisposeScope();
                long rows = tensor.size(0), columns = tensor.numel() / Math.Max(rows, 1);
                Tensor flat = randn([rows, columns], tensor.dtype, tensor.device);
                (Tensor q, Tensor r) = Aten.qr.Call2(rows < columns ? flat.t() : flat);
                Tensor signs = new AtenOperator("aten::diagonal").Call(r).sign();
                Tensor made = q * signs;
                return Set(tensor, t => t.copy_((rows < columns ? made.t() : made).reshape(tensor.shape) * gain));
            }

            private static Tensor Set(Tensor tensor, Func<Tensor, Tensor> change)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                using IDisposable guard = no_grad();
                return change(tensor);
            }

            private static (long In, long Out) Fans(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.ndim < 2) throw new ArgumentException($"{Tensor.Describe(tensor)} has no fan-in: it needs two dimensions.", nameof(tensor));
                long field = 1;
                foreach (long d in tensor.shape.AsSpan(2)) field *= d;
                return (tensor.size(1) * field, tensor.size(0) * field);
            }
        }
    }
}
