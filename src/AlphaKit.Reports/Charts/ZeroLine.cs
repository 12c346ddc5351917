namespace AlphaKit.Reports;

/// <summary>Whether zero belongs to the value axis.</summary>
internal enum ZeroLine
{
    /// <summary>The axis covers the values only.</summary>
    Free = 0,

    /// <summary>The axis includes zero and a line marks it.</summary>
    Shown = 1,
}
