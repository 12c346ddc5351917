namespace AlphaKit.Data;

/// <summary>What became of a row.</summary>
internal enum RowOutcome : byte
{
    Imported = 0,
    Rejected = 1,
    Collapsed = 2,
}
