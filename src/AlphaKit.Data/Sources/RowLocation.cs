namespace AlphaKit.Data;

/// <summary>The place of a row.</summary>
/// <param name="File">The file, or the description of the source.</param>
/// <param name="Line">The line, from 1; 0 where the row has none.</param>
public readonly record struct RowLocation(string File, long Line)
{
    /// <summary>File and line.</summary>
    public override string ToString() => Line > 0 ? $"{File}, line {Line}" : File;
}
