using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace AlphaKit.Torch;

/// <summary>
/// Any operator of libtorch, by name and overload, resolved at the first call: <c>new AtenOperator("aten::softmax", "int").Call(x, -1)</c>.
/// Arguments stand in the order of the schema; what is left out at the end takes the schema's defaults. Gradients, devices and types of numbers
/// work as in PyTorch. Thread-safe.
/// </summary>
public sealed unsafe class AtenOperator
{
    private readonly string _name;
    private readonly string _overload;
    private nint _handle;

    /// <summary>Names an operator; nothing is looked up before the first use.</summary>
    /// <param name="name">Name with namespace, such as <c>aten::add</c>.</param>
    /// <param name="overload">Overload, such as <c>Tensor</c>; empty where the operator has one form.</param>
    public AtenOperator(string name, string overload = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(overload);
        _name = name;
        _overload = overload;
    }

    /// <summary>Name and overload, such as <c>aten::add.Tensor</c>.</summary>
    public string Name => _overload.Length == 0 ? _name : _name + "." + _overload;

    /// <summary>True when this libtorch has the operator; versions differ.</summary>
    public bool Exists
    {
        get
        {
            nint found;
            return _handle != 0 || Native.ak_op_find(_name, _overload, &found) == 0;
        }
    }

    /// <summary>Names, types and defaults of the arguments and results, as libtorch writes them.</summary>
    public string Schema
    {
        get
        {
            nint handle = Handle;
            int length = Native.ak_op_schema(handle, null, 0);
            if (length < 0) throw Native.Failure((int)TorchErrorKind.Runtime, Name, "");
            byte[] text = new byte[length + 1];
            fixed (byte* p = text) length = Native.ak_op_schema(handle, p, text.Length);
            return Encoding.UTF8.GetString(text, 0, length);
        }
    }

