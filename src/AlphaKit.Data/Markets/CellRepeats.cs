namespace AlphaKit.Data;

/// <summary>Whether several rows of a daily table may share a share and day.</summary>
internal enum CellRepeats
{
    Forbidden = 0,
    Allowed = 1,
}
