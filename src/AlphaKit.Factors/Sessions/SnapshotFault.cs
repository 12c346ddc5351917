namespace AlphaKit.Factors;

/// <summary>What is wrong with a snapshot of a <see cref="FactorSession"/>.</summary>
public enum SnapshotFault
{
    /// <summary>The file is something else.</summary>
    NoSnapshot,

    /// <summary>The file was cut off or changed.</summary>
    Damaged,

    /// <summary>Another version of the engine or of the file format made it.</summary>
    OtherEngine,

    /// <summary>It is of other factors, or of the same in another order or with other steps.</summary>
    OtherFactors,

    /// <summary>It would be larger than a snapshot can be.</summary>
    TooLarge,
}
