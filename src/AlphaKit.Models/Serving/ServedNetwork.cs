using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;

namespace AlphaKit.Models;

/// <summary>
/// A trained network that runs in C# alone, without libtorch: the weights of a module on libtorch, or of a safetensors file, computed with vector
/// kernels. Outputs are those of libtorch within 1e-5.
/// </summary>
/// <remarks>
/// Samples go through the network tile by tile while their state is in cache. Every output is one chain of operations in a fixed order: results have
/// the same bits for any number of threads, any vector width and any company in the batch.
/// </remarks>
/// <threadsafety>Safe for concurrent use.</threadsafety>
public abstract unsafe class ServedNetwork
{
    private readonly ConcurrentBag<Tile> _pool = [];

    private protected ServedNetwork(string name, IReadOnlyList<int> features, VectorWidth width)
    {
        Name = name;
        Features = features;
        Width = width;
        Kernels = NetworkKernels.Create(width);
    }

    /// <summary>The network in words.</summary>
    public string Name { get; }

    /// <summary>Floats of a step, for each input.</summary>
    public IReadOnlyList<int> Features { get; }

    /// <summary>The names of the outputs and how many numbers a sample has in each.</summary>
    public abstract IReadOnlyList<KeyValuePair<string, int>> Outputs { get; }

    internal VectorWidth Width { get; }

    private protected NetworkKernels Kernels { get; }

    /// <summary>Samples of a tile.</summary>
    private protected virtual int TileSamples => 16;

    /// <summary>Computes all outputs.</summary>
    /// <param name="inputs">One batch per input, all of as many samples, all values finite.</param>
    /// <param name="threads">Most threads to use.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>For each of <see cref="Outputs"/> a dense array [samples, numbers].</returns>
    /// <exception cref="ArgumentException">The inputs do not fit the network, or a value is not finite.</exception>
    public IReadOnlyDictionary<string, float[]> Run(IReadOnlyList<SequenceBatch> inputs, int threads = 1, CancellationToken cancellationToken = default)
    {
        float[][] results = Compute(inputs, threads, cancellationToken);
        return Outputs.Select((o, k) => KeyValuePair.Create(o.Key, results[k])).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Computes the scores that the scorer of this network would give: the return, or the probability of the highest class less that of the lowest.</summary>
    /// <param name="inputs">One batch per input, all of as many samples, all values finite.</param>
    /// <param name="scores">Receives one score per sample.</param>
    /// <param name="threads">Most threads to use.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The inputs do not fit the network, a value is not finite, or there is no room for as many scores.</exception>
    public void Score(IReadOnlyList<SequenceBatch> inputs, Span<float> scores, int threads = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count > 0 && scores.Length != inputs[0].Count) throw new ArgumentException($"{inputs[0].Count} samples need as many scores, there is room for {scores.Length}.", nameof(scores));
        ScoresOf(Compute(inputs, threads, cancellationToken), scores);
    }

