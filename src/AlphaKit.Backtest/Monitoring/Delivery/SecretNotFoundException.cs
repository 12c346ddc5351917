namespace AlphaKit.Backtest;

/// <summary>A password, token or key is not where it should be.</summary>
public sealed class SecretNotFoundException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="place">Where it was looked for, for example "the environment variable X".</param>
    public SecretNotFoundException(string place)
        : base($"There is no secret in {place}: set it there; it does not belong into options or files of a repository.") => Place = place;

    /// <summary>Where it was looked for.</summary>
    public string Place { get; }
}
