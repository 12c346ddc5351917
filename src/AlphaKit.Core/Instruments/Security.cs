namespace AlphaKit;

/// <summary>The master record of one listed share (Tushare <c>stock_basic</c> of L, D and P).</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Name">Today's name; never used to decide about the past, see <see cref="Field.IsSt"/>.</param>
/// <param name="Listed">First trading day; null where the source does not tell.</param>
/// <param name="Delisted">Day of removal; null while listed.</param>
/// <param name="IssuePrice">IPO price in CNY per share; null where unknown. Caps the first day of main-board IPOs before 2023-04-10.</param>
public sealed record Security(Symbol Symbol, string Name, DateOnly? Listed, DateOnly? Delisted = null, decimal? IssuePrice = null)
{
    /// <summary>The board, from the code.</summary>
    public Board Board => Symbol.Board;

    /// <summary>True if the share was listed and not yet removed on <paramref name="date"/>; an unknown listing day counts as listed.</summary>
    /// <param name="date">The date.</param>
    public bool IsListedOn(DateOnly date) => (Listed is null || date >= Listed) && (Delisted is null || date < Delisted);
}
