namespace AlphaKit.Data;

/// <summary>When the tables of a source are read and checked.</summary>
public enum TableReading
{
    /// <summary>All of them on loading: whatever is wrong is said at once.</summary>
    Whole = 0,

    /// <summary>
    /// Calendar, securities and bars on loading, another table when something of it is first asked for. Takes effect for sources that
    /// implement <see cref="ITableColumns"/>; others are read whole.
    /// </summary>
    OnFirstUse = 1,
}
