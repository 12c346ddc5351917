namespace AlphaKit.Models;

/// <summary>What a training may use besides its samples.</summary>
public sealed record TrainingContext
{
    /// <summary>Random numbers for this training; each fold has its own stream.</summary>
    public required RandomStream Random { get; init; }

    /// <summary>Most threads to use; the result must not depend on it.</summary>
    /// <value>1 or more. The default is the number of processors.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Threads
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, "Must be 1 or more threads.");
    } = Environment.ProcessorCount;

    /// <summary>Receives lines about the course of a long training; may be null.</summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>Receives the same in numbers, after every step and every epoch of a network; may be null.</summary>
    public IProgress<TrainingProgress>? Steps { get; init; }

    /// <summary>Measures how long steps take, to foretell the end; no result depends on it.</summary>
    /// <value>The default is the system's clock.</value>
    public TimeProvider Time
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = TimeProvider.System;
}
