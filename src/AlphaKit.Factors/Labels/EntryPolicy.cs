namespace AlphaKit.Factors;

/// <summary>What becomes of labels whose entry could not have been dealt.</summary>
public enum EntryPolicy
{
    /// <summary>They are dropped (missing, with the reason): suspended on the entry day, or locked at the upper limit.</summary>
    DropUntradable = 0,

    /// <summary>They are kept as long as there is a price: for comparison, to see what the dropping changes.</summary>
    KeepAll = 1,
}
