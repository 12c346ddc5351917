namespace AlphaKit.Models;

/// <summary>A sample was asked for whose label is not known yet at the cut: training on it would look ahead.</summary>
public sealed class LabelOverlapException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="sample">Day of the sample.</param>
    /// <param name="horizon">Trading days until its label is known.</param>
    /// <param name="cut">The last day whose data may be used.</param>
    /// <param name="lastAllowed">The last day whose label is known at the cut; null where there is none.</param>
    public LabelOverlapException(DateOnly sample, int horizon, DateOnly cut, DateOnly? lastAllowed)
        : base($"The label of {sample:yyyy-MM-dd} is known only {horizon} trading days later, after the cut at the close of {cut:yyyy-MM-dd}: "
            + (lastAllowed is { } last ? $"the last day whose label may be used is {last:yyyy-MM-dd}." : "no day has a label known by then."))
    {
        Sample = sample;
        Horizon = horizon;
        Cut = cut;
        LastAllowed = lastAllowed;
    }

    /// <summary>Day of the sample.</summary>
    public DateOnly Sample { get; }

    /// <summary>Trading days until its label is known.</summary>
    public int Horizon { get; }

    /// <summary>The last day whose data may be used.</summary>
    public DateOnly Cut { get; }

    /// <summary>The last day whose label is known at the cut; null where there is none.</summary>
    public DateOnly? LastAllowed { get; }
}
