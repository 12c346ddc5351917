namespace AlphaKit;

/// <summary>What the digits of a code mean on each exchange (SZSE code table; SSE and BSE practice).</summary>
internal static class SymbolCodes
{
    public static string SuffixOf(Exchange exchange) => exchange switch
    {
        Exchange.Shanghai => "SH",
        Exchange.Shenzhen => "SZ",
        Exchange.Beijing => "BJ",
        Exchange.Csi => "CSI",
        Exchange.Shenwan => "SI",
        _ => "",
    };

    public static Exchange ExchangeOf(ReadOnlySpan<char> suffix)
    {
        if (suffix.Equals("SH", StringComparison.OrdinalIgnoreCase)) return Exchange.Shanghai;
        if (suffix.Equals("SZ", StringComparison.OrdinalIgnoreCase)) return Exchange.Shenzhen;
        if (suffix.Equals("BJ", StringComparison.OrdinalIgnoreCase)) return Exchange.Beijing;
        if (suffix.Equals("CSI", StringComparison.OrdinalIgnoreCase)) return Exchange.Csi;
        return suffix.Equals("SI", StringComparison.OrdinalIgnoreCase) ? Exchange.Shenwan : Exchange.None;
    }

    public static Board BoardOf(int number, Exchange exchange)
    {
        int prefix = number / 1000;
        return exchange switch
        {
            Exchange.Shanghai => prefix switch
            {
                600 or 601 or 603 or 605 => Board.Main,
                688 or 689 => Board.Star,
                900 => Board.BShare,
                _ => Board.None,
            },
            Exchange.Shenzhen => prefix switch
            {
                >= 0 and <= 4 => Board.Main,
                >= 300 and <= 309 => Board.ChiNext,
                200 => Board.BShare,
                _ => Board.None,
            },
            Exchange.Beijing => (number / 10_000) switch
            {
                92 or 43 or 82 or 83 or 87 => Board.Beijing,
                88 => Board.Beijing,
                _ => Board.None,
            },
            _ => Board.None,
        };
    }

    public static InstrumentKind KindOf(int number, Exchange exchange)
    {
        Board board = BoardOf(number, exchange);
        if (board == Board.BShare) return InstrumentKind.BShare;
        if (board != Board.None) return InstrumentKind.Stock;
        int two = number / 10_000;
        return exchange switch
        {
            Exchange.Csi or Exchange.Shenwan => InstrumentKind.Index,
            Exchange.Shanghai when two <= 0 => InstrumentKind.Index,
            Exchange.Shanghai when two is >= 50 and <= 59 => InstrumentKind.Fund,
            Exchange.Shanghai when two == 11 => InstrumentKind.ConvertibleBond,
            Exchange.Shenzhen when two == 39 => InstrumentKind.Index,
            Exchange.Shenzhen when two is 15 or 16 or 18 => InstrumentKind.Fund,
            Exchange.Shenzhen when two == 12 => InstrumentKind.ConvertibleBond,
            Exchange.Beijing when number / 1000 == 899 => InstrumentKind.Index,
            _ => InstrumentKind.Other,
        };
    }
}
