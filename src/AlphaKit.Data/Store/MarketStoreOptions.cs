namespace AlphaKit.Data;

/// <summary>How a <see cref="MarketStore"/> works.</summary>
public sealed record MarketStoreOptions
{
    /// <summary>The default of <see cref="IndexedKeys"/>.</summary>
    public const int DefaultIndexedKeys = 4_000_000;

    /// <summary>Gives the time at which rows are recorded.</summary>
    /// <value>The default is the system's.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long to wait while another process finishes its write, on opening.</summary>
    /// <value>The default is ten seconds; not negative.</value>
    public TimeSpan Patience
    {
        get;
        init => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(Patience), value, "Must not be negative.");
    } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// About how many keys of stored rows a writer remembers, so that what is delivered again is told from what is new without reading
    /// files; about 64 bytes each. Files are read anew for what was forgotten.
    /// </summary>
    /// <value>The default is 4,000,000; at least 1.</value>
    public int IndexedKeys
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(IndexedKeys), value, "Must be at least 1.");
    } = DefaultIndexedKeys;

    /// <summary>How many columns are read or written at a time; the bytes do not depend on it.</summary>
    /// <value>The default is the number of processors; at least 1.</value>
    public int Threads
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, "Must be at least 1.");
    } = Environment.ProcessorCount;
}
