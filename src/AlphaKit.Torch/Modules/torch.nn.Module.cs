using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using AlphaKit.Torch.Modules;

namespace AlphaKit.Torch;

/// <content>The base of all modules.</content>
public static partial class torch
{
    /// <summary>PyTorch's module <c>torch.nn</c>: layers, losses, initialisation.</summary>
    public static partial class nn
    {
        /// <summary>
        /// A piece of a network: parameters, buffers and other modules under names, which together are PyTorch's state dictionary. A subclass makes its
        /// parts in the constructor and registers them, one by one or all fields at once with <see cref="RegisterComponents"/>. Not thread-safe.
        /// </summary>
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields)]
        public abstract class Module : IDisposable
        {
            private readonly string _name;
            private readonly List<KeyValuePair<string, Parameter>> _parameters = [];
            private readonly List<(string Name, Tensor Buffer, bool Persistent)> _buffers = [];
            private readonly List<KeyValuePair<string, Module>> _children = [];

            /// <summary>Starts a module without parts.</summary>
            /// <param name="name">What it is called in messages.</param>
            protected Module(string name)
            {
                ArgumentNullException.ThrowIfNull(name);
                _name = name;
            }

            /// <summary>True while training: dropout drops, batch normalisation uses the batch.</summary>
            public bool training { get; private set; } = true;

            /// <summary>What it is called in messages.</summary>
            public virtual string GetName() => _name;

            /// <summary>Adds a parameter; null is remembered by nobody, as an optional bias that is off.</summary>
            /// <param name="name">Its name in the state dictionary, without dots.</param>
            /// <param name="param">The parameter.</param>
            /// <exception cref="ArgumentException">The name is taken, empty or holds a dot.</exception>
            public void register_parameter(string name, Parameter? param)
            {
                CheckName(name);
                if (param is null) return;
                param.DetachFromDisposeScope();
                _parameters.Add(new(name, param));
            }

            /// <summary>Adds a tensor that belongs to the state but is not trained.</summary>
            /// <param name="name">Its name in the state dictionary, without dots.</param>
            /// <param name="tensor">The buffer.</param>
            /// <param name="persistent">Part of the state dictionary.</param>
            public void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                CheckName(name);
                ArgumentNullException.ThrowIfNull(tensor);
                tensor.DetachFromDisposeScope();
                _buffers.Add((name, tensor, persistent));
            }

            /// <summary>Adds a module; null is remembered by nobody.</summary>
            /// <param name="name">The first part of its parameters' names, without dots.</param>
            /// <param name="submodule">The module.</param>
            public void register_module(string name, Module? submodule)
            {
                CheckName(name);
                if (submodule is null) return;
                if (ReferenceEquals(submodule, this)) throw new ArgumentException("A module cannot be part of itself.", nameof(submodule));
                _children.Add(new(name, submodule));
                if (!training) submodule.train(false);
            }

            /// <summary>Adds every field that holds a module or parameter, in the order of declaration, under the name of the field; what is registered already is left out.</summary>
            protected void RegisterComponents()
            {
                foreach (FieldInfo field in GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    object? value = field.GetValue(this);
                    if (value is Module module && !_children.Any(c => ReferenceEquals(c.Value, module))) register_module(field.Name, module);
                    else if (value is Parameter parameter && !_parameters.Any(p => ReferenceEquals(p.Value, parameter))) register_parameter(field.Name, parameter);
                }
            }

            /// <summary>The modules directly inside.</summary>
            public IEnumerable<(string name, Module module)> named_children() => _children.Select(c => (c.Key, c.Value));

            /// <summary>The modules directly inside.</summary>
            public IEnumerable<Module> children() => _children.Select(c => c.Value);

            /// <summary>All modules inside, at any depth, each under its dotted name.</summary>
            public IEnumerable<(string name, Module module)> named_modules() =>
                _children.SelectMany(c => c.Value.named_modules().Select(m => (c.Key + "." + m.name, m.module)).Prepend((c.Key, c.Value)));

            /// <summary>All modules inside, at any depth.</summary>
            public IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            /// <summary>All parameters under their dotted names, each once.</summary>
            /// <param name="recurse">Those of the modules inside, too.</param>
            public IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                IEnumerable<(string, Parameter)> own = _parameters.Select(p => (p.Key, p.Value));
                return recurse ? own.Concat(_children.SelectMany(c => c.Value.named_parameters().Select(p => (c.Key + "." + p.name, p.parameter)))).DistinctBy(p => p.Item2) : own;
            }

            /// <summary>All parameters, each once.</summary>
            /// <param name="recurse">Those of the modules inside, too.</param>
            public IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(p => p.parameter);

            /// <summary>All buffers under their dotted names.</summary>
            /// <param name="recurse">Those of the modules inside, too.</param>
            public IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true) => Buffers(recurse).Select(b => (b.Name, b.Buffer));

            /// <summary>All buffers.</summary>
            /// <param name="recurse">Those of the modules inside, too.</param>
            public IEnumerable<Tensor> buffers(bool recurse = true) => named_buffers(recurse).Select(b => b.buffer);

            /// <summary>Parameters and persistent buffers under PyTorch's names; the tensors are the module's own, not copies.</summary>
            /// <param name="destination">A dictionary to add to; a new one where null.</param>
            /// <param name="prefix">What the names begin with, without the dot.</param>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= new(StringComparer.Ordinal);
                string front = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (KeyValuePair<string, Parameter> p in _parameters) destination.TryAdd(front + p.Key, p.Value);
                foreach ((string name, Tensor buffer, bool persistent) in _buffers)
                {
                    if (persistent) destination.TryAdd(front + name, buffer);
                }

                foreach (KeyValuePair<string, Module> c in _children) c.Value.state_dict(destination, front + c.Key);
                return destination;
            }

            /// <summary>Copies a state dictionary in. Everything is checked before the first element is written.</summary>
            /// <param name="source">Tensors under PyTorch's names, on any device, of any type of numbers.</param>
            /// <param name="strict">Names that are missing or not known are an error.</param>
            /// <param name="skip">Names that are left alone.</param>
            /// <returns>The names that the source lacks, and those that the module does not have.</returns>
            /// <exception cref="StateDictException">A name is missing or not known, or a shape differs.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(IDictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                Dictionary<string, Tensor> own = state_dict();
                string[] missing = [.. own.Keys.Where(k => !source.ContainsKey(k) && skip?.Contains(k) != true)];
                string[] unexpected = [.. source.Keys.Where(k => !own.ContainsKey(k) && skip?.Contains(k) != true).Order(StringComparer.Ordinal)];
                string[] misshapen = [.. own.Where(p => skip?.Contains(p.Key) != true && source.TryGetValue(p.Key, out Tensor? s) && !s.shape.AsSpan().SequenceEqual(p.Value.shape))
                    .Select(p => $"{p.Key}: {Tensor.Describe(source[p.Key])} for {Tensor.Describe(p.Value)}")];
                if (misshapen.Length > 0 || (strict && (missing.Length > 0 || unexpected.Length > 0))) throw new StateDictException(GetName(), missing, unexpected, misshapen);
                using IDisposable guard = no_grad();
                foreach ((string name, Tensor target) in own)
                {
                    if (skip?.Contains(name) != true && source.TryGetValue(name, out Tensor? tensor)) target.copy_(tensor);
                }

                return (missing, unexpected);
            }

            /// <summary>Turns training on or off, for the modules inside, too.</summary>
            public virtual void train(bool on = true)
            {
                training = on;
                foreach (KeyValuePair<string, Module> c in _children) c.Value.train(on);
            }

            /// <summary>Turns training off, for the modules inside, too.</summary>
            public void eval() => train(false);

            /// <summary>Forgets the gradients of all parameters.</summary>
            public virtual void zero_grad()
            {
                foreach (Parameter p in parameters()) p.grad = null;
            }

            /// <summary>Asks for gradients of all parameters, or no longer.</summary>
            public void requires_grad_(bool requires_grad = true)
            {
                foreach (Parameter p in parameters()) p.requires_grad = requires_grad;
            }

            /// <summary>Calls a function for every module inside, at any depth, and at last for this one.</summary>
            public Module apply(Action<Module> fn)
            {
                ArgumentNullException.ThrowIfNull(fn);
                foreach (KeyValuePair<string, Module> c in _children) c.Value.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Moves parameters and buffers to a device. They stay the same objects, so an optimiser keeps them.</summary>
            /// <exception cref="TorchDeviceException">The device is not here.</exception>
            public Module to(Device device) => Convert(t => t.to(device));

            /// <summary>Changes the type of all parameters and buffers of floating-point numbers.</summary>
            public Module to(ScalarType dtype) => Convert(t => t.dtype is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64 ? t.to(dtype) : t.alias());

            /// <summary>Moves parameters and buffers to the processor.</summary>
            public Module cpu() => to(CPU);

            /// <summary>Moves parameters and buffers to the current card.</summary>
            public Module cuda() => to(CUDA);

            /// <summary>Frees parameters, buffers and the modules inside.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Called by <see cref="Dispose()"/>; a subclass that holds more frees it here.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (KeyValuePair<string, Parameter> p in _parameters) p.Value.Dispose();
                foreach ((_, Tensor buffer, _) in _buffers) buffer.Dispose();
                foreach (KeyValuePair<string, Module> c in _children) c.Value.Dispose();
            }

            /// <summary>Called after parameters were moved or converted.</summary>
            private protected virtual void OnMoved()
            {
            }

            private IEnumerable<(string Name, Tensor Buffer)> Buffers(bool recurse)
            {
                IEnumerable<(string, Tensor)> own = _buffers.Select(b => (b.Name, b.Buffer));
                return recurse ? own.Concat(_children.SelectMany(c => c.Value.Buffers(true).Select(b => (c.Key + "." + b.Name, b.Buffer)))) : own;
            }

            private Module Convert(Func<Tensor, Tensor> change)
            {
                using (no_grad())
                {
                    foreach (Tensor t in parameters().Concat(buffers()))
                    {
                        using Tensor moved = change(t);
                        using Tensor? gradient = t.grad;
                        using Tensor? movedGradient = gradient is null ? null : change(gradient);
                        if (gradient is not null) t.grad = null;
                        t.SetData(moved);
                        if (movedGradient is not null) t.grad = movedGradient;
                    }
                }

                foreach (Module m in modules().Prepend(this)) m.OnMoved();
                return this;
            }

            private void CheckName(string name)
            {
                ArgumentException.ThrowIfNullOrEmpty(name);
                if (name.Contains('.', StringComparison.Ordinal)) throw new ArgumentException($"'{name}': names of parts hold no dot, it separates the levels.", nameof(name));
                if (_parameters.Any(p => p.Key == name) || _buffers.Any(b => b.Name == name) || _children.Any(c => c.Key == name))
                    throw new ArgumentException($"{GetName()} has a part named '{name}' already.", nameof(name));
            }
        }
    }
}
