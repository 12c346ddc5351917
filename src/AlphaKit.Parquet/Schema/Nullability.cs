namespace AlphaKit.Parquet;

/// <summary>Whether a column may hold missing values.</summary>
public enum Nullability
{
    /// <summary>Every row has a value.</summary>
    Required = 0,

    /// <summary>A row may lack a value.</summary>
    Optional = 1,
}
