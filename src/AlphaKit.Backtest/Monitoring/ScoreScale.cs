namespace AlphaKit.Backtest;

/// <summary>What the scores of a model are.</summary>
public enum ScoreScale
{
    /// <summary>An order of shares; their size says nothing.</summary>
    Ranks = 0,

    /// <summary>Forecasts in units of the label, for example returns: their calibration is watched.</summary>
    Forecasts = 1,
}
