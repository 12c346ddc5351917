namespace AlphaKit.Backtest;

/// <summary>Datasets that the backtest reads where a source has them, beyond those of <see cref="Datasets"/>.</summary>
public static class BacktestDatasets
{
    /// <summary>Mergers by exchange of shares; selected by the day from which the new share is held.</summary>
    public static Dataset<ShareExchange> ShareExchanges { get; } = new("share_exchanges", "Mergers by exchange of shares, by effective day.");
}