    private nint Handle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _handle != 0 ? _handle : Find();
    }

    /// <summary>Calls an operator that returns one tensor.</summary>
    /// <param name="args">The arguments in the order of the schema.</param>
    /// <exception cref="TorchOperatorException">libtorch refuses, or the operator returns something else.</exception>
    /// <exception cref="TorchDeviceException">A device was named that is not here.</exception>
    public Tensor Call(params ReadOnlySpan<AtenArgument> args)
    {
        NativeValue result;
        int n = Invoke(args, &result, 1);
        return n == 1 && result.Tag == (int)NativeTag.Tensor ? new Tensor((nint)result.Bits) : throw Odd("one tensor");
    }

    /// <summary>Calls an operator that returns two tensors.</summary>
    /// <param name="args">The arguments in the order of the schema.</param>
    public (Tensor First, Tensor Second) Call2(params ReadOnlySpan<AtenArgument> args)
    {
        NativeValue* r = stackalloc NativeValue[2];
        return Invoke(args, r, 2) == 2 ? (new((nint)r[0].Bits), new((nint)r[1].Bits)) : throw Odd("two tensors");
    }

    /// <summary>Calls an operator that returns three tensors.</summary>
    /// <param name="args">The arguments in the order of the schema.</param>
    public (Tensor First, Tensor Second, Tensor Third) Call3(params ReadOnlySpan<AtenArgument> args)
    {
        NativeValue* r = stackalloc NativeValue[3];
        return Invoke(args, r, 3) == 3 ? (new((nint)r[0].Bits), new((nint)r[1].Bits), new((nint)r[2].Bits)) : throw Odd("three tensors");
    }

    /// <summary>Calls an operator that returns a list of tensors.</summary>
    /// <param name="args">The arguments in the order of the schema.</param>
    public Tensor[] CallList(params ReadOnlySpan<AtenArgument> args)
    {
        NativeValue result;
        Invoke(args, &result, 1);
        return result.Tag is (int)NativeTag.Tensor or (int)NativeTag.Tensors ? Unlist(result) : throw Odd("a list of tensors");
    }

    /// <summary>Calls an operator for its effect: in-place ones, whose result is an argument.</summary>
    /// <param name="args">The arguments in the order of the schema.</param>
    public void Do(params ReadOnlySpan<AtenArgument> args)
    {
        NativeValue* r = stackalloc NativeValue[8];
        int n = Invoke(args, r, 8);
        for (int i = 0; i < n; i++)
        {
            if (r[i].Tag == (int)NativeTag.Tensor) Native.ak_free((nint)r[i].Bits);
            else if (r[i].Tag == (int)NativeTag.Tensors) foreach (Tensor t in Unlist(r[i])) t.Dispose();
        }
    }

    internal static Tensor[] Unlist(NativeValue value)
    {
        if (value.Tag == (int)NativeTag.Tensor) return [new((nint)value.Bits)];
        Tensor[] list = new Tensor[value.N];
        for (int i = 0; i < list.Length; i++) list[i] = new(((nint*)value.Bits)[i]);
        Native.ak_free_memory((nint)value.Bits);
        return list;
    }

    private int Invoke(ReadOnlySpan<AtenArgument> args, NativeValue* results, int capacity)
    {
        int n;
        nint op = Handle;
        NativeValue* values = stackalloc NativeValue[args.Length];
        int code = HasLists(args, values) ? CallWithLists(op, args, values, results, capacity, &n) : Native.ak_call(op, values, args.Length, results, capacity, &n);
        foreach (ref readonly AtenArgument a in args) GC.KeepAlive(a.Reference);
        if (code != 0) throw Refused(code, args);
        return n;
    }

    // Fills the values; true when some argument needs memory of its own.
    private static bool HasLists(ReadOnlySpan<AtenArgument> args, NativeValue* values)
    {
        bool lists = false;
        for (int i = 0; i < args.Length; i++)
        {
            ref readonly AtenArgument a = ref args[i];
            values[i].Tag = (int)a.Tag;
            values[i].N = a.N;
            values[i].Bits = a.Bits;
            if (a.Tag == NativeTag.Tensor) values[i].Bits = Unsafe.As<Tensor>(a.Reference)!.Handle;
            else if (a.Reference is not null && a.Tag != NativeTag.Device) lists = true;
        }

        return lists;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int CallWithLists(nint op, ReadOnlySpan<AtenArgument> args, NativeValue* values, NativeValue* results, int capacity, int* n)
    {
        const int OnStack = 256;
        long words = 0;
        foreach (ref readonly AtenArgument a in args) words += Words(a);
        long* stack = stackalloc long[words <= OnStack ? (int)words : 0];
        nint heap = words > OnStack ? (nint)NativeMemory.Alloc((nuint)words, 8) : 0;
        long* at = heap != 0 ? (long*)heap : stack;
        try
        {
            for (int i = 0; i < args.Length; i++)
            {
                ref readonly AtenArgument a = ref args[i];
                if (a.Reference is null || a.Tag is NativeTag.Tensor or NativeTag.Device) continue;
                values[i].Bits = (nint)at;
                switch (a.Reference)
                {
                    case long[] list:
                        values[i].N = list.Length;
                        list.AsSpan().CopyTo(new Span<long>(at, list.Length));
                        break;
                    case double[] list:
                        values[i].N = list.Length;
                        list.AsSpan().CopyTo(new Span<double>(at, list.Length));
                        break;
                    case bool[] list:
                        values[i].N = list.Length;
                        list.AsSpan().CopyTo(new Span<bool>(at, list.Length));
                        break;
                    case Tensor?[] list:
                        values[i].N = list.Length;
                        for (int k = 0; k < list.Length; k++) at[k] = list[k]?.Handle ?? 0;
                        break;
                    case string text:
                        values[i].N = Encoding.UTF8.GetBytes(text, new Span<byte>(at, text.Length * 3));
                        break;
                }

                at += Words(a);
            }

            return Native.ak_call(op, values, args.Length, results, capacity, n);
        }
        finally
        {
            if (heap != 0) NativeMemory.Free((void*)heap);
        }
    }

    private static long Words(in AtenArgument a) => a.Reference switch
    {
        long[] list => list.Length,
        double[] list => list.Length,
        Tensor?[] list => list.Length,
        bool[] list => (list.Length + 7) / 8,
        string text => ((text.Length * 3) + 7) / 8,
        _ => 0,
    };

    private nint Find()
    {
        nint found;
        int code = Native.ak_op_find(_name, _overload, &found);
        if (code != 0) throw Native.Failure(code, Name, "");
        return _handle = found;
    }

    private TorchOperatorException Odd(string wanted) =>
        new(Name, "", TorchErrorKind.Type, $"does not return {wanted}; its schema is {Schema}");

    private TorchException Refused(int code, ReadOnlySpan<AtenArgument> args)
    {
        StringBuilder text = new();
        foreach (ref readonly AtenArgument a in args)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(a.ToString());
            if (a.Reference is Device { type: DeviceType.CUDA } device && Native.ak_cuda_device_count() is var count && Math.Max(device.index, 0) >= count)
                return new TorchDeviceException(device, count);
        }

        return Native.Failure(code, Name, text.ToString());
    }
}
