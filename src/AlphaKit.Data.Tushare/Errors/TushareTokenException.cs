namespace AlphaKit.Data.Tushare;

/// <summary>There is no token, or the service refuses the one that there is. The token itself is never part of the message.</summary>
public sealed class TushareTokenException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">What is wrong and what would be right.</param>
    public TushareTokenException(string reason)
        : base($"Tushare token: {reason}")
    {
    }
}
