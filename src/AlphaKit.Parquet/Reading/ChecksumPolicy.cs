namespace AlphaKit.Parquet;

/// <summary>What to do with the CRC-32 that a writer may store with a page.</summary>
public enum ChecksumPolicy
{
    /// <summary>Compare it with the page's bytes where it is stored; refuse the page if they differ.</summary>
    Verify = 0,

    /// <summary>Leave it unread.</summary>
    Ignore = 1,
}
