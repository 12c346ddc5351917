namespace AlphaKit.Reports;

/// <summary>How the values of an axis are written.</summary>
internal enum ValueFormat
{
    /// <summary>A plain number.</summary>
    Number = 0,

    /// <summary>A ratio, written as per cent.</summary>
    Percent = 1,

    /// <summary>Money in CNY, shortened.</summary>
    Cny = 2,
}
