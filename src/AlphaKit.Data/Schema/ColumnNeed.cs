namespace AlphaKit.Data;

/// <summary>Whether a column of a vendor table must be there.</summary>
public enum ColumnNeed
{
    /// <summary>Part of the key: must be there, and no value may be missing.</summary>
    Key = 0,

    /// <summary>Must be there.</summary>
    Required = 1,

    /// <summary>Must be there when prices are <see cref="PriceBasis.Raw"/>.</summary>
    RequiredWhenRaw = 2,

    /// <summary>May be absent; what it carries is then missing, and said so.</summary>
    Optional = 3,
}
