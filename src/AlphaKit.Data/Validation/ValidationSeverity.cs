namespace AlphaKit.Data;

/// <summary>What a <see cref="ValidationRule"/> does when it finds something.</summary>
public enum ValidationSeverity
{
    /// <summary>Worth knowing; the row is imported.</summary>
    Note = 0,

    /// <summary>Suspicious; the row is imported and listed.</summary>
    Warning = 1,

    /// <summary>The row is not imported, and listed.</summary>
    Rejection = 2,

    /// <summary>The whole import stops with a <see cref="DataValidationException"/>.</summary>
    Error = 3,
}