    /// <summary>The argument of a constructor, refused where it is null before the base needs it.</summary>
    private protected static T Given<T>(T? value, string name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    /// <summary>Scores from the outputs, in their order.</summary>
    private protected abstract void ScoresOf(float[][] outputs, Span<float> scores);

    /// <summary>Buffers and code for a tile of samples with so many steps.</summary>
    private protected abstract Tile NewTile(int[] steps);

    /// <summary>What is computed over all samples before the tiles; null for nothing.</summary>
    private protected virtual float[]? Before(IReadOnlyList<SequenceBatch> inputs, int threads, CancellationToken cancellationToken) => null;

    /// <summary>Refuses values that are not finite.</summary>
    private protected virtual void CheckValues(IReadOnlyList<SequenceBatch> inputs)
    {
        for (int k = 0; k < inputs.Count; k++) CheckFinite(inputs[k], k, []);
    }

    private protected static void CheckFinite(SequenceBatch batch, int input, ReadOnlySpan<bool> padding)
    {
        fixed (float* pinned = batch.Values)
        {
            float* values = batch.Memory == null ? pinned : batch.Memory;
            for (int i = 0; i < batch.Count; i++)
            {
                for (int t = 0; t < batch.Steps; t++)
                {
                    if (!padding.IsEmpty && padding[(i * batch.Steps) + t]) continue;
                    ReadOnlySpan<float> step = new(values + batch.Offsets[i] + ((long)t * batch.StepStride), batch.Features);
                    for (int f = 0; f < step.Length; f++)
                    {
                        if (!float.IsFinite(step[f]))
                            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Input {input}, sample {i}, step {t}, feature {f} is {step[f]:R}: fill missing values before."), nameof(batch));
                    }
                }
            }
        }
    }

    private protected float[][] Compute(IReadOnlyList<SequenceBatch> inputs, int threads, CancellationToken cancellationToken, bool[]? padding = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (inputs.Count != Features.Count) throw new ArgumentException($"{Name} reads {Features.Count} inputs, there are {inputs.Count}.", nameof(inputs));
        for (int k = 0; k < inputs.Count; k++)
        {
            ArgumentNullException.ThrowIfNull(inputs[k], nameof(inputs));
            if (inputs[k].Features != Features[k]) throw new ArgumentException($"Input {k} of {Name} has {Features[k]} features, the batch has {inputs[k].Features}.", nameof(inputs));
            if (inputs[k].Count != inputs[0].Count) throw new ArgumentException($"Input 0 has {inputs[0].Count} samples, input {k} has {inputs[k].Count}.", nameof(inputs));
        }

        int count = inputs[0].Count;
        if (padding is not null && padding.Length != count * inputs[0].Steps) throw new ArgumentException($"{count} samples of {inputs[0].Steps} steps need as many flags, there are {padding.Length}.", nameof(padding));
        if (padding is null) CheckValues(inputs);
        else CheckFinite(inputs[0], 0, padding);
        float[]? before = Before(inputs, threads, cancellationToken);
        float[][] results = [.. Outputs.Select(o => new float[checked(count * o.Value)])];
        int[] steps = [.. inputs.Select(b => b.Steps)];
        int tiles = (count + TileSamples - 1) / TileSamples;
        GCHandle[] pins = [.. inputs.Select(b => GCHandle.Alloc(b.Values, GCHandleType.Pinned))];
        try
        {
            nint[] memory = [.. inputs.Select((b, k) => b.Memory == null ? pins[k].AddrOfPinnedObject() : (nint)b.Memory)];
            Job job = new(inputs, memory, before, padding, results);
            if (threads == 1 || tiles < 2)
            {
                Tile tile = Rent(steps);
                for (int i = 0; i < tiles; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    tile.Run(job, i * TileSamples, Math.Min(TileSamples, count - (i * TileSamples)));
                }

                _pool.Add(tile);
            }
            else
            {
                Parallel.For(
                    0,
                    tiles,
                    new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
                    () => Rent(steps),
                    (i, _, tile) =>
                    {
                        tile.Run(job, i * TileSamples, Math.Min(TileSamples, count - (i * TileSamples)));
                        return tile;
                    },
                    _pool.Add);
            }
        }
        finally
        {
            foreach (GCHandle pin in pins) pin.Free();
        }

        return results;
    }

    private Tile Rent(int[] steps) => _pool.TryTake(out Tile? pooled) && pooled.Steps.AsSpan().SequenceEqual(steps) ? pooled : NewTile(steps);

    /// <summary>What all tiles of a call share.</summary>
    private protected sealed class Job(IReadOnlyList<SequenceBatch> inputs, nint[] memory, float[]? before, bool[]? padding, float[][] results)
    {
        public float[]? Before { get; } = before;

        public bool[]? Padding { get; } = padding;

        public float[][] Results { get; } = results;

        /// <summary>Where a step of a sample begins.</summary>
        public float* At(int input, int sample, int step) =>
            (float*)memory[input] + inputs[input].Offsets[sample] + ((long)step * inputs[input].StepStride);
    }

    /// <summary>Buffers for some samples.</summary>
    private protected abstract class Tile(int[] steps)
    {
        public int[] Steps { get; } = steps;

        /// <summary>Computes the outputs of <paramref name="n"/> samples from <paramref name="first"/> on.</summary>
        public abstract void Run(Job job, int first, int n);
    }
}
