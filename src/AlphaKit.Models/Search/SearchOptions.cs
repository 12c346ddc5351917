namespace AlphaKit.Models;

/// <summary>How a search runs.</summary>
public sealed record SearchOptions
{
    /// <summary>Default of <see cref="Trials"/>.</summary>
    public const int DefaultTrials = 50;

    /// <summary>How many trials to make in all, those of the log included.</summary>
    /// <value>1 or more. The default is <see cref="DefaultTrials"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Trials
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Trials), value, "Must be 1 or more.");
    } = DefaultTrials;

    /// <summary>How points are chosen.</summary>
    /// <value>The default is <see cref="TreeParzenSearch"/>.</value>
    public SearchMethod Method
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = new TreeParzenSearch();

    /// <summary>Stops trials that are behind; null to let all run to their end.</summary>
    /// <value>The default is null.</value>
    public MedianPruning? Pruning { get; init; }

    /// <summary>
    /// How many trials are chosen from the same knowledge and may run side by side. It changes the result – of 4 at once, three know less than they would
    /// have known – but the number of threads does not.
    /// </summary>
    /// <value>1 or more. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int TrialsAtOnce
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(TrialsAtOnce), value, "Must be 1 or more.");
    } = 1;

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

    /// <summary>
    /// File to which every trial is appended as one line of JSON; null for none. A search that finds it goes on after its last trial, if it is of the same
    /// search.
    /// </summary>
    /// <value>The default is null.</value>
    public string? LogPath { get; init; }

    /// <summary>What is searched, in words; stands in the log, and a log with another text is refused. Name the data and the model here.</summary>
    /// <value>The default is empty.</value>
    public string Subject
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = "";
}
