namespace AlphaKit.Data;

/// <summary>What a value means that is not of its column's kind.</summary>
internal enum ColumnDoubt
{
    /// <summary>The file is wrong.</summary>
    Fails = 0,

    /// <summary>The column is not a line item after all and is left out.</summary>
    LeavesOut = 1,
}
