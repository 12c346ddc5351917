using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace AlphaKit.Models;

/// <summary>
/// The tokenizer of BERT (Devlin et al. 2019; Wu et al. 2016): text is split at blanks, at punctuation and around every Chinese character, then each word
/// into the longest pieces that the vocabulary has, from the left; pieces inside a word begin with ##. A word that cannot be split is [UNK].
/// <code>
/// "Unaffable 5%"  →  un ##aff ##able 5 %          "宁德时代上调"  →  宁 德 时 代 上 调
/// </code>
/// </summary>
/// <remarks>
/// Nothing in a text is a special token: "[SEP]" inside a text is three tokens of punctuation and a word. Control characters are dropped. Letters are
/// lowered one by one, without regard to language. Accents of Latin, Greek and Cyrillic letters, of kana and of mathematical signs are dropped, and all
/// marks that stand by themselves; accented letters of other scripts and CJK compatibility characters stay as they are.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class WordPieceTokenizer
{
    private const string Inside = "##";

    private readonly string[] _tokens;
    private readonly FrozenDictionary<string, int> _idOf;
    private readonly int _begin;
    private readonly int _end;
    private readonly int _unknown;

    /// <summary>Makes a tokenizer.</summary>
    /// <param name="vocabulary">The tokens; the position is the id.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    /// <exception cref="VocabularyException">A token is empty or comes twice, or [PAD], [UNK], [CLS] or [SEP] is missing.</exception>
    public WordPieceTokenizer(IReadOnlyList<string> vocabulary, WordPieceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        Options = options ?? new WordPieceOptions();
        _tokens = [.. vocabulary];
        Dictionary<string, int> idOf = new(StringComparer.Ordinal);
        for (int i = 0; i < _tokens.Length; i++)
        {
            if (string.IsNullOrEmpty(_tokens[i])) throw new VocabularyException(i + 1, "the token is empty");
            if (!idOf.TryAdd(_tokens[i], i)) throw new VocabularyException(i + 1, string.Create(CultureInfo.InvariantCulture, $"'{_tokens[i]}' stands in line {idOf[_tokens[i]] + 1} already"));
        }

        _idOf = idOf.ToFrozenDictionary(StringComparer.Ordinal);
        (Padding, _unknown, _begin, _end) = (Special("[PAD]"), Special("[UNK]"), Special("[CLS]"), Special("[SEP]"));
    }

    /// <summary>How it works.</summary>
    public WordPieceOptions Options { get; }

    /// <summary>How many tokens the vocabulary has.</summary>
    public int Count => _tokens.Length;

    /// <summary>The id of [PAD].</summary>
    public int Padding { get; }

    /// <summary>Reads a vocabulary of one token a line (vocab.txt).</summary>
    /// <param name="stream">UTF-8 text.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    /// <exception cref="VocabularyException">A token is empty or comes twice, or a special one is missing.</exception>
    public static WordPieceTokenizer Read(Stream stream, WordPieceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using StreamReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        string[] lines = reader.ReadToEnd().Split('\n');
        if (lines[^1].Length == 0) lines = lines[..^1];
        return new WordPieceTokenizer([.. lines.Select(l => l.TrimEnd('\r'))], options);
    }

    /// <summary>The token of an id.</summary>
    /// <param name="id">0 to <see cref="Count"/> − 1.</param>
    public string Token(int id)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(id);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, _tokens.Length);
        return _tokens[id];
    }

    /// <summary>The tokens of a text, without [CLS] and [SEP], however many.</summary>
    /// <param name="text">The text.</param>
    public IReadOnlyList<string> Tokenize(string text) => [.. Ids(text).Select(i => _tokens[i])];

    /// <summary>The ids of a text between [CLS] and [SEP], at most <see cref="WordPieceOptions.MostTokens"/>.</summary>
    /// <param name="text">The text.</param>
    public TokenizedText Encode(string text)
    {
        List<int> ids = Ids(text);
        int[] all = [_begin, .. ids.Take(Options.MostTokens - 2), _end];
        return new TokenizedText(all, new int[all.Length]);
    }

    /// <summary>The ids of two texts, each followed by [SEP]; while there are too many, the longer one loses its last.</summary>
    /// <param name="text">The first text.</param>
    /// <param name="second">The second text.</param>
    public TokenizedText Encode(string text, string second)
    {
        List<int> a = Ids(text), b = Ids(second);
        while (a.Count + b.Count > Options.MostTokens - 3)
        {
            List<int> longer = b.Count >= a.Count ? b : a;
            longer.RemoveAt(longer.Count - 1);
        }

        return new TokenizedText([_begin, .. a, _end, .. b, _end], [.. Enumerable.Repeat(0, a.Count + 2), .. Enumerable.Repeat(1, b.Count + 1)]);
    }

    private int Special(string token) => _idOf.TryGetValue(token, out int id) ? id : throw new VocabularyException(0, $"has no {token}");

    private List<int> Ids(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int> ids = [];
        foreach (string word in Words(text)) Split(word, ids);
        return ids;
    }

    /// <summary>Words between blanks, single characters of punctuation and Chinese.</summary>
    private IEnumerable<string> Words(string text)
    {
        StringBuilder word = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsBlank(rune))
            {
                if (word.Length > 0) yield return Take();
                continue;
            }

            if (rune.Value is 0 or 0xFFFD || IsControl(rune)) continue;
            if (IsChinese(rune.Value))
            {
                if (word.Length > 0) yield return Take();
                yield return rune.ToString();
                continue;
            }

            // Accents first, then punctuation: what is left of ≠ is =, which splits a word.
            StringBuilder plain = new();
            if (Options.Case == WordPieceCase.Lower) Accents.Append(plain, Lower(rune));
            else plain.Append(rune.ToString());
            foreach (Rune part in plain.ToString().EnumerateRunes())
            {
                if (!IsPunctuation(part))
                {
                    word.Append(part.ToString());
                    continue;
                }

                if (word.Length > 0) yield return Take();
                yield return part.ToString();
            }
        }

        if (word.Length > 0) yield return Take();

        string Take()
        {
            string taken = word.ToString();
            word.Clear();
            return taken;
        }
    }

    /// <summary>The longest piece that the vocabulary has, then the longest of the rest, and so on; [UNK] if one is missing.</summary>
    private void Split(string word, List<int> ids)
    {
        int before = ids.Count, from = 0;
        if (word.EnumerateRunes().Count() > Options.MostCharacters)
        {
            ids.Add(_unknown);
            return;
        }

        while (from < word.Length)
        {
            int to = word.Length, id = -1;
            for (; to > from; to -= to - from >= 2 && char.IsSurrogatePair(word, to - 2) ? 2 : 1)
            {
                if (_idOf.TryGetValue(from == 0 ? word[..to] : Inside + word[from..to], out id)) break;
                id = -1;
            }

            if (id < 0)
            {
                ids.RemoveRange(before, ids.Count - before);
                ids.Add(_unknown);
                return;
            }

            ids.Add(id);
            from = to;
        }
    }

    /// <summary>Lower case; the Turkish İ is i, for its dot is an accent.</summary>
    private static Rune Lower(Rune rune) => rune.Value == 0x130 ? new Rune('i') : Rune.ToLowerInvariant(rune);

    private static bool IsBlank(Rune rune) => rune.Value is ' ' or '\t' or '\n' or '\r' 
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsControl(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;

    private static bool IsPunctuation(Rune rune) => rune.Value is (>= 33 and <= 47) or (>= 58 and <= 64) or (>= 91 and <= 96) or (>= 123 and <= 126)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;

    private static bool IsChinese(int code) => code is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B73F)
        or (>= 0x2B740 and <= 0x2B81F) or (>= 0x2B820 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);
}
