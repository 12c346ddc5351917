namespace AlphaKit;

/// <summary>One published version of one statement. A restatement is a further version with a later announcement.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Kind">Which statement.</param>
/// <param name="PeriodEnd">Last day of the reported period; values are cumulative since the start of the year (balance sheet: as of that day).</param>
/// <param name="FirstAnnounced">Day of the first publication for the period.</param>
/// <param name="Announced">Day on which this version became public.</param>
/// <param name="Items">Line items in CNY (indicators in their own unit) under Tushare's names, for example <c>n_income_attr_p</c>.</param>
public sealed record FinancialStatement(
    Symbol Symbol,
    StatementKind Kind,
    DateOnly PeriodEnd,
    DateOnly FirstAnnounced,
    DateOnly Announced,
    IReadOnlyDictionary<string, double> Items);
