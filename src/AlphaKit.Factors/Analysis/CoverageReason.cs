namespace AlphaKit.Factors;

/// <summary>Where cells (one symbol on one day) are lost on the way to an information coefficient.</summary>
internal enum CoverageReason
{
    Used = 0,
    NotInUniverse = 1,
    NoFactorValue = 2,
    BeyondData = 3,
    Suspended = 4,
    LimitUp = 5,
    NoEntryPrice = 6,
    NoExitPrice = 7,
    NoMean = 8,
    TooFewNames = 9,
    NoVariance = 10,
}
