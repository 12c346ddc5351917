namespace AlphaKit;

/// <summary>Why a price limit, or none, applies.</summary>
public enum PriceLimitReason
{
    /// <summary>The board's ordinary limit.</summary>
    Board = 0,

    /// <summary>The limit of ST shares.</summary>
    SpecialTreatment = 1,

    /// <summary>The limit of S shares.</summary>
    Unreformed = 2,

    /// <summary>The days after listing.</summary>
    Listing = 3,

    /// <summary>The first day of the delisting period.</summary>
    DelistingPeriod = 4,

    /// <summary>The first day after a resumed listing or re-listing.</summary>
    Relisting = 5,

    /// <summary>The first day after the share reform.</summary>
    ShareReform = 6,
}
