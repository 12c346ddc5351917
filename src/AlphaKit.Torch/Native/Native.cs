using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AlphaKit.Torch;

/// <summary>The functions of libak_torch. Handles are owned by <see cref="Tensor"/>; codes become exceptions in <see cref="Check(int, string)"/>.</summary>
internal static unsafe partial class Native
{
    internal const string Library = "ak_torch";

    [SuppressMessage("Performance", "CA1810", Justification = "Registering the resolver must precede the first call.")]
    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, NativeLoader.Resolve);

    [LibraryImport(Library)] internal static partial int ak_abi();
    [LibraryImport(Library)] internal static partial nint ak_version();
    [LibraryImport(Library)] internal static partial nint ak_last_error();
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial void ak_set_error(string text);
    [LibraryImport(Library)] internal static partial void ak_free(nint h);
    [LibraryImport(Library)] internal static partial nint ak_retain(nint h);
    [LibraryImport(Library)] internal static partial void ak_free_memory(nint p);

    [LibraryImport(Library), SuppressGCTransition] internal static partial int ak_dtype(nint h);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int ak_ndim(nint h);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long ak_numel(nint h);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long* ak_sizes(nint h);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long* ak_strides(nint h);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int ak_is_contiguous(nint h);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int ak_requires_grad(nint h);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int ak_is_leaf(nint h);
    [LibraryImport(Library), SuppressGCTransition] internal static partial void ak_device(nint h, int* type, int* index);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long ak_storage_bytes(nint h);
    [LibraryImport(Library)] internal static partial int ak_data_ptr(nint h, void** p);
    [LibraryImport(Library)] internal static partial int ak_set_requires_grad(nint h, int v);
    [LibraryImport(Library)] internal static partial nint ak_grad(nint h);
    [LibraryImport(Library)] internal static partial int ak_set_grad(nint h, nint g);
    [LibraryImport(Library)] internal static partial int ak_set_data(nint h, nint other);
    [LibraryImport(Library)] internal static partial int ak_from_blob(void* data, long* sizes, int ndim, int dtype, delegate* unmanaged<nint, void> del, nint ctx, nint* result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int ak_op_find(string name, string overload, nint* op);
    [LibraryImport(Library)] internal static partial int ak_op_schema(nint op, byte* buffer, int capacity);
    [LibraryImport(Library)] internal static partial int ak_call(nint op, NativeValue* args, int n, NativeValue* rets, int capacity, int* nrets);

    [LibraryImport(Library)] internal static partial int ak_backward(nint* t, int n, nint* g, int keep, int create);
    [LibraryImport(Library)] internal static partial int ak_grad_of(nint* outs, int no, nint* gos, nint* ins, int ni, int keep, int create, int unused, nint* res);
    [LibraryImport(Library)] internal static partial int ak_grad_mode();
    [LibraryImport(Library)] internal static partial void ak_set_grad_mode(int v);
    [LibraryImport(Library)] internal static partial nint ak_inference_enter(int v);
    [LibraryImport(Library)] internal static partial void ak_inference_leave(nint g);
    [LibraryImport(Library)] internal static partial int ak_autocast_enter(int device, int on, int type, int* before);
    [LibraryImport(Library)] internal static partial int ak_autocast_leave(int device, int* before);
    [LibraryImport(Library)] internal static partial int ak_custom(nint* ins, int ni, nint* outs, int no, nint* saved, int ns, delegate* unmanaged<nint, nint*, int, nint*, int, nint*, int, int> call, delegate* unmanaged<nint, void> del, nint ctx, nint* res);

    [LibraryImport(Library)] internal static partial int ak_manual_seed(ulong s);
    [LibraryImport(Library)] internal static partial int ak_rng_get(int type, int index, nint* state);
    [LibraryImport(Library)] internal static partial int ak_rng_set(int type, int index, nint state);
    [LibraryImport(Library)] internal static partial int ak_deterministic(int on);
    [LibraryImport(Library)] internal static partial int ak_cuda_is_available();
    [LibraryImport(Library)] internal static partial int ak_cuda_device_count();
    [LibraryImport(Library)] internal static partial int ak_cuda_synchronize(int index);
    [LibraryImport(Library)] internal static partial int ak_get_num_threads();
    [LibraryImport(Library)] internal static partial int ak_set_num_threads(int n);
    [LibraryImport(Library)] internal static partial int ak_blas_threads();

    [LibraryImport(Library)] internal static partial int ak_jit_load(void* data, long n, int type, int index, nint* m);
    [LibraryImport(Library)] internal static partial int ak_jit_save(nint m, nint* data, long* n);
    [LibraryImport(Library)] internal static partial void ak_jit_free(nint m);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int ak_jit_new(string name, nint* m);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int ak_jit_register(nint m, string path, nint tensor, int buffer);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int ak_jit_define(nint m, string source);
    [LibraryImport(Library)] internal static partial int ak_jit_train(nint m, int on);
    [LibraryImport(Library)] internal static partial int ak_jit_to(nint m, int type, int index);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int ak_jit_forward(nint m, string method, NativeValue* args, int n, NativeValue* rets, int capacity, int* nrets);
    [LibraryImport(Library)] internal static partial int ak_jit_named(nint m, int buffers, delegate* unmanaged<nint, nint, nint, void> call, nint ctx);

    /// <summary>Turns a code into an exception that names what was called.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(int code, string what)
    {
        if (code != 0) throw Failure(code, what, "");
    }

    /// <summary>The exception for a code, with libtorch's message without its tail of C++ frames.</summary>
    internal static TorchOperatorException Failure(int code, string what, string arguments)
    {
        string text = Marshal.PtrToStringUTF8(ak_last_error()) ?? "libtorch failed without a message";
        int frames = text.IndexOf("Exception raised from", StringComparison.Ordinal);
        return new TorchOperatorException(what, arguments, Enum.IsDefined((TorchErrorKind)code) ? (TorchErrorKind)code : TorchErrorKind.Runtime, (frames > 0 ? text[..frames] : text).Trim());
    }
}
