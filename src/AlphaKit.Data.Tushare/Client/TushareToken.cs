using System.Security.Cryptography;
using System.Text;

namespace AlphaKit.Data.Tushare;

/// <summary>A Tushare token that does not show: it prints as stars, has no readable property, and leaves the process only inside a request body.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class TushareToken
{
    /// <summary>The environment variable that <see cref="FromEnvironment"/> reads.</summary>
    public const string EnvironmentVariable = "TUSHARE_TOKEN";

    private readonly string _value;

    /// <summary>Wraps a token.</summary>
    /// <param name="value">The token; blanks around it are taken off.</param>
    /// <exception cref="TushareTokenException">It is empty, or holds blanks or control characters.</exception>
    public TushareToken(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Trim();
        if (_value.Length == 0) throw new TushareTokenException("it is empty. Copy it from the account page of tushare.pro.");
        foreach (char c in _value)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c)) throw new TushareTokenException("it holds a blank or a control character. Copy it again from the account page of tushare.pro.");
        }

        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("alphakit/tushare/" + _value)).AsSpan(0, 8));
    }

    /// <summary>Sixteen hexadecimal digits that tell accounts apart and do not lead back to the token.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads the token from <see cref="EnvironmentVariable"/>.</summary>
    /// <exception cref="TushareTokenException">The variable is not set.</exception>
    public static TushareToken FromEnvironment() =>
        Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } value
            ? new TushareToken(value)
            : throw new TushareTokenException($"set {EnvironmentVariable}, or give it in the options.");

    /// <summary>The token for the request body.</summary>
    internal string Reveal() => _value;

    /// <summary>Takes the token out of a text that a server wrote.</summary>
    internal string Scrub(string text) => text.Replace(_value, "***", StringComparison.OrdinalIgnoreCase);

    /// <summary>Stars.</summary>
    public override string ToString() => "***";
}
