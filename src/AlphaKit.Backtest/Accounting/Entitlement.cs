namespace AlphaKit.Backtest;

/// <summary>What was held of a share at the close of a record date: the lots and their shares then.</summary>
internal sealed class Entitlement(CorporateAction action, int column, List<(Lot Lot, long Shares)> lots)
{
    public CorporateAction Action { get; } = action;

    public int Column { get; } = column;

    public IReadOnlyList<(Lot Lot, long Shares)> Lots { get; } = lots;

    public long Shares { get; } = lots.Sum(l => l.Shares);
}
