namespace AlphaKit.Factors;

/// <summary>The values that a custom operator works on: for each input equally many numbers, NaN for missing.</summary>
public readonly ref struct OperatorInputs
{
    private readonly ReadOnlySpan<float> _values;

    /// <summary>Wraps the values.</summary>
    /// <param name="values">All values of the first input, then all of the second, and so on.</param>
    /// <param name="count">How many inputs there are.</param>
    /// <exception cref="ArgumentException">The values cannot be divided among the inputs.</exception>
    public OperatorInputs(ReadOnlySpan<float> values, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (values.Length % count != 0) throw new ArgumentException($"{values.Length} values cannot be divided among {count} inputs.", nameof(values));
        _values = values;
        Count = count;
        Length = values.Length / count;
    }

    /// <summary>How many inputs there are.</summary>
    public int Count { get; }

    /// <summary>How many numbers each input has.</summary>
    public int Length { get; }

    /// <summary>The numbers of one input.</summary>
    /// <param name="input">0 to <see cref="Count"/> − 1.</param>
    public ReadOnlySpan<float> this[int input] => _values.Slice(input * Length, Length);
}
