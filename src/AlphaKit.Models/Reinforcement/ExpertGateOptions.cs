namespace AlphaKit.Models;

/// <summary>How an <see cref="ExpertGate"/> sees, is rewarded and is trained.</summary>
public sealed record ExpertGateOptions
{
    /// <summary>Trading days over which the experts' past ICs are averaged for the state.</summary>
    /// <value>One or more, each 1 or more. The default is 5, 20 and 60.</value>
    /// <exception cref="ArgumentException">There is none, or one is below 1.</exception>
    public IReadOnlyList<int> Windows
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Count == 0 || value.Any(w => w < 1)) throw new ArgumentException($"One window or more, each of 1 or more trading days, are needed: {string.Join(", ", value)}.", nameof(Windows));
            field = [.. value];
        }
    } = [5, 20, 60];

    /// <summary>What it costs, in IC, to exchange all weight: taken off the reward times half the sum of the changes of weights.</summary>
    /// <value>Finite, 0 or more. The default is 0.01.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or negative.</exception>
    public double SwitchCost
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(SwitchCost), value, "Must be finite and 0 or more.");
    } = 0.01;

    /// <summary>The learning.</summary>
    /// <value>The default are the defaults of <see cref="PpoOptions"/>.</value>
    public PpoOptions Ppo
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = new();

    /// <summary>Policies that differ in their random numbers only; their weights are averaged.</summary>
    /// <value>1 or more. The default is 3.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Policies
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Policies), value, "Must be 1 or more.");
    } = 3;

    /// <summary>Seed of all random numbers.</summary>
    /// <value>The default is 0.</value>
    public ulong Seed { get; init; }

    /// <summary>Most threads to use; the result does not depend on it.</summary>
    /// <value>1 or more. The default is the number of processors.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Threads
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, "Must be 1 or more threads.");
    } = Environment.ProcessorCount;
}
