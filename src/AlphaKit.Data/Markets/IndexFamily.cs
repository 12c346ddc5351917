namespace AlphaKit.Data;

/// <summary>Indices with a fixed number of members, and the second code that some of them have in Shenzhen.</summary>
internal static class IndexFamily
{
    /// <summary>How many members the index has by its rules; 0 where it is not fixed or not known.</summary>
    public static int MemberCount(Symbol index) => index.ToString() switch
    {
        "000300.SH" or "399300.SZ" => 300,
        "000905.SH" or "399905.SZ" => 500,
        "000906.SH" or "399906.SZ" => 800,
        "000852.SH" or "399852.SZ" => 1000,
        "000016.SH" => 50,
        "000010.SH" => 180,
        "000688.SH" => 50,
        "399006.SZ" => 100,
        _ => 0,
    };

    /// <summary>The same index under its other code: CSI 300, 500, 800 and 1000 are quoted on both exchanges.</summary>
    public static Symbol? Twin(Symbol index)
    {
        if (index.Number is 300 or 905 or 906 or 852 && index.Exchange == Exchange.Shanghai) return Symbol.From(399_000 + index.Number, Exchange.Shenzhen);
        if (index.Number is 399_300 or 399_905 or 399_906 or 399_852 && index.Exchange == Exchange.Shenzhen) return Symbol.From(index.Number - 399_000, Exchange.Shanghai);
        return null;
    }
}
