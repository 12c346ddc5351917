namespace AlphaKit;

/// <summary>There is too little data for what was asked: too few days, names or observations.</summary>
public sealed class InsufficientDataException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="what">What is too short, for example "trading days before the first fold".</param>
    /// <param name="needed">How many are needed.</param>
    /// <param name="available">How many there are.</param>
    public InsufficientDataException(string what, long needed, long available)
        : base($"Too few {what}: {needed} needed, {available} available.")
    {
        What = what;
        Needed = needed;
        Available = available;
    }

    /// <summary>What is too short.</summary>
    public string What { get; }

    /// <summary>How many are needed.</summary>
    public long Needed { get; }

    /// <summary>How many there are.</summary>
    public long Available { get; }
}
