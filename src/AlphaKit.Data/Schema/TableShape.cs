namespace AlphaKit.Data;

/// <summary>What the rows of a vendor table are, and so how duplicates are treated.</summary>
public enum TableShape
{
    /// <summary>One row per share and trading day. Two rows of one key with different content are a structural error.</summary>
    Daily = 0,

    /// <summary>One row per event or interval; two different rows of one key are both reported, the better one is kept.</summary>
    Events = 1,

    /// <summary>Reference data: one row per share, day or index member. Two rows of one key with different content are a structural error.</summary>
    Reference = 2,
}
