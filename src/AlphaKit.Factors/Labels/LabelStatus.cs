namespace AlphaKit.Factors;

/// <summary>Why a label is there or not.</summary>
public enum LabelStatus
{
    /// <summary>There is a label, entry to exit as planned.</summary>
    Known = 0,

    /// <summary>There is a label, but it ends at an earlier price: no price on the exit day (suspended, delisted).</summary>
    KnownAtLastPrice = 1,

    /// <summary>The window ends after the last day of the panel.</summary>
    BeyondData = 2,

    /// <summary>Suspended on the entry day.</summary>
    Suspended = 3,

    /// <summary>Locked at the upper price limit on the entry day: nobody could buy.</summary>
    LimitUp = 4,

    /// <summary>No price on the entry day.</summary>
    NoEntryPrice = 5,

    /// <summary>No price on the exit day, under <see cref="ExitPolicy.Drop"/>.</summary>
    NoExitPrice = 6,

    /// <summary>No universe member has a label that day, so there is no mean to measure against.</summary>
    NoMean = 7,
}
