namespace AlphaKit.Data.Simulation;

/// <summary>What is fixed about a share from its first day.</summary>
internal sealed record StockProfile(
    int Id,
    Symbol Symbol,
    DateOnly Listed,
    bool IsNew,
    int Industry,
    double Beta,
    double Volatility,
    double BaseTurnover,
    double MarketValue,
    int PriceCents,
    double PriceToBook,
    double FreeRatio,
    double FirstDayJump,
    bool Marginable,
    bool Northbound)
{
    public string Name => NameOf(Id);

    /// <summary>Total shares at the start, whole shares.</summary>
    public double InitialShares => Math.Round(MarketValue / (PriceCents / 100.0) / 1e4) * 1e4;

    /// <summary>Share of all shares that is tradable: new listings unlock after one and three years.</summary>
    public double FloatRatio(DateOnly date)
    {
        if (!IsNew) return Math.Min(1, FreeRatio * 1.5);
        if (date >= Listed.AddYears(3)) return Math.Min(1, FreeRatio * 1.5);
        return date >= Listed.AddYears(1) ? FreeRatio : FreeRatio * 0.5;
    }

    public double FreeFloatRatio(DateOnly date) => Math.Min(FreeRatio, FloatRatio(date));

    /// <summary>An invented two-part name, one per share.</summary>
    public static string NameOf(int id)
    {
        const string First = "安宝博晨大德东方丰富光广海航恒宏华汇吉嘉金景君凯康科兰利联隆美明宁鹏启瑞润盛顺泰天通万祥新兴永宇元远云泽正中卓";
        const string Second = "业源达信成和昌发荣辉创升腾峰益合泉林石江山川河湖";
        const string Third = "股份科技集团材料医药电子能源实业";
        int third = id % (Third.Length / 2);
        int rest = id / (Third.Length / 2);
        return $"{First[rest % First.Length]}{Second[rest / First.Length % Second.Length]}{Third.AsSpan(third * 2, 2)}{(rest / First.Length / Second.Length is > 0 and int n ? n : "")}";
    }
}
