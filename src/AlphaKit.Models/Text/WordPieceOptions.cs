namespace AlphaKit.Models;

/// <summary>How a <see cref="WordPieceTokenizer"/> works.</summary>
public sealed record WordPieceOptions
{
    /// <summary>What is done to letters; must be what the vocabulary was made with.</summary>
    /// <value>The default is <see cref="WordPieceCase.Lower"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public WordPieceCase Case
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Case), value, "Must be a named policy.");
    }

    /// <summary>Most tokens of a text, [CLS] and [SEP] included; what is longer is cut at its end.</summary>
    /// <value>3 or more. The default is 512.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 3.</exception>
    public int MostTokens
    {
        get;
        init => field = value >= 3 ? value : throw new ArgumentOutOfRangeException(nameof(MostTokens), value, "Must be 3 or more.");
    } = 512;

    /// <summary>A longer word, in characters, is [UNK].</summary>
    /// <value>1 or more. The default is 100.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MostCharacters
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MostCharacters), value, "Must be 1 or more.");
    } = 100;
}
