namespace AlphaKit;

/// <summary>Root of every failure that AlphaKit reports about data, rules or computations. Wrong arguments are <see cref="ArgumentException"/>s instead.</summary>
public abstract class AlphaKitException : Exception
{
    /// <summary>Creates the exception with a message that names what failed, where, and what would be right.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    protected AlphaKitException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
