namespace AlphaKit.Backtest;

/// <summary>Asks a target source before every day of the schedule.</summary>
internal sealed class TargetDoor(ITargetSource source) : FrontDoor
{
    public override string Name => source.Name;

    public override IReadOnlyList<Field> RequiredFields => source.RequiredFields;

    public override Universe Universe => source.Universe;

    public override Decision? Decide(Simulation run, int row)
    {
        MarketFrame frame = run.Frame;
        if (!run.Options.Schedule.DealsOn(frame.Calendar, row + 1, frame.First)) return null;
        DateOnly today = frame.Calendar[row], tomorrow = frame.Calendar[row + 1];
        Clock clock = run.Options.DecisionClock;
        TargetWeights target = source.Decide(new DecisionContext(today, tomorrow, clock, frame.Past.AsKnownAt(today, clock), run.CurrentHoldings(row + 1)))
            ?? throw new InvalidOperationException($"'{source.Name}' returned no target on {today:yyyy-MM-dd}; return TargetWeights.Keep to keep the holdings.");
        IReadOnlyList<KeyValuePair<Symbol, double>> items = target.Items;
        int[] columns = new int[items.Count];
        double[] weights = new double[items.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = ColumnOf(frame, items[i].Key, today);
            weights[i] = items[i].Value;
        }

        return new Decision
        {
            Row = row, NetAssetValue = run.Ledger.NetAssetValue, Columns = columns, Weights = weights, Invested = target.Invested, KeepReason = target.KeepReason,
            PlannedTurnover = target.KeepReason is null ? run.PlannedTurnover(columns, weights) : 0,
        };
    }
}
