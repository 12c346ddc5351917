#nullable enable
// Signatures of TorchSharp 0.105 as its public sources state them, as far as AlphaKit.Models uses them: names, arguments, defaults. Nothing is computed.
// "Read" marks what was read in the sources of 2025; the rest is from its public documentation and older sources.
namespace TorchSharp
{
    public enum DeviceType { CPU = 0, CUDA = 1 }

    public sealed class Scalar : System.IDisposable                                                  // Read
    {
        public static implicit operator Scalar(int value) => throw null!;
        public static implicit operator Scalar(long value) => throw null!;
        public static implicit operator Scalar(float value) => throw null!;
        public static implicit operator Scalar(double value) => throw null!;
        public static implicit operator Scalar(bool value) => throw null!;
        public void Dispose() => throw null!;
    }

    public sealed class DisposeScope : System.IDisposable { public void Dispose() => throw null!; }  // Read

    public static partial class torch
    {
        public class Device { public DeviceType type => throw null!; }

        public enum ScalarType : sbyte { Int64 = 4, Float16 = 5, Float32 = 6, Float64 = 7, Bool = 11, BFloat16 = 15 }

        public partial class Tensor : System.IDisposable
        {
            public void Dispose() => throw null!;
            public Tensor MoveToOuterDisposeScope() => throw null!;                                  // Read
            public long numel() => throw null!;                                                      // Read
            public Utils.TensorAccessor<T> data<T>() where T : unmanaged => throw null!;             // Read: no span
            public T item<T>() where T : unmanaged => throw null!;                                   // Read
            public System.Span<byte> bytes { get => throw null!; set => throw null!; }               // Read
            public ScalarType dtype => throw null!;                                                  // Read
            public Device device => throw null!;                                                     // Read
            public DeviceType device_type => throw null!;                                            // Read
            public long[] shape => throw null!;
            public long size(int dim) => throw null!;
            public bool requires_grad { get => throw null!; set => throw null!; }                    // Read
            public Tensor? grad { get => throw null!; set => throw null!; }                          // Read as a method in older sources
            public void backward(System.Collections.Generic.IList<Tensor>? grad_tensors = null, bool create_graph = false, bool retain_graph = false, System.Collections.Generic.IList<Tensor>? inputs = null) => throw null!; // Read
            public Tensor clone() => throw null!;                                                    // Read
            public Tensor copy_(Tensor source, bool nonBlocking = false) => throw null!;             // Read
            public Tensor contiguous() => throw null!;                                               // Read
            public Tensor cpu() => throw null!;                                                         // Read
            public Tensor detach() => throw null!;
            public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => throw null!;
            public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => throw null!;
            public Tensor squeeze(long? dim = null) => throw null!;                                  // Read
            public Tensor unsqueeze(long dim) => throw null!;
            public Tensor transpose(long dim0, long dim1) => throw null!;                            // Read
            public Tensor tril(long diagonal = 0) => throw null!;                                    // Read
            public Tensor view(params long[] shape) => throw null!;                                  // Read
            public Tensor reshape(params long[] shape) => throw null!;
            public Tensor expand(params long[] sizes) => throw null!;
            public Tensor select(long dim, long index) => throw null!;
            public Tensor permute(params long[] permutation) => throw null!;
            public Tensor narrow(long dim, long start, long length) => throw null!;
            public Tensor gather(long dim, Tensor index) => throw null!;
            public Tensor[] chunk(long chunks, long dim = 0) => throw null!;
            public Tensor all(long dim, bool keepdim = false) => throw null!;                        // Read
            public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => throw null!;                  // Read
            public Tensor amax(params long[] dims) => throw null!;                                   // Read
            public Tensor amax(System.ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => throw null!; // Read
            public Tensor masked_fill(Tensor mask, Scalar value) => throw null!;
            public Tensor abs() => throw null!;
            public Tensor exp() => throw null!;
            public Tensor log() => throw null!;
            public Tensor sqrt() => throw null!;
            public Tensor rsqrt() => throw null!;
            public Tensor square() => throw null!;
            public Tensor tanh() => throw null!;
            public Tensor sigmoid() => throw null!;
            public Tensor relu() => throw null!;
            public Tensor max() => throw null!;
            public Tensor min() => throw null!;
            public Tensor clamp(Scalar? min = null, Scalar? max = null) => throw null!;
            public Tensor cumsum(long dim, ScalarType? type = null) => throw null!;
            public Tensor eq(Scalar right) => throw null!;
            public Tensor gt(Scalar right) => throw null!;
            public Tensor lt(Tensor right) => throw null!;
            public Tensor logical_and(Tensor other) => throw null!;
            public Tensor logical_not() => throw null!;
            public Tensor softmax(long dim, ScalarType? dtype = null) => throw null!;
            public Tensor log_softmax(long dim, ScalarType? dtype = null) => throw null!;
            public Tensor logsumexp(long dim, bool keepdim = false) => throw null!;
            public Tensor sum(ScalarType? type = null) => throw null!;
            public Tensor sum(System.ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor mean() => throw null!;
            public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => throw null!;
            public Tensor var(bool unbiased = true) => throw null!;
            public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) => throw null!;

            public static Tensor operator +(Tensor left, Tensor right) => throw null!;               // Read, all operators
            public static Tensor operator +(Tensor left, double right) => throw null!;
            public static Tensor operator +(double left, Tensor right) => throw null!;
            public static Tensor operator -(Tensor left, Tensor right) => throw null!;
            public static Tensor operator -(Tensor left, double right) => throw null!;
            public static Tensor operator -(double left, Tensor right) => throw null!;
            public static Tensor operator *(Tensor left, Tensor right) => throw null!;
            public static Tensor operator *(Tensor left, double right) => throw null!;
            public static Tensor operator *(double left, Tensor right) => throw null!;
            public static Tensor operator /(Tensor left, Tensor right) => throw null!;
            public static Tensor operator /(Tensor left, double right) => throw null!;
        }

        public sealed class Generator { }

        public static DisposeScope NewDisposeScope() => throw null!;
        public static Generator manual_seed(long seed) => throw null!;
        public static System.IDisposable no_grad() => throw null!;
        public static int get_num_threads() => throw null!;
        public static void set_num_threads(int num) => throw null!;
        public static Tensor tensor(float[] rawArray, System.ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) => throw null!;
        public static Tensor tensor(long[] rawArray, System.ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) => throw null!;
        public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) => throw null!;
        public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => throw null!;
        public static Tensor ones(System.ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) => throw null!;
        public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) => throw null!;
        public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => throw null!;
        public static Tensor cat(System.Collections.Generic.IList<Tensor> tensors, long dim = 0) => throw null!;
        public static Tensor stack(System.Collections.Generic.IEnumerable<Tensor> tensors, long dim = 0) => throw null!;
    }

    namespace Utils
    {
        public sealed class TensorAccessor<T> where T : unmanaged { }                                // Read
    }
}
