namespace AlphaKit.Models;

/// <summary>
/// Windows into one array: step t of sample i are the <see cref="Features"/> floats from Offsets[i] + t · <see cref="StepStride"/> on. Windows may
/// overlap, so that the sequences of neighbouring days need no copies. All values must be finite: fill missing ones before.
/// </summary>
public sealed unsafe class SequenceBatch
{
    private readonly float[] _values;
    private readonly int[] _offsets;

    /// <summary>Makes a batch.</summary>
    /// <param name="values">The array, for example [day, symbol, feature].</param>
    /// <param name="offsets">Where the first step of each sample begins.</param>
    /// <param name="steps">Steps of a sequence, 1 or more.</param>
    /// <param name="stepStride">Floats from step to step.</param>
    /// <param name="features">Floats of a step, 1 or more.</param>
    /// <exception cref="ArgumentException">A window reaches beyond the array.</exception>
    public SequenceBatch(float[] values, int[] offsets, int steps, int stepStride, int features)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(offsets);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        long reach = ((long)(steps - 1) * stepStride) + features;
        long before = Math.Min(0, (long)(steps - 1) * stepStride);
        for (int i = 0; i < offsets.Length; i++)
        {
            if (offsets[i] + before < 0 || offsets[i] + Math.Max(reach, features) > values.Length)
                throw new ArgumentException($"Sample {i} begins at {offsets[i]}; {steps} steps of {features} floats, {stepStride} apart, do not lie within the {values.Length} values.", nameof(offsets));
        }

        _values = values;
        _offsets = offsets;
        Steps = steps;
        StepStride = stepStride;
        Features = features;
    }

    private SequenceBatch(float* memory, int count, int steps, int features)
    {
        _values = [];
        _offsets = new int[count];
        for (int i = 0; i < count; i++) _offsets[i] = checked(i * steps * features);
        Memory = memory;
        Steps = steps;
        StepStride = features;
        Features = features;
    }

    /// <summary>How many samples there are.</summary>
    public int Count => _offsets.Length;

    /// <summary>Steps of a sequence.</summary>
    public int Steps { get; }

    /// <summary>Floats from step to step.</summary>
    public int StepStride { get; }

    /// <summary>Floats of a step.</summary>
    public int Features { get; }

    internal float[] Values => _values;

    /// <summary>Values outside of the managed heap, in place of <see cref="Values"/>; null if there are none.</summary>
    internal float* Memory { get; }

    internal ReadOnlySpan<int> Offsets => _offsets;

    /// <summary>A batch of dense memory that its owner keeps alive.</summary>
    internal static SequenceBatch At(float* memory, int count, int steps, int features) => new(memory, count, steps, features);

    /// <summary>A batch of a dense array [sample, step, feature].</summary>
    /// <param name="values">The array, a multiple of <paramref name="steps"/> · <paramref name="features"/> long.</param>
    /// <param name="steps">Steps of a sequence.</param>
    /// <param name="features">Floats of a step.</param>
    /// <exception cref="ArgumentException">The length is no multiple.</exception>
    public static SequenceBatch Dense(float[] values, int steps, int features)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        int size = checked(steps * features);
        if (values.Length % size != 0) throw new ArgumentException($"{values.Length} values are no multiple of {steps} steps of {features} floats.", nameof(values));
        return new SequenceBatch(values, [.. Enumerable.Range(0, values.Length / size).Select(i => i * size)], steps, features, features);
    }
}
