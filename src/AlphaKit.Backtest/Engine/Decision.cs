namespace AlphaKit.Backtest;

/// <summary>What is to be dealt on the next day: weights by column, or orders.</summary>
internal sealed class Decision
{
    /// <summary>Row of the decision.</summary>
    public required int Row { get; init; }

    /// <summary>Net asset value then.</summary>
    public required long NetAssetValue { get; init; }

    /// <summary>Columns wanted, ascending, with their weights.</summary>
    public int[] Columns { get; init; } = [];

    public double[] Weights { get; init; } = [];

    /// <summary>Sum of the weights.</summary>
    public double Invested { get; init; }

    /// <summary>Σ|wanted − drifted weight|.</summary>
    public double PlannedTurnover { get; set; }

    /// <summary>Why nothing is dealt; null if something is.</summary>
    public string? KeepReason { get; init; }

    /// <summary>The orders; null for weights.</summary>
    public List<Order>? Orders { get; init; }
}
