namespace AlphaKit.Data.Tushare;

/// <summary>An interface while its lines are being read.</summary>
internal sealed class EndpointDraft(string name, string meaning)
{
    public string Name => name;

    public string Meaning => meaning;

    public List<TushareColumn> Columns { get; } = [];

    /// <summary>True for a table made from a reply, which knows no key.</summary>
    public bool IsInferred { get; init; }

    public string[] Key { get; set; } = [];

    public string EventDate { get; set; } = "";

    public string[] Announced { get; set; } = [];

    public int Cap { get; set; }

    public bool CapIsDocumented { get; set; } = true;

    public int Points { get; set; }

    public string? MarketWideName { get; set; }

    public int MarketWidePoints { get; set; }

    public TushareSliceRule Rule { get; set; }

    public string Parameter { get; set; } = "";

    public string FromParameter { get; set; } = "";

    public string ToParameter { get; set; } = "";

    public int SpanDays { get; set; }

    public List<KeyValuePair<string, IReadOnlyList<string>>> Variants { get; } = [];

    public TushareReadyClock Ready { get; set; }

    public DateOnly? Since { get; set; }

    public DateOnly? Until { get; set; }

    public bool FillsEveryDay { get; set; }

    public List<TushareTier> Rates { get; } = [];
}
