namespace AlphaKit;

/// <summary>The unit of a field. Sources are converted to these once, at the boundary.</summary>
public enum Unit
{
    /// <summary>A pure number.</summary>
    None = 0,

    /// <summary>Yuan.</summary>
    Cny = 1,

    /// <summary>Yuan per share.</summary>
    CnyPerShare = 2,

    /// <summary>Shares.</summary>
    Shares = 3,

    /// <summary>A fraction: 0.05 is five percent.</summary>
    Ratio = 4,

    /// <summary>0 or 1.</summary>
    Flag = 5,

    /// <summary>Index points.</summary>
    Points = 6,

    /// <summary>The ordinal of a category, see <see cref="Industry"/>.</summary>
    Category = 7,
}
