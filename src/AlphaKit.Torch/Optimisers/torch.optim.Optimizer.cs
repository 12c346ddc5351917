using AlphaKit.Torch.Modules;

namespace AlphaKit.Torch;

/// <content>The base of the optimisers.</content>
public static partial class torch
{
    public static partial class optim
    {
        /// <summary>
        /// Moves parameters along their gradients. State (momenta, counters) lives outside dispose scopes until <see cref="Dispose"/>. Not thread-safe.
        /// </summary>
        public abstract class Optimizer : IDisposable
        {
            private readonly Parameter[] _parameters;
            private readonly Dictionary<string, Tensor?[]> _state = new(StringComparer.Ordinal);
            private readonly long[] _steps;

            private protected Optimizer(IEnumerable<Parameter> parameters, double learningRate)
            {
                ArgumentNullException.ThrowIfNull(parameters);
                _parameters = [.. parameters];
                if (_parameters.Length == 0) throw new ArgumentException("An optimiser needs at least one parameter.", nameof(parameters));
                if (_parameters.Distinct().Count() != _parameters.Length) throw new ArgumentException("A parameter was given twice.", nameof(parameters));
                _steps = new long[_parameters.Length];
                LearningRate = InitialLearningRate = NonNegative(learningRate, "lr");
            }

            /// <summary>The learning rate of the next step; schedulers set it.</summary>
            public double LearningRate
            {
                get;
                set => field = NonNegative(value, nameof(LearningRate));
            }

            /// <summary>The learning rate at the start.</summary>
            public double InitialLearningRate { get; }

            /// <summary>The parameters, in the order in which they were given.</summary>
            public IReadOnlyList<Parameter> parameters() => _parameters;

            /// <summary>Forgets the gradients of all parameters.</summary>
            public void zero_grad()
            {
                foreach (Parameter p in _parameters) p.grad = null;
            }

            /// <summary>Moves every parameter that has a gradient; the others stay as they are.</summary>
            public void step()
            {
                using IDisposable guard = no_grad();
                using DisposeScope scope = NewDisposeScope();
                List<int> moving = [];
                List<Tensor> gradients = [];
                for (int i = 0; i < _parameters.Length; i++)
                {
                    if (_parameters[i].grad is not { } g) continue;
                    moving.Add(i);
                    gradients.Add(g);
                    _steps[i]++;
                }

                // Parameters that have seen equally many steps move together.
                foreach (IGrouping<long, int> group in Enumerable.Range(0, moving.Count).GroupBy(k => _steps[moving[k]]))
                {
                    int[] at = [.. group.Select(k => moving[k])];
                    Update([.. at.Select(i => (Tensor)_parameters[i])], [.. group.Select(k => gradients[k])], at, group.Key);
                }
            }

            /// <summary>Momenta and counters under <c>state.NUMBER.NAME</c>, the number being that of the parameter, and the learning rate: what a resumed training needs. The tensors are the optimiser's own, except counters.</summary>
            public Dictionary<string, Tensor> state_dict()
            {
                Dictionary<string, Tensor> result = new(StringComparer.Ordinal) { ["lr"] = tensor(LearningRate, ScalarType.Float64) };
                for (int i = 0; i < _parameters.Length; i++)
                {
                    if (_steps[i] == 0) continue;
                    result[$"state.{i}.step"] = tensor([_steps[i]]);
                    foreach ((string name, Tensor?[] values) in _state)
                    {
                        if (values[i] is { } value) result[$"state.{i}.{name}"] = value;
                    }
                }

                return result;
            }

            /// <summary>Copies a state in; the optimiser must have been made with the same parameters in the same order.</summary>
            /// <exception cref="StateDictException">A name is not known, or a shape differs. Nothing was loaded then.</exception>
            public void load_state_dict(IDictionary<string, Tensor> state)
            {
                ArgumentNullException.ThrowIfNull(state);
                List<(string Name, int Index, Tensor Value)> found = [];
                List<string> unexpected = [], misshapen = [];
                foreach ((string key, Tensor value) in state.OrderBy(p => p.Key, StringComparer.Ordinal))
                {
                    string[] parts = key.Split('.');
                    if (key == "lr") continue;
                    if (parts.Length != 3 || parts[0] != "state" || !int.TryParse(parts[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int i)
                        || i >= _parameters.Length || (parts[2] != "step" && !StateNames.Contains(parts[2])))
                        unexpected.Add(key);
                    else if (parts[2] == "step" ? value.numel() != 1 : !value.shape.AsSpan().SequenceEqual(_parameters[i].shape)) misshapen.Add($"{key}: {Tensor.Describe(value)}");
                    else found.Add((parts[2], i, value));
                }

                string[] missing = state.ContainsKey("lr") ? [] : ["lr"];
                if (missing.Length + unexpected.Count + misshapen.Count > 0) throw new StateDictException(GetType().Name, missing, unexpected, misshapen);
                Forget();
                LearningRate = state["lr"].item<double>();
                using IDisposable guard = no_grad();
                foreach ((string name, int i, Tensor value) in found)
                {
                    if (name == "step") _steps[i] = value.item<long>();
                    else Slot(name)[i] = Aten.clone.Call(value).to(_parameters[i].device).DetachFromDisposeScope();
                }
            }

            /// <summary>Frees momenta and counters; the parameters stay.</summary>
            public void Dispose()
            {
                Forget();
                GC.SuppressFinalize(this);
            }

            /// <summary>Names of the tensors that are kept for each parameter.</summary>
            private protected abstract IReadOnlyList<string> StateNames { get; }

            /// <summary>Moves parameters that have seen equally many steps, this one included.</summary>
            private protected abstract void Update(Tensor[] parameters, Tensor[] gradients, int[] at, long step);

            /// <summary>The kept tensors of some parameters; zeros where there were none.</summary>
            private protected Tensor[] Kept(string name, int[] at)
            {
                Tensor?[] slot = Slot(name);
                Tensor[] values = new Tensor[at.Length];
                for (int k = 0; k < at.Length; k++) values[k] = slot[at[k]] ??= zeros_like(_parameters[at[k]]).DetachFromDisposeScope();
                return values;
            }

            internal static double NonNegative(double value, string name) =>
                value is >= 0 and < double.PositiveInfinity ? value : throw new ArgumentOutOfRangeException(name, value, "Must be a number of at least 0.");

            internal static double Fraction(double value, string name) =>
                value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, value, "Must be at least 0 and below 1.");

            private Tensor?[] Slot(string name)
            {
                if (!_state.TryGetValue(name, out Tensor?[]? slot)) _state[name] = slot = new Tensor?[_parameters.Length];
                return slot;
            }

            private void Forget()
            {
                foreach (Tensor?[] slot in _state.Values)
                {
                    foreach (Tensor? t in slot) t?.Dispose();
                }

                _state.Clear();
                Array.Clear(_steps);
            }
        }
    }
}
