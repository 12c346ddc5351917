namespace AlphaKit.Data.Simulation;

/// <summary>Asks the rulebook for the limits of a simulated stock-day, in whole cents.</summary>
internal static class LimitRule
{
    /// <summary>Upper and lower limit of the day; null for a day without limits.</summary>
    /// <param name="profile">The share.</param>
    /// <param name="date">The trading day.</param>
    /// <param name="isSt">Special treatment.</param>
    /// <param name="dayNumber">1 on the listing day, 2 on the next trading day; <see cref="int.MaxValue"/> for a share listed before the span.</param>
    /// <param name="delistingDay">1 on the first day of the delisting period; 0 outside.</param>
    /// <param name="reference">Reference close, or the issue price on the listing day.</param>
    public static (int Up, int Down)? Of(StockProfile profile, DateOnly date, bool isSt, int dayNumber, int delistingDay, int reference)
    {
        bool young = profile.IsNew && dayNumber <= 30;
        SecurityState state = new(
            IsSt: isSt,
            TradingDaysSinceListing: young ? dayNumber : 0,
            ListedOn: young ? profile.Listed : null,
            IssuePrice: young ? profile.PriceCents / 100m : null,
            SpecialDay: delistingDay == 1 ? SpecialDay.DelistingPeriodFirstDay : SpecialDay.None);
        LimitPrices prices = Rulebook.AShare.LimitPricesOn(profile.Symbol, date, reference / 100m, state);
        return prices is { Up: { } up, Down: { } down } ? (Cents(up), Cents(down)) : null;
    }

    private static int Cents(decimal price) => (int)(price * 100);
}
