namespace AlphaKit;

/// <summary>
/// A Shenwan 2021 level-1 industry 申万一级行业: 31 of them. Panels carry <see cref="Ordinal"/> under <see cref="Field.Industry"/>;
/// a missing value there means unclassified.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class Industry
{
    private Industry(int ordinal, int industryCode, int indexNumber, string name, string chinese)
    {
        Ordinal = ordinal;
        IndustryCode = industryCode;
        Index = Symbol.From(indexNumber, Exchange.Shenwan);
        Name = name;
        Chinese = chinese;
    }

    /// <summary>All industries, ordered by industry code; the position is <see cref="Ordinal"/>.</summary>
    public static IReadOnlyList<Industry> All { get; } =
    [
        new(0, 110000, 801010, "Agriculture", "农林牧渔"),
        new(1, 220000, 801030, "Chemicals", "基础化工"),
        new(2, 230000, 801040, "Steel", "钢铁"),
        new(3, 240000, 801050, "Nonferrous metals", "有色金属"),
        new(4, 270000, 801080, "Electronics", "电子"),
        new(5, 280000, 801880, "Automobiles", "汽车"),
        new(6, 330000, 801110, "Home appliances", "家用电器"),
        new(7, 340000, 801120, "Food and beverage", "食品饮料"),
        new(8, 350000, 801130, "Textiles and apparel", "纺织服饰"),
        new(9, 360000, 801140, "Light manufacturing", "轻工制造"),
        new(10, 370000, 801150, "Pharmaceuticals", "医药生物"),
        new(11, 410000, 801160, "Utilities", "公用事业"),
        new(12, 420000, 801170, "Transportation", "交通运输"),
        new(13, 430000, 801180, "Real estate", "房地产"),
        new(14, 450000, 801200, "Retail", "商贸零售"),
        new(15, 460000, 801210, "Consumer services", "社会服务"),
        new(16, 480000, 801780, "Banks", "银行"),
        new(17, 490000, 801790, "Non-bank financials", "非银金融"),
        new(18, 510000, 801230, "Conglomerates", "综合"),
        new(19, 610000, 801710, "Building materials", "建筑材料"),
        new(20, 620000, 801720, "Construction", "建筑装饰"),
        new(21, 630000, 801730, "Power equipment", "电力设备"),
        new(22, 640000, 801890, "Machinery", "机械设备"),
        new(23, 650000, 801740, "Defence", "国防军工"),
        new(24, 710000, 801750, "Computers", "计算机"),
        new(25, 720000, 801760, "Media", "传媒"),
        new(26, 730000, 801770, "Communications", "通信"),
        new(27, 740000, 801950, "Coal", "煤炭"),
        new(28, 750000, 801960, "Petroleum and petrochemicals", "石油石化"),
        new(29, 760000, 801970, "Environmental protection", "环保"),
        new(30, 770000, 801980, "Beauty care", "美容护理"),
    ];

    /// <summary>Position in <see cref="All"/>, 0 to 30.</summary>
    public int Ordinal { get; }

    /// <summary>Shenwan industry code, for example 480000.</summary>
    public int IndustryCode { get; }

    /// <summary>The industry's index, for example 801780.SI.</summary>
    public Symbol Index { get; }

    /// <summary>English name.</summary>
    public string Name { get; }

    /// <summary>Chinese name.</summary>
    public string Chinese { get; }

    /// <summary>The industry whose index is <paramref name="index"/>, or null.</summary>
    /// <param name="index">For example 801780.SI.</param>
    public static Industry? FromIndex(Symbol index)
    {
        foreach (Industry industry in All)
        {
            if (industry.Index == index) return industry;
        }

        return null;
    }

    /// <summary>Name and index code.</summary>
    public override string ToString() => $"{Name} {Chinese} ({Index})";
}
