namespace AlphaKit.Reports;

/// <summary>Scale of a value axis.</summary>
internal enum AxisScale
{
    /// <summary>Linear, no choice.</summary>
    Linear = 0,

    /// <summary>Linear at first, logarithmic at the reader's choice.</summary>
    LinearOrLog = 1,

    /// <summary>Logarithmic.</summary>
    Log = 2,
}
