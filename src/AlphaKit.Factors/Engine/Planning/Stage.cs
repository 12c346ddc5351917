namespace AlphaKit.Factors;

/// <summary>What can be computed tile by tile until the next cross-section, and the cross-sections that follow.</summary>
internal sealed class Stage
{
    public List<Step> Steps { get; } = [];

    /// <summary>Rows of history in front of each slot.</summary>
    public List<int> SlotHistory { get; } = [];

    /// <summary>Doubles per column that the kernels keep.</summary>
    public int State { get; set; }

    public List<CrossStep> Crosses { get; } = [];

    /// <summary>Floats per column that live from chunk to chunk: the history of the slots and the state of the kernels.</summary>
    public int KeptPerColumn => SlotHistory.Sum() + (2 * State);
}
