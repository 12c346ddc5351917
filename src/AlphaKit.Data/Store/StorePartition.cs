namespace AlphaKit.Data;

/// <summary>By what the rows of a stored table are divided into files.</summary>
public enum StorePartition
{
    /// <summary>One file holds everything: reference data.</summary>
    Whole = 0,

    /// <summary>A file for each year of the event date.</summary>
    Year = 1,

    /// <summary>A file for each month of the event date.</summary>
    Month = 2,

    /// <summary>A file for each event date: minute bars.</summary>
    Day = 3,
}
