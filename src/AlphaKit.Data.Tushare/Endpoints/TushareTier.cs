namespace AlphaKit.Data.Tushare;

/// <summary>An access level of an account.</summary>
/// <param name="Points">Points from which it holds (积分).</param>
/// <param name="CallsPerMinute">Calls per minute and interface.</param>
/// <param name="CallsPerDay">Calls per day and interface; 0 without a cap.</param>
public sealed record TushareTier(int Points, int CallsPerMinute, int CallsPerDay);
