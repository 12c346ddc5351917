namespace AlphaKit.Backtest;

/// <summary>Weights known by date, resolved to columns and checked before the run.</summary>
internal sealed class WeightsDoor(WeightsByDate weights) : FrontDoor
{
    private const int Unresolved = -1;

    private WeightsByDate.Day?[] _byRow = [];
    private int[] _columnOf = [];

    public override string Name => weights.Name;

    public override IReadOnlyList<Field> RequiredFields => [];

    public override Universe Universe => weights.Universe;

    public override Schedule ScheduleOf(BacktestOptions options) => weights.Schedule;

    public override void Prepare(MarketFrame frame)
    {
        _byRow = new WeightsByDate.Day?[frame.Calendar.Count];
        _columnOf = new int[weights.Symbols.Length];
        Array.Fill(_columnOf, Unresolved);
        bool any = false;
        foreach (WeightsByDate.Day day in weights.Days)
        {
            if (!frame.Market.Contains(day.Decided)) throw new DateNotInCalendarException(day.Decided, frame.Market.First, frame.Market.Last);
            foreach (int i in day.Columns)
            {
                if (_columnOf[i] == Unresolved) _columnOf[i] = ColumnOf(frame, weights.Symbols[i], day.Decided);
            }

            int row = frame.Calendar.IndexAtOrBefore(day.Decided);
            if (day.Decided > frame.Calendar.Last || row + 1 < frame.First || row >= frame.Last) continue;
            _byRow[row] = day;
            any = true;
        }

        if (!any) throw new EmptyTargetsException(weights.Name, frame.Calendar[frame.First], frame.Calendar[frame.Last]);
    }

    public override Decision? Decide(Simulation run, int row)
    {
        if (_byRow[row] is not { } day) return null;
        int[] columns = new int[day.Columns.Length];
        for (int i = 0; i < columns.Length; i++) columns[i] = _columnOf[day.Columns[i]];
        return new Decision
        {
            Row = row, NetAssetValue = run.Ledger.NetAssetValue, Columns = columns, Weights = day.Weights, Invested = day.Invested,
            PlannedTurnover = run.PlannedTurnover(columns, day.Weights),
        };
    }
}
