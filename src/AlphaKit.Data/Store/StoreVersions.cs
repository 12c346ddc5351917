namespace AlphaKit.Data;

/// <summary>What reading a table gives where the vendor corrected a row after it was first recorded.</summary>
public enum StoreVersions
{
    /// <summary>The newest version that is known at the moment of the view.</summary>
    Newest = 0,

    /// <summary>
    /// Every version known at that moment, a correction announced on the day on which it was recorded: for statements, of which a reader
    /// picks the version by announcement.
    /// </summary>
    All = 1,
}
