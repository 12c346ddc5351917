namespace AlphaKit.Data;

/// <summary>What a delivery means for a key.</summary>
internal enum KeyChange
{
    Added,
    Corrected,
    Unchanged,
}
