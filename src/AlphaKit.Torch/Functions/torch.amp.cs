using AlphaKit.Torch.Modules;

namespace AlphaKit.Torch;

/// <content>Mixed precision.</content>
public static unsafe partial class torch
{
    /// <summary>
    /// Until the guard is disposed, operations that gain from it (matrix products, convolutions, recurrences) run in a short type on this thread, and
    /// those that need it stay in single precision. Keep the backward pass outside.
    /// </summary>
    /// <param name="device">Whose operations; the other devices are not touched.</param>
    /// <param name="dtype">BFloat16, or Float16 on a card (then with <see cref="amp.GradScaler"/>); null for BFloat16 on the processor and Float16 on a card.</param>
    /// <param name="enabled">False turns it off inside.</param>
    public static IDisposable autocast(DeviceType device, ScalarType? dtype = null, bool enabled = true)
    {
        ScalarType type = dtype ?? (device == DeviceType.CPU ? ScalarType.BFloat16 : ScalarType.Float16);
        if (type is not (ScalarType.BFloat16 or ScalarType.Float16) || (device == DeviceType.CPU && type == ScalarType.Float16))
            throw new ArgumentOutOfRangeException(nameof(dtype), type, "Must be BFloat16, or on a card Float16.");
        return new AutocastGuard(device, type, enabled);
    }

    private sealed class AutocastGuard : IDisposable
    {
        private readonly DeviceType _device;
        private readonly int _thread = Environment.CurrentManagedThreadId;
        private readonly int _on;
        private readonly int _type;
        private bool _done;

        public AutocastGuard(DeviceType device, ScalarType type, bool enabled)
        {
            int* before = stackalloc int[2];
            _device = device;
            Native.Check(Native.ak_autocast_enter((int)device, enabled ? 1 : 0, (int)type, before), "autocast");
            (_on, _type) = (before[0], before[1]);
        }

        public void Dispose()
        {
            if (_done) return;
            if (_thread != Environment.CurrentManagedThreadId) throw new InvalidOperationException("Autocast must end on the thread that it began on: do not hold it across await.");
            int* before = stackalloc int[2] { _on, _type };
            _done = true;
            Native.Check(Native.ak_autocast_leave((int)_device, before), "autocast");
        }
    }

    /// <summary>PyTorch's module <c>torch.amp</c>.</summary>
    public static class amp
    {
        /// <summary>
        /// Keeps small gradients of half precision from vanishing: the loss is multiplied by a scale, the gradients are divided by it before the step, a
        /// step with infinite or NaN gradients is left out and halves the scale, a run of good steps doubles it. Micikevicius et al. (2018).
        /// </summary>
        /// <param name="init_scale">The first scale.</param>
        /// <param name="growth_factor">What the scale is multiplied by after a run of good steps.</param>
        /// <param name="backoff_factor">What it is multiplied by after a bad one.</param>
        /// <param name="growth_interval">How many good steps make a run.</param>
        /// <param name="enabled">False makes everything below do nothing but the step.</param>
        public sealed class GradScaler(double init_scale = 65536, double growth_factor = 2, double backoff_factor = 0.5, int growth_interval = 2000, bool enabled = true)
        {
            private readonly double _growth = growth_factor is > 1 ? growth_factor : throw new ArgumentOutOfRangeException(nameof(growth_factor), growth_factor, "Must be above 1.");
            private readonly double _backoff = backoff_factor is > 0 and < 1 ? backoff_factor : throw new ArgumentOutOfRangeException(nameof(backoff_factor), backoff_factor, "Must be above 0 and below 1.");
            private readonly int _interval = growth_interval >= 1 ? growth_interval : throw new ArgumentOutOfRangeException(nameof(growth_interval), growth_interval, "Must be at least 1.");
            private double _scale = init_scale is > 0 and < double.PositiveInfinity ? init_scale : throw new ArgumentOutOfRangeException(nameof(init_scale), init_scale, "Must be above 0.");
            private int _good;
            private bool _unscaled;
            private bool? _bad;

            /// <summary>The scale of the next loss; 1 when not enabled.</summary>
            public double get_scale() => enabled ? _scale : 1;

            /// <summary>How many good steps the present run has; with the scale, all that a resumed training needs.</summary>
            public int get_growth_tracker() => _good;

            /// <summary>Goes on with a saved scale and run.</summary>
            public void load_state(double scale, int growth_tracker)
            {
                if (scale is not (> 0 and < double.PositiveInfinity)) throw new ArgumentOutOfRangeException(nameof(scale), scale, "Must be above 0.");
                ArgumentOutOfRangeException.ThrowIfNegative(growth_tracker);
                (_scale, _good) = (scale, growth_tracker);
            }

            /// <summary>The loss times the scale: what backward is called on.</summary>
            public Tensor scale(Tensor outputs)
            {
                ArgumentNullException.ThrowIfNull(outputs);
                return enabled ? outputs * _scale : outputs;
            }

            /// <summary>Divides the gradients by the scale, once a step; call it before clipping.</summary>
            public void unscale_(optim.Optimizer optimizer)
            {
                ArgumentNullException.ThrowIfNull(optimizer);
                if (!enabled) return;
                if (_unscaled) throw new InvalidOperationException("The gradients were divided already in this step; call update() after step().");
                using DisposeScope scope = NewDisposeScope();
                using IDisposable guard = no_grad();
                bool bad = false;
                foreach (Parameter p in optimizer.parameters())
                {
                    if (p.grad is not { } g) continue;
                    g.mul_(1 / _scale);
                    bad |= !g.isfinite().all().item<bool>();
                }

                (_unscaled, _bad) = (true, bad);
            }

            /// <summary>Makes the optimiser's step, unless a gradient is infinite or NaN.</summary>
            /// <returns>True when the step was made.</returns>
            public bool step(optim.Optimizer optimizer)
            {
                ArgumentNullException.ThrowIfNull(optimizer);
                if (enabled && !_unscaled) unscale_(optimizer);
                if (_bad == true) return false;
                optimizer.step();
                return true;
            }

            /// <summary>Ends the step: changes the scale by what was found.</summary>
            public void update()
            {
                if (!enabled) return;
                if (_bad is not { } bad) throw new InvalidOperationException("Call step() before update().");
                if (bad) (_scale, _good) = (_scale * _backoff, 0);
                else if (++_good == _interval) (_scale, _good) = (_scale * _growth, 0);
                (_unscaled, _bad) = (false, null);
            }
        }
    }
}
