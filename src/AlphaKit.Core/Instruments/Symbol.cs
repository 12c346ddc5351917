using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AlphaKit;

/// <summary>
/// One instrument or index, written as Tushare writes it: six digits and a suffix, <c>600000.SH</c>.
/// Ordered by digits, then by suffix; the same digits under two suffixes are two instruments (000001.SH is an index, 000001.SZ a bank).
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public readonly record struct Symbol : IComparable<Symbol>, ISpanParsable<Symbol>
{
    private readonly int _packed; // number * 8 + exchange; 0 is the unset symbol

    private Symbol(int number, Exchange exchange) => _packed = (number * 8) + (int)exchange;

    /// <summary>The six digits as a number, 0 to 999999.</summary>
    public int Number => _packed >> 3;

    /// <summary>Where it is listed.</summary>
    public Exchange Exchange => (Exchange)(_packed & 7);

    /// <summary>True for the default value, which names nothing.</summary>
    public bool IsNone => _packed == 0;

    /// <summary>The six digits as text.</summary>
    public string Code => Number.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The board, from the code; <see cref="AlphaKit.Board.None"/> for what is not a share.</summary>
    public Board Board => SymbolCodes.BoardOf(Number, Exchange);

    /// <summary>What the code names.</summary>
    public InstrumentKind Kind => SymbolCodes.KindOf(Number, Exchange);

    /// <summary>Makes a symbol from its parts.</summary>
    /// <param name="number">The six digits as a number, 0 to 999999.</param>
    /// <param name="exchange">Where it is listed; not <see cref="AlphaKit.Exchange.None"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is outside its range.</exception>
    public static Symbol From(int number, Exchange exchange)
    {
        if (number is < 0 or > 999_999) throw new ArgumentOutOfRangeException(nameof(number), number, "Must be 0 to 999999.");
        if (exchange is <= Exchange.None or > Exchange.Shenwan) throw new ArgumentOutOfRangeException(nameof(exchange), exchange, "Must be a listed exchange.");
        return new Symbol(number, exchange);
    }

    /// <summary>Reads <c>600000.SH</c> (suffix in any case).</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is not six digits, a dot and one of SH, SZ, BJ, CSI, SI.</exception>
    public static Symbol Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <summary>Reads <c>600000.SH</c> (suffix in any case).</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is not six digits, a dot and one of SH, SZ, BJ, CSI, SI.</exception>
    public static Symbol Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out Symbol symbol)
            ? symbol
            : throw new FormatException($"'{text}' is not a symbol: six digits, a dot and SH, SZ, BJ, CSI or SI are expected, as in 600000.SH.");

    /// <summary>Reads <c>600000.SH</c> without throwing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="symbol">The symbol read.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Symbol symbol) => TryParse(text.AsSpan(), out symbol);

    /// <summary>Reads <c>600000.SH</c> without throwing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="symbol">The symbol read.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out Symbol symbol)
    {
        symbol = default;
        if (text.Length is < 9 or > 10 || text[6] != '.') return false;
        int number = 0;
        for (int i = 0; i < 6; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return false;
            number = (number * 10) + (text[i] - '0');
        }

        Exchange exchange = SymbolCodes.ExchangeOf(text[7..]);
        if (exchange == Exchange.None) return false;
        symbol = new Symbol(number, exchange);
        return true;
    }

    /// <summary>Reads a UTF-8 <c>600000.SH</c> without throwing and without allocating.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="symbol">The symbol read.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out Symbol symbol)
    {
        symbol = default;
        if (utf8.Length is < 9 or > 10) return false;
        Span<char> chars = stackalloc char[utf8.Length];
        for (int i = 0; i < utf8.Length; i++) chars[i] = (char)utf8[i];
        return TryParse(chars, out symbol);
    }

    // The culture plays no part, so the overloads that ask for one are reached through the interface only.
    static Symbol IParsable<Symbol>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static Symbol ISpanParsable<Symbol>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Symbol>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Symbol result) => TryParse(s, out result);

    static bool ISpanParsable<Symbol>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Symbol result) => TryParse(s, out result);

    /// <summary>Orders by digits, then by suffix.</summary>
    /// <param name="other">The other symbol.</param>
    public int CompareTo(Symbol other)
    {
        int byNumber = Number.CompareTo(other.Number);
        return byNumber != 0 ? byNumber : string.CompareOrdinal(SymbolCodes.SuffixOf(Exchange), SymbolCodes.SuffixOf(other.Exchange));
    }

    /// <summary>True if <paramref name="left"/> sorts before <paramref name="right"/>.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static bool operator <(Symbol left, Symbol right) => left.CompareTo(right) < 0;

    /// <summary>True if <paramref name="left"/> sorts after <paramref name="right"/>.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static bool operator >(Symbol left, Symbol right) => left.CompareTo(right) > 0;

    /// <summary>True unless <paramref name="left"/> sorts after <paramref name="right"/>.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static bool operator <=(Symbol left, Symbol right) => left.CompareTo(right) <= 0;

    /// <summary>True unless <paramref name="left"/> sorts before <paramref name="right"/>.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static bool operator >=(Symbol left, Symbol right) => left.CompareTo(right) >= 0;

    /// <summary>The Tushare form, <c>600000.SH</c>; <c>(none)</c> for the default value.</summary>
    public override string ToString() => IsNone ? "(none)" : $"{Code}.{SymbolCodes.SuffixOf(Exchange)}";
}
