namespace AlphaKit.Data.Simulation;

/// <summary>One quarter of one company; amounts in CNY, single quarter and cumulative from January.</summary>
internal sealed record Statement(
    DateOnly PeriodEnd,
    DateOnly Announced,
    double Revenue,
    double NetIncome,
    double CumulativeRevenue,
    double CumulativeIncome,
    double Equity,
    double Assets,
    double CashRatio,
    DateOnly? Restated,
    double Correction)
{
    public int Quarter => PeriodEnd.Month / 3;

    public double IncomeKnown(DateOnly day) => Restated is { } restated && restated < day ? CumulativeIncome * (1 + Correction) : CumulativeIncome;
}

/// <summary>One cash dividend and share issue to holders; per old share.</summary>
internal sealed record Payout(DateOnly Year, DateOnly Proposed, DateOnly Implemented, DateOnly Record, DateOnly Ex, double Cash, double Bonus, double Transfer)
{
    public double NewShares => Bonus + Transfer;
}

/// <summary>One published earnings forecast.</summary>
internal sealed record Guidance(DateOnly PeriodEnd, DateOnly Announced, double Low, double High, double Previous);

/// <summary>An interval of special treatment or of the delisting period.</summary>
internal sealed record Treatment(DateOnly Start, DateOnly End, string Prefix, string Reason);
