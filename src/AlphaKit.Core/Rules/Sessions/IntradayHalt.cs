namespace AlphaKit;

/// <summary>An intraday halt 盘中临时停牌 of a share that trades without a limit.</summary>
/// <param name="Level">A first move of this fraction from the day's opening price, up or down, triggers it.</param>
/// <param name="Minutes">Its length in minutes.</param>
/// <param name="ResumeBy">It ends at this time at the latest.</param>
/// <param name="Source">The row that says so.</param>
public sealed record IntradayHalt(decimal Level, int Minutes, TimeOnly ResumeBy, RuleSource Source);
