namespace AlphaKit;

/// <summary>A dataset was asked for that the market data at hand does not hold.</summary>
public sealed class DatasetNotAvailableException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="dataset">Name of the missing dataset.</param>
    /// <param name="reason">Why it is missing and what would supply it, as one clause.</param>
    public DatasetNotAvailableException(string dataset, string reason)
        : base($"Dataset '{dataset}' is not available: {reason}")
    {
        Dataset = dataset;
        Reason = reason;
    }

    /// <summary>Name of the missing dataset.</summary>
    public string Dataset { get; }

    /// <summary>Why it is missing and what would supply it.</summary>
    public string Reason { get; }
}
