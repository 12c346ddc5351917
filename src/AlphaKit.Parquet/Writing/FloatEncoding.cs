namespace AlphaKit.Parquet;

/// <summary>How columns of single and double precision are encoded.</summary>
public enum FloatEncoding
{
    /// <summary>By a dictionary where that is smaller, else plainly: prices and other rounded numbers repeat.</summary>
    Dictionary = 0,

    /// <summary>Always plainly: the digits of computed numbers do not repeat, and looking for repetitions takes ten times as long as writing them.</summary>
    Plain = 1,
}
