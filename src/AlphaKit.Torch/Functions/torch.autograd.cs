using System.Runtime.InteropServices;

namespace AlphaKit.Torch;

/// <content>Guards of the recording of gradients, gradients of given tensors, functions with a gradient written in C#.</content>
public static unsafe partial class torch
{
    /// <summary>Nothing is recorded on this thread until the guard is disposed.</summary>
    public static IDisposable no_grad() => new GradGuard(0);

    /// <summary>Operations are recorded on this thread until the guard is disposed, whatever holds outside.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradGuard(enabled ? 1 : 0);

    /// <summary>True while operations are recorded on this thread.</summary>
    public static bool is_grad_enabled() => Native.ak_grad_mode() != 0;

    /// <summary>Like <see cref="no_grad"/> and faster; what is made inside can never take part in gradients.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceGuard(mode);

    // Guards end on their own thread, in reverse order.
    private sealed class GradGuard : IDisposable
    {
        private readonly int _before = Native.ak_grad_mode();
        private readonly int _thread = Environment.CurrentManagedThreadId;

        public GradGuard(int mode) => Native.ak_set_grad_mode(mode);

        public void Dispose()
        {
            if (_thread != Environment.CurrentManagedThreadId) throw new InvalidOperationException("A guard of gradients must end on the thread that it began on: do not hold it across await.");
            Native.ak_set_grad_mode(_before);
        }
    }

    private sealed class InferenceGuard : IDisposable
    {
        private readonly int _thread = Environment.CurrentManagedThreadId;
        private nint _guard;

        public InferenceGuard(bool mode) => _guard = Native.ak_inference_enter(mode ? 1 : 0);

        public void Dispose()
        {
            if (_guard == 0) return;
            if (_thread != Environment.CurrentManagedThreadId) throw new InvalidOperationException("Inference mode must end on the thread that it began on: do not hold it across await.");
            Native.ak_inference_leave(_guard);
            _guard = 0;
        }
    }

    /// <summary>PyTorch's module <c>torch.autograd</c>.</summary>
    public static class autograd
    {
        /// <summary>The gradient of a function written in C#: from the gradients of the outputs (null where none arrived) and the saved tensors to one gradient for each input, null for none.</summary>
        public delegate Tensor?[] BackwardFunction(Tensor?[] grad_outputs, Tensor?[] saved);

        /// <summary>Gradients of outputs with respect to inputs, without touching any <see cref="Tensor.grad"/>.</summary>
        /// <param name="outputs">What to differentiate.</param>
        /// <param name="inputs">With respect to what.</param>
        /// <param name="grad_outputs">Weights of the outputs' elements; needed where an output has more than one.</param>
        /// <param name="retain_graph">Keep what the computation needs, for another call.</param>
        /// <param name="create_graph">Record the computation of the gradients.</param>
        /// <param name="allow_unused">An input that the outputs do not depend on gives null instead of an exception.</param>
        public static Tensor?[] grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            ArgumentNullException.ThrowIfNull(outputs);
            ArgumentNullException.ThrowIfNull(inputs);
            if (grad_outputs is not null && grad_outputs.Count != outputs.Count) throw new ArgumentException($"There are {outputs.Count} outputs and {grad_outputs.Count} weights.", nameof(grad_outputs));
            nint[] o = Handles(outputs), i = Handles(inputs), g = grad_outputs is null ? [] : Handles(grad_outputs), r = new nint[inputs.Count];
            int code;
            fixed (nint* po = o, pi = i, pg = g, pr = r)
                code = Native.ak_grad_of(po, o.Length, grad_outputs is null ? null : pg, pi, i.Length, retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, pr);
            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            if (code != 0) throw Native.Failure(code, "autograd.grad", string.Join(", ", outputs.Concat(inputs).Select(Tensor.Describe)));
            return [.. r.Select(h => h == 0 ? null : new Tensor(h))];
        }

        /// <summary>
        /// Ties outputs that were computed without recording to their inputs by a gradient written in C#. The gradient runs on the thread of
        /// <see cref="Tensor.backward"/> (on a CUDA device: on libtorch's own), inside a scope of its own; what it throws arrives there as a
        /// <see cref="TorchOperatorException"/> of kind <see cref="TorchErrorKind.Callback"/>.
        /// </summary>
        /// <param name="inputs">What the outputs were computed from.</param>
        /// <param name="outputs">Computed under <see cref="no_grad"/>.</param>
        /// <param name="saved">Inputs, outputs or others that the gradient needs.</param>
        /// <param name="backward">The gradient; called once for each pass back.</param>
        /// <returns>The outputs, now part of the recording.</returns>
        public static Tensor[] custom(IList<Tensor> inputs, IList<Tensor> outputs, IList<Tensor> saved, BackwardFunction backward)
        {
            ArgumentNullException.ThrowIfNull(inputs);
            ArgumentNullException.ThrowIfNull(outputs);
            ArgumentNullException.ThrowIfNull(saved);
            ArgumentNullException.ThrowIfNull(backward);
            nint[] i = Handles(inputs), o = Handles(outputs), s = Handles(saved), r = new nint[outputs.Count];
            nint context = GCHandle.ToIntPtr(GCHandle.Alloc(backward)); // freed by the native side, on every path
            int code;
            fixed (nint* pi = i, po = o, ps = s, pr = r) code = Native.ak_custom(pi, i.Length, po, o.Length, ps, s.Length, &OnBackward, &Free, context, pr);
            GC.KeepAlive(inputs);
            GC.KeepAlive(outputs);
            GC.KeepAlive(saved);
            if (code != 0) throw Native.Failure(code, "autograd.custom", string.Join(", ", inputs.Select(Tensor.Describe)));
            return [.. r.Select(h => new Tensor(h))];
        }

        private static nint[] Handles(IList<Tensor> tensors)
        {
            nint[] handles = new nint[tensors.Count];
            for (int k = 0; k < handles.Length; k++) handles[k] = tensors[k].Handle;
            return handles;
        }

        // No exception may cross the native frames: its text goes along as the error of this thread.
        [UnmanagedCallersOnly]
        private static int OnBackward(nint context, nint* grads, int gradCount, nint* saved, int savedCount, nint* results, int resultCount)
        {
            try
            {
                using DisposeScope scope = NewDisposeScope();
                BackwardFunction function = (BackwardFunction)GCHandle.FromIntPtr(context).Target!;
                Tensor?[] found = function(Borrow(grads, gradCount), Borrow(saved, savedCount));
                if (found.Length != resultCount) throw new InvalidOperationException($"the gradient returned {found.Length} tensors for {resultCount} inputs");
                for (int k = 0; k < resultCount; k++) results[k] = found[k] is { } t ? Native.ak_retain(t.Handle) : 0;
                GC.KeepAlive(found);
                return 0;
            }
            catch (Exception broken)
            {
                Native.ak_set_error($"{broken.GetType().Name} in a gradient written in C#: {broken.Message}");
                return 1;
            }
        }

        private static Tensor?[] Borrow(nint* handles, int count)
        {
            Tensor?[] tensors = new Tensor?[count];
            for (int k = 0; k < count; k++) tensors[k] = handles[k] == 0 ? null : new Tensor(Native.ak_retain(handles[k]));
            return tensors;
        }
    }
}
