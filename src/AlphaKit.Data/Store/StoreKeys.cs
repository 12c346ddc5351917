namespace AlphaKit.Data;

/// <summary>How many rows of one key a delivery may hold.</summary>
public enum StoreKeys
{
    /// <summary>One. Two different rows of one key in one delivery are refused: nothing of the delivery is written.</summary>
    Unique = 0,

    /// <summary>Several, since the vendor delivers duplicates of events; all are kept, and together they are what the key says.</summary>
    Repeated = 1,
}
