using System.Runtime.InteropServices;

namespace AlphaKit.Torch;

/// <content>TorchScript.</content>
public static unsafe partial class torch
{
    /// <summary>
    /// PyTorch's module <c>torch.jit</c>. Its makers have deprecated TorchScript; it is here because programs that expect it exist. For weights prefer
    /// safetensors. A TorchScript file is a program: load only what you trust.
    /// </summary>
    public static class jit
    {
        /// <summary>Loads a module that Python's <c>torch.jit.save</c>, or <see cref="save"/>, has written.</summary>
        /// <param name="path">The file; any name that the system allows, libtorch never sees it.</param>
        /// <param name="device">Where its tensors go; the processor where null.</param>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="TorchOperatorException">The file is no TorchScript, or of a version that this libtorch does not read.</exception>
        public static ScriptModule load(string path, Device? device = null)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            return Load(File.ReadAllBytes(path), path, device ?? CPU);
        }

        /// <summary>Loads a module from bytes.</summary>
        /// <param name="bytes">What the file would hold.</param>
        /// <param name="device">Where its tensors go; the processor where null.</param>
        public static ScriptModule load(byte[] bytes, Device? device = null)
        {
            ArgumentNullException.ThrowIfNull(bytes);
            return Load(bytes, "bytes", device ?? CPU);
        }

        /// <summary>Writes a module to a file that Python's <c>torch.jit.load</c> reads; the file appears whole or not at all.</summary>
        /// <param name="module">The module.</param>
        /// <param name="path">The file; an old one is replaced.</param>
        public static void save(ScriptModule module, string path)
        {
            ArgumentNullException.ThrowIfNull(module);
            ArgumentException.ThrowIfNullOrEmpty(path);
            byte[] bytes = module.ToBytes();
            AtomicFile.Write(path, stream => stream.Write(bytes));
        }

        /// <summary>
        /// Makes a TorchScript module of a module of this library: its parameters and buffers under their names, and methods in TorchScript's language,
        /// for C# cannot be translated. Shares the tensors with the module.
        /// </summary>
        /// <param name="module">Where parameters and buffers come from.</param>
        /// <param name="source">Methods, such as <c>def forward(self, x): return torch.linear(x, self.fc.weight, self.fc.bias)</c>.</param>
        /// <exception cref="TorchOperatorException">The source does not compile.</exception>
        public static ScriptModule script(nn.Module module, string source)
        {
            ArgumentNullException.ThrowIfNull(module);
            ArgumentException.ThrowIfNullOrWhiteSpace(source);
            nint handle;
            Native.Check(Native.ak_jit_new(new string([.. module.GetName().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]), &handle), "jit.script");
            ScriptModule made = new(handle);
            try
            {
                foreach ((string name, Modules.Parameter p) in module.named_parameters()) Native.Check(Native.ak_jit_register(handle, name, p.Handle, 0), "jit.script");
                foreach ((string name, Tensor b) in module.named_buffers()) Native.Check(Native.ak_jit_register(handle, name, b.Handle, 1), "jit.script");
                Native.Check(Native.ak_jit_define(handle, source + "\n"), "jit.script");
                GC.KeepAlive(module);
                return made;
            }
            catch
            {
                made.Dispose();
                throw;
            }
        }

        private static ScriptModule Load(byte[] bytes, string source, Device device)
        {
            // libtorch reports a wrong magic number deep inside its archive reader; say it in plain words.
            if (bytes.Length < 4 || bytes[0] != 'P' || bytes[1] != 'K') throw new TorchOperatorException("jit.load", source, TorchErrorKind.Value, "this is no TorchScript file: it does not begin like a zip archive.");
            if (device.type == DeviceType.CUDA && Math.Max(device.index, 0) >= cuda.device_count()) throw new TorchDeviceException(device, cuda.device_count());
            nint handle;
            int code;
            fixed (byte* p = bytes) code = Native.ak_jit_load(p, bytes.Length, (int)device.type, device.index, &handle);
            return code == 0 ? new ScriptModule(handle) : throw Native.Failure(code, "jit.load", source);
        }

