namespace AlphaKit.Data.Tushare;

/// <summary>The service refused a question for a reason that asking again does not cure: wrong parameters, an unknown interface, too many addresses.</summary>
public sealed class TushareServiceException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="api">The interface.</param>
    /// <param name="code">The service's code.</param>
    /// <param name="serverMessage">What the service answered.</param>
    /// <param name="parameters">What was asked, without the token.</param>
    public TushareServiceException(string api, int code, string serverMessage, string parameters)
        : base(FormattableString.Invariant($"{api}({parameters}): the service answers {code}: {serverMessage}"))
    {
        Api = api;
        Code = code;
        ServerMessage = serverMessage;
        Parameters = parameters;
    }

    /// <summary>The interface.</summary>
    public string Api { get; }

    /// <summary>The service's code.</summary>
    public int Code { get; }

    /// <summary>What the service answered.</summary>
    public string ServerMessage { get; }

    /// <summary>What was asked, without the token.</summary>
    public string Parameters { get; }
}
