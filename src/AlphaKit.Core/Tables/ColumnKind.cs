namespace AlphaKit;

/// <summary>The type of the values of a <see cref="TableColumn"/>.</summary>
public enum ColumnKind
{
    /// <summary>Text.</summary>
    Text = 0,

    /// <summary>A calendar date.</summary>
    Date = 1,

    /// <summary>A whole number.</summary>
    Integer = 2,

    /// <summary>A floating-point number; NaN is missing.</summary>
    Number = 3,

    /// <summary>An exact decimal number: money.</summary>
    Money = 4,
}
