namespace AlphaKit.Data.Simulation;

/// <summary>The seam to the price-limit rules, in whole cents: the only place of the simulator that knows them.</summary>
internal static class LimitRule
{
    private static readonly DateOnly s_chiNextReform = new(2020, 8, 24);
    private static readonly DateOnly s_registration = new(2023, 4, 10);
    private static readonly DateOnly s_stReform = new(2026, 7, 6);
    private static readonly DateOnly s_firstDayCap = new(2014, 1, 1);
    private static readonly DateOnly s_delistingReform = new(2020, 12, 31);

    /// <summary>Upper and lower limit of the day; null for a day without limits.</summary>
    /// <param name="board">The board.</param>
    /// <param name="date">The trading day.</param>
    /// <param name="isSt">Special treatment.</param>
    /// <param name="listed">Listing day.</param>
    /// <param name="dayNumber">1 on the listing day, 2 on the next trading day, and so on.</param>
    /// <param name="delistingDay">1 on the first day of the delisting period; 0 outside.</param>
    /// <param name="reference">Reference close, or the issue price on the listing day.</param>
    public static (int Up, int Down)? Of(Board board, DateOnly date, bool isSt, DateOnly listed, int dayNumber, int delistingDay, int reference)
    {
        if (delistingDay == 1 && date >= s_delistingReform) return null;
        if (dayNumber <= 5)
        {
            int free = board switch
            {
                Board.Beijing => 1,
                Board.Star => 5,
                Board.ChiNext => listed >= s_chiNextReform ? 5 : 1,
                _ => listed >= s_registration ? 5 : 1,
            };
            if (dayNumber <= free)
            {
                bool capped = free == 1 && board != Board.Beijing && listed >= s_firstDayCap;
                return capped ? (HalfUp(reference, 144), HalfUp(reference, 64)) : null;
            }
        }

        int percent = Percent(board, date, isSt);
        int up, down;
        if (board == Board.Beijing)
        {
            up = (int)((long)reference * (100 + percent) / 100);
            down = (int)((((long)reference * (100 - percent)) + 99) / 100);
        }
        else
        {
            up = HalfUp(reference, 100 + percent);
            down = HalfUp(reference, 100 - percent);
        }

        return (Math.Max(up, reference + 1), Math.Max(1, Math.Min(down, reference - 1)));
    }

    private static int Percent(Board board, DateOnly date, bool isSt) => board switch
    {
        Board.Beijing => 30,
        Board.Star => 20,
        Board.ChiNext when date >= s_chiNextReform => 20,
        Board.Main when date >= s_stReform => 10,
        _ => isSt ? 5 : 10,
    };

    private static int HalfUp(int cents, int percent) => (int)((((long)cents * percent) + 50) / 100);
}
