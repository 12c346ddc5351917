namespace AlphaKit.Factors;

/// <summary>One window of several shares at once: for each input, for each day from the oldest to T, the values of neighbouring shares.</summary>
public readonly ref struct LaneWindow
{
    private readonly ReadOnlySpan<float> _values;

    /// <summary>Wraps the values.</summary>
    /// <param name="values">Input by input, day by day from the oldest, share by share.</param>
    /// <param name="inputs">How many inputs there are.</param>
    /// <param name="days">How many days the window has.</param>
    /// <exception cref="ArgumentException">The values cannot be divided so.</exception>
    public LaneWindow(ReadOnlySpan<float> values, int inputs, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        if (values.Length % (inputs * days) != 0)
            throw new ArgumentException($"{values.Length} values cannot be divided among {inputs} inputs of {days} days.", nameof(values));
        _values = values;
        Inputs = inputs;
        Days = days;
        Lanes = values.Length / (inputs * days);
    }

    /// <summary>How many inputs there are.</summary>
    public int Inputs { get; }

    /// <summary>How many days the window has.</summary>
    public int Days { get; }

    /// <summary>How many shares there are.</summary>
    public int Lanes { get; }

    /// <summary>The values of all shares on one day; neighbours in memory, ready for vector instructions.</summary>
    /// <param name="input">0 to <see cref="Inputs"/> − 1.</param>
    /// <param name="day">0 (the oldest) to <see cref="Days"/> − 1 (T).</param>
    public ReadOnlySpan<float> Row(int input, int day) => _values.Slice(((input * Days) + day) * Lanes, Lanes);
}
