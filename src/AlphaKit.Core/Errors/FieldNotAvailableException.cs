namespace AlphaKit;

/// <summary>A field was asked for that the market data at hand does not hold.</summary>
public sealed class FieldNotAvailableException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="field">The missing field.</param>
    /// <param name="reason">Why it is missing and what would supply it, as one clause.</param>
    public FieldNotAvailableException(Field field, string reason)
        : base($"Field '{(field ?? throw new ArgumentNullException(nameof(field))).Name}' is not available: {reason}")
    {
        Field = field;
        Reason = reason;
    }

    /// <summary>The missing field.</summary>
    public Field Field { get; }

    /// <summary>Why it is missing and what would supply it.</summary>
    public string Reason { get; }
}
