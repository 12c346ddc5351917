namespace AlphaKit.Models;

/// <summary>What a <see cref="WordPieceTokenizer"/> does to letters.</summary>
public enum WordPieceCase
{
    /// <summary>Lower case without accents: vocabularies called uncased, and the Chinese one.</summary>
    Lower = 0,

    /// <summary>As they are: vocabularies called cased.</summary>
    Keep = 1,
}
