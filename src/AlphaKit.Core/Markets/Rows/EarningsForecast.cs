namespace AlphaKit;

/// <summary>A company's own forecast of its profit (业绩预告).</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Announced">Day of the announcement.</param>
/// <param name="PeriodEnd">Last day of the period.</param>
/// <param name="Type">The vendor's word, for example 预增.</param>
/// <param name="ChangeMin">Lower bound of the profit change, fraction.</param>
/// <param name="ChangeMax">Upper bound of the profit change, fraction.</param>
/// <param name="NetProfitMin">Lower bound of net profit, CNY.</param>
/// <param name="NetProfitMax">Upper bound of net profit, CNY.</param>
public sealed record EarningsForecast(
    Symbol Symbol,
    DateOnly Announced,
    DateOnly PeriodEnd,
    string Type,
    double ChangeMin,
    double ChangeMax,
    double NetProfitMin,
    double NetProfitMax);
