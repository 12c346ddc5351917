namespace AlphaKit.Data.Tushare;

/// <summary>How a span of an interface is cut into questions.</summary>
/// <param name="Rule">By what.</param>
/// <param name="Parameter">Name of the parameter that carries the day, the code or the period; empty for <see cref="TushareSliceRule.Whole"/> and <see cref="TushareSliceRule.Range"/>.</param>
/// <param name="FromParameter">Name of the parameter of the first day; empty where the interface takes no span.</param>
/// <param name="ToParameter">Name of the parameter of the last day; empty where the interface takes no span.</param>
/// <param name="SpanDays">Most calendar days of one question; 0 where the interface takes no span.</param>
/// <param name="Variants">Parameters that are asked once for each of their values.</param>
public sealed record TushareSlicing(
    TushareSliceRule Rule,
    string Parameter,
    string FromParameter,
    string ToParameter,
    int SpanDays,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Variants);