        /// <summary>A TorchScript module: a program with its weights. Not thread-safe for training; <see cref="forward"/> is.</summary>
        public sealed class ScriptModule : IDisposable
        {
            private nint _handle;

            internal ScriptModule(nint handle) => _handle = handle;

            /// <summary>Frees what was never disposed.</summary>
            ~ScriptModule() => Release();

            private nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(ScriptModule));

            /// <summary>Calls the method <c>forward</c>, which returns a tensor.</summary>
            public Tensor forward(params Tensor[] input) => invoke("forward", input) is [Tensor one] ? one : throw new InvalidOperationException("forward returns several tensors; use invoke.");

            /// <summary>Calls a method that returns a tensor, or a list or tuple of tensors.</summary>
            /// <param name="method">Its name.</param>
            /// <param name="inputs">Its arguments.</param>
            public Tensor[] invoke(string method, params Tensor[] inputs)
            {
                ArgumentException.ThrowIfNullOrEmpty(method);
                ArgumentNullException.ThrowIfNull(inputs);
                NativeValue[] args = [.. inputs.Select(t => new NativeValue { Tag = (int)NativeTag.Tensor, Bits = t.Handle })];
                NativeValue result;
                int count, code;
                fixed (NativeValue* p = args) code = Native.ak_jit_forward(Handle, method, p, args.Length, &result, 1, &count);
                GC.KeepAlive(inputs);
                GC.KeepAlive(this);
                if (code != 0) throw Native.Failure(code, "jit." + method, string.Join(", ", inputs.Select(Tensor.Describe)));
                return result.Tag is (int)NativeTag.Tensor or (int)NativeTag.Tensors ? AtenOperator.Unlist(result) : throw new InvalidOperationException($"{method} returns no tensor.");
            }

            /// <summary>Turns training on or off.</summary>
            public void train(bool on = true)
            {
                Native.Check(Native.ak_jit_train(Handle, on ? 1 : 0), "jit.train");
                GC.KeepAlive(this);
            }

            /// <summary>Turns training off.</summary>
            public void eval() => train(false);

            /// <summary>Moves parameters and buffers to a device.</summary>
            public ScriptModule to(Device device)
            {
                ArgumentNullException.ThrowIfNull(device);
                if (device.type == DeviceType.CUDA && Math.Max(device.index, 0) >= cuda.device_count()) throw new TorchDeviceException(device, cuda.device_count());
                Native.Check(Native.ak_jit_to(Handle, (int)device.type, device.index), "jit.to");
                GC.KeepAlive(this);
                return this;
            }

            /// <summary>Parameters and buffers under their dotted names; the tensors are the module's own, not copies.</summary>
            public Dictionary<string, Tensor> state_dict()
            {
                Dictionary<string, Tensor> found = new(StringComparer.Ordinal);
                GCHandle context = GCHandle.Alloc(found);
                try
                {
                    for (int buffers = 0; buffers < 2; buffers++) Native.Check(Native.ak_jit_named(Handle, buffers, &OnNamed, GCHandle.ToIntPtr(context)), "jit.state_dict");
                }
                finally
                {
                    context.Free();
                }

                GC.KeepAlive(this);
                return found;
            }

            /// <summary>Frees the module. A second call does nothing.</summary>
            public void Dispose()
            {
                Release();
                GC.SuppressFinalize(this);
            }

            internal byte[] ToBytes()
            {
                nint data;
                long length;
                Native.Check(Native.ak_jit_save(Handle, &data, &length), "jit.save");
                GC.KeepAlive(this);
                try
                {
                    return new ReadOnlySpan<byte>((void*)data, checked((int)length)).ToArray();
                }
                finally
                {
                    Native.ak_free_memory(data);
                }
            }

            [UnmanagedCallersOnly]
            private static void OnNamed(nint context, nint name, nint handle)
            {
                Dictionary<string, Tensor> found = (Dictionary<string, Tensor>)GCHandle.FromIntPtr(context).Target!;
                found[Marshal.PtrToStringUTF8(name) ?? ""] = new Tensor(handle);
            }

            private void Release()
            {
                nint handle = Interlocked.Exchange(ref _handle, 0);
                if (handle != 0) Native.ak_jit_free(handle);
            }
        }
    }
}
