namespace AlphaKit.Factors;

/// <summary>
/// Where a stage keeps what lives from day to day, in floats per column of a tile: first the slots that have a history, each with room for some
/// rows more, so that a day's results are written behind the last and nothing moves; then the state of the kernels.
/// </summary>
internal sealed class LiveLayout
{
    public LiveLayout(Stage stage, int room)
    {
        Start = new int[stage.SlotHistory.Count];
        int next = 0;
        for (int s = 0; s < Start.Length; s++)
        {
            Start[s] = stage.SlotHistory[s] == 0 ? -1 : next;
            if (Start[s] >= 0) next = checked(next + stage.SlotHistory[s] + room);
        }

        State = next;
        PerColumn = checked(next + (2 * stage.State));
    }

    /// <summary>Where each slot's oldest row lies; −1 for slots without history, which are not kept.</summary>
    public int[] Start { get; }

    /// <summary>Where the kernels' state lies.</summary>
    public int State { get; }

    public int PerColumn { get; }
}
