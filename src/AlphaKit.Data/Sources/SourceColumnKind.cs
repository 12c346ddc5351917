namespace AlphaKit.Data;

/// <summary>How the values of a <see cref="SourceColumn"/> are stored.</summary>
public enum SourceColumnKind
{
    /// <summary>Symbols such as 600000.SH.</summary>
    Symbol = 0,

    /// <summary>Dates; <see cref="SourceColumn.NoDate"/> is missing.</summary>
    Date = 1,

    /// <summary>Numbers in the vendor's unit; NaN is missing.</summary>
    Number = 2,

    /// <summary>Text; the empty string is missing.</summary>
    Text = 3,
}
