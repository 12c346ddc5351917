namespace AlphaKit.Backtest;

/// <summary>
/// A password, token or key. It is read from the environment or from a file, never from options, and shows itself nowhere: its text is "***".
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class Secret
{
    private readonly string _value;

    private Secret(string value) => _value = value;

    /// <summary>Reads an environment variable.</summary>
    /// <param name="variable">Its name.</param>
    /// <exception cref="SecretNotFoundException">It is not set or empty.</exception>
    public static Secret FromEnvironment(string variable)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(variable);
        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? new Secret(value) : throw new SecretNotFoundException($"the environment variable {variable}");
    }

    /// <summary>Reads a file, whose line break at the end is left out.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SecretNotFoundException">It is not there or empty.</exception>
    public static Secret FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string value = File.Exists(path) ? File.ReadAllText(path).TrimEnd('\r', '\n') : "";
        return value.Length > 0 ? new Secret(value) : throw new SecretNotFoundException($"the file {path}");
    }

    /// <summary>Three stars.</summary>
    public override string ToString() => "***";

    /// <summary>The secret itself, for the moment of its use.</summary>
    internal string Reveal() => _value;
}
