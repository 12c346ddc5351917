namespace AlphaKit.Data.Tushare;

/// <summary>What is left of the quota of an interface.</summary>
/// <param name="Api">The interface.</param>
/// <param name="PerMinute">Calls per minute that are used at most.</param>
/// <param name="LeftThisMinute">Of them, still free.</param>
/// <param name="PerDay">Calls per day that are used at most; 0 without a cap.</param>
/// <param name="LeftToday">Of them, still free; 0 without a cap.</param>
/// <param name="IsLearned">True if the service stated the limit, false if it follows from the options.</param>
public sealed record TushareQuota(string Api, int PerMinute, int LeftThisMinute, int PerDay, int LeftToday, bool IsLearned);
