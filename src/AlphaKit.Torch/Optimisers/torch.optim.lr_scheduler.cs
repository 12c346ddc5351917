namespace AlphaKit.Torch;

/// <content>Learning rates over time.</content>
public static partial class torch
{
    public static partial class optim
    {
        /// <summary>PyTorch's module <c>torch.optim.lr_scheduler</c>. Each is the closed form of PyTorch's recursion: equal up to rounding, and a resumed training needs its epoch only.</summary>
        public static class lr_scheduler
        {
            /// <summary>Sets the learning rate of an optimiser from the number of steps done.</summary>
            public sealed class LRScheduler
            {
                private readonly Optimizer _optimizer;
                private readonly Func<double, long, double> _rate;

                internal LRScheduler(Optimizer optimizer, Func<double, long, double> rate)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    _optimizer = optimizer;
                    _rate = rate;
                    last_epoch = 0;
                }

                /// <summary>Number of steps done; setting it resumes there.</summary>
                public long last_epoch
                {
                    get;
                    set
                    {
                        ArgumentOutOfRangeException.ThrowIfNegative(value);
                        field = value;
                        _optimizer.LearningRate = Rate(value);
                    }
                }

                internal Optimizer Optimizer => _optimizer;

                /// <summary>Goes on by one and sets the learning rate; call it after the optimiser's step.</summary>
                public void step() => last_epoch++;

                /// <summary>The learning rate that was set.</summary>
                public double get_last_lr() => _optimizer.LearningRate;

                internal double Rate(long epoch) => _rate(_optimizer.InitialLearningRate, epoch);
            }

            /// <summary>Multiplied by gamma every step_size steps.</summary>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(step_size, 1);
                return new(optimizer, (lr, epoch) => lr * Math.Pow(gamma, epoch / step_size));
            }

            /// <summary>Multiplied by gamma every step.</summary>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1) => new(optimizer, (lr, epoch) => lr * Math.Pow(gamma, epoch));

            /// <summary>eta_min + ½ (lr − eta_min) (1 + cos(π epoch ÷ T_max)). Loshchilov and Hutter (2017).</summary>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0)
            {
                if (T_max is not > 0) throw new ArgumentOutOfRangeException(nameof(T_max), T_max, "Must be above 0.");
                return new(optimizer, (lr, epoch) => eta_min + ((lr - eta_min) * (1 + Math.Cos(Math.PI * epoch / T_max)) / 2));
            }

            /// <summary>lr × (start + (end − start) × min(epoch, total) ÷ total): a warm-up.</summary>
            public static LRScheduler LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(total_iters, 1);
                if (start_factor is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(start_factor), start_factor, "Must be above 0, at most 1.");
                if (end_factor is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(end_factor), end_factor, "Must be 0 to 1.");
                return new(optimizer, (lr, epoch) => lr * (start_factor + ((end_factor - start_factor) * Math.Min(epoch, total_iters) / total_iters)));
            }

            /// <summary>lr × a function of the epoch.</summary>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda)
            {
                ArgumentNullException.ThrowIfNull(lr_lambda);
                return new(optimizer, (lr, epoch) => lr * lr_lambda(checked((int)epoch)));
            }

            /// <summary>One scheduler after the other; each begins at its milestone with its own epoch 0.</summary>
            /// <param name="optimizer">The optimiser of all of them.</param>
            /// <param name="schedulers">At least one.</param>
            /// <param name="milestones">One fewer, rising: the epochs at which the next takes over.</param>
            public static LRScheduler SequentialLR(Optimizer optimizer, IReadOnlyList<LRScheduler> schedulers, IReadOnlyList<long> milestones)
            {
                ArgumentNullException.ThrowIfNull(schedulers);
                ArgumentNullException.ThrowIfNull(milestones);
                if (schedulers.Count == 0 || milestones.Count != schedulers.Count - 1) throw new ArgumentException($"{schedulers.Count} schedulers need {schedulers.Count - 1} milestones, got {milestones.Count}.", nameof(milestones));
                if (schedulers.Any(s => s.Optimizer != optimizer)) throw new ArgumentException("All schedulers must be of this optimiser.", nameof(schedulers));
                if (milestones.Zip(milestones.Skip(1)).Any(m => m.First >= m.Second) || milestones.Any(m => m < 1)) throw new ArgumentException("Milestones must rise from 1 on.", nameof(milestones));
                LRScheduler[] all = [.. schedulers];
                long[] starts = [0, .. milestones];
                return new(optimizer, (_, epoch) =>
                {
                    int k = Array.FindLastIndex(starts, s => s <= epoch);
                    return all[k].Rate(epoch - starts[k]);
                });
            }
        }
    }
}
