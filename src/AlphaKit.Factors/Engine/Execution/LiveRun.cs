using System.Runtime.InteropServices;

namespace AlphaKit.Factors;

/// <summary>
/// A plan that goes on from day to day: histories and states stay in memory, and new rows cost what they alone cost. The results have the
/// bits of <see cref="Executor"/>, however the days are handed over. Tiles are wide, because a single row is little work for a kernel.
/// </summary>
internal sealed unsafe class LiveRun : IDisposable
{
    private readonly Plan _plan;
    private readonly Frame _frame;
    private readonly Crew _crew;
    private readonly LiveLayout[] _layouts;
    private readonly int _columns;
    private readonly int[] _positions;
    private readonly nint[] _memory;
    private readonly float* _panels;
    private bool _empty = true;

    /// <param name="plan">What to compute.</param>
    /// <param name="count">Number of symbols.</param>
    /// <param name="rows">Most rows that go through at once; as many are kept free behind every history.</param>
    /// <param name="columns">Columns of a tile, a multiple of 16.</param>
    /// <param name="threads">How many threads work.</param>
    public LiveRun(Plan plan, int count, int rows, int columns, int threads)
    {
        (_plan, _columns) = (plan, columns);
        _frame = new Frame(count, rows);
        _layouts = [.. plan.Stages.Select(s => new LiveLayout(s, rows))];
        _positions = new int[Tiles];

        // Histories are moved back to the front when their room is used up: not all tiles on the same day.
        for (int t = 0; t < Tiles; t++) _positions[t] = t * rows / Math.Max(1, Tiles);
        _memory = new nint[_layouts.Length];
        for (int s = 0; s < _layouts.Length; s++)
        {
            long floats = (long)_layouts[s].PerColumn * _frame.Width;
            _memory[s] = (nint)LargeMemory.Allocate((nuint)((floats + 16) * sizeof(float)));
            for (long at = 0; at < floats; at += 1 << 20) new Span<float>((float*)_memory[s] + at, (int)Math.Min(1 << 20, floats - at)).Fill(float.NaN);
        }

        _panels = (float*)LargeMemory.Allocate((nuint)((((long)plan.Panels * rows * _frame.Width) + 16) * sizeof(float)));
        _frame.Panels = _panels;
        ClearStates();
        _crew = new Crew(Math.Max(1, plan.IsOneStage ? Math.Min(threads, Tiles) : threads), _frame, plan, columns);
    }

    /// <summary>Days that went through, those before the first one that was needed included.</summary>
    public int Days { get; private set; }

    /// <summary>Most rows that go through at once.</summary>
    public int Rows => _frame.Rows;

    private int Tiles => (_frame.Width + _columns - 1) / _columns;

    /// <summary>Passes over days that no result will look back on, before the first row.</summary>
    public void Skip(int days) => Days += days;

    /// <summary>Takes rows in: row k of the data, counted from the first, gives row k of the outputs; without outputs only the histories grow.</summary>
    public void Advance(Panel data, int first, int count, OutputPlane[]? outputs, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (_frame.Width == 0)
        {
            Days += count;
            return;
        }

        (_frame.Data, _frame.DataStart, _frame.Outputs, _frame.OutputStart) = (data, Days - first, outputs ?? [], Days);
        try
        {
            for (int done = 0; done < count;)
            {
                int rows = _frame.RowsOf(count - done);
                Chunk(rows, outputs is not null, cancellationToken);
                (_empty, Days, done) = (false, Days + rows, done + rows);
                progress?.Report(done / (double)count);
            }
        }
        finally
        {
            (_frame.Data, _frame.Outputs) = (null, []);
        }
    }

    public void Dispose()
    {
        _crew.Dispose();
        foreach (nint memory in _memory) NativeMemory.AlignedFree((void*)memory);
        NativeMemory.AlignedFree(_panels);
    }

    /// <summary>Bytes of all numbers that live on: histories as floats, states as doubles.</summary>
    public long KeptBytes => _plan.Stages.Sum(s =>
        (sizeof(float) * (long)s.SlotHistory.Sum()) + (sizeof(double) * s.Steps.Sum(k => (long)k.Kernel.StatesPerColumn))) * _frame.Count;

    /// <summary>Shows every number that lives on, row by row, in an order that tiles and vectors do not change.</summary>
    public void Show(VisitRow show) => Visit(show, write: false);

    /// <summary>Takes over what another run of the same plan has shown.</summary>
    public void Resume(int days, VisitRow fill)
    {
        Visit(fill, write: true);
        (Days, _empty) = (days, false);
    }

    private void Visit(VisitRow visit, bool write)
    {
        double[] row = new double[_frame.Count];
        for (int s = 0; s < _layouts.Length; s++)
        {
            int stage = s;
            List<int> histories = _plan.Stages[s].SlotHistory;
            for (int slot = 0; slot < histories.Count; slot++)
            {
                for (int r = 0; r < histories[slot]; r++)
                {
                    (int ofSlot, int ofRow) = (slot, r);
                    if (!write) EachColumn((c, tile, columns, at) => row[c] = *History(stage, ofSlot, ofRow, tile, columns, at));
                    visit(row, false);
                    if (write) EachColumn((c, tile, columns, at) => *History(stage, ofSlot, ofRow, tile, columns, at) = (float)row[c]);
                }
            }

            foreach (Step step in _plan.Stages[s].Steps)
            {
                for (int k = 0; k < step.Kernel.StatesPerColumn; k++)
                {
                    int number = k;
                    if (!write) EachColumn((c, tile, columns, at) => row[c] = step.Kernel.GetState(State(stage, step, tile, columns), columns, at, number));
                    visit(row, true);
                    if (write) EachColumn((c, tile, columns, at) => step.Kernel.SetState(State(stage, step, tile, columns), columns, at, number, row[c]));
                }
            }
        }
    }

    private float* Tile(int stage, int tile) => (float*)_memory[stage] + ((nint)_layouts[stage].PerColumn * tile * _columns);

    private float* History(int stage, int slot, int row, int tile, int columns, int at) =>
        Tile(stage, tile) + ((nint)(_layouts[stage].Start[slot] + _positions[tile] + row) * columns) + at;

    private double* State(int stage, Step step, int tile, int columns) =>
        (double*)(Tile(stage, tile) + ((nint)_layouts[stage].State * columns)) + ((nint)step.State * columns);

    private void EachColumn(ColumnAction action)
    {
        for (int c = 0; c < _frame.Count; c++)
        {
            int tile = c / _columns;
            action(c, tile, Math.Min(_columns, _frame.Width - (tile * _columns)), c % _columns);
        }
    }

    private void ClearStates()
    {
        for (int s = 0; s < _layouts.Length; s++)
        {
            for (int t = 0; t < Tiles; t++)
            {
                int columns = Math.Min(_columns, _frame.Width - (t * _columns));
                new Span<double>(Tile(s, t) + ((nint)_layouts[s].State * columns), _plan.Stages[s].State * columns).Clear();
            }
        }
    }

    private void Chunk(int rows, bool writes, CancellationToken cancellationToken)
    {
        int day = Days;
        for (int s = 0; s < _plan.Stages.Count; s++)
        {
            Stage stage = _plan.Stages[s];
            int number = s;
            if (stage.Steps.Count > 0) _crew.Each(Tiles, (worker, tile) => RunTile(worker, number, tile, day, rows, writes), cancellationToken);
            _crew.Each(rows * stage.Crosses.Count, (worker, index) => worker.Run(stage.Crosses[index / rows], day, index % rows, writes), cancellationToken);
        }

        for (int t = 0; t < Tiles; t++) _positions[t] = PositionFor(t, rows) + rows;
    }

    private int PositionFor(int tile, int rows) => _positions[tile] + rows > _frame.Rows ? 0 : _positions[tile];

    private void RunTile(Worker worker, int number, int tile, int day, int rows, bool writes)
    {
        Stage stage = _plan.Stages[number];
        int column = tile * _columns, columns = Math.Min(_columns, _frame.Width - column), position = PositionFor(tile, rows);
        float* kept = Tile(number, tile);
        if (position != _positions[tile]) MoveToFront(stage, _layouts[number], kept, _positions[tile], columns);
        worker.Attach(stage, columns, kept, _layouts[number], position, _empty);
        worker.Run(stage, column, day, rows, writes);
        if (writes) _frame.ClearPadding(stage, column + columns, day, rows);
    }

    private static void MoveToFront(Stage stage, LiveLayout layout, float* kept, int position, int columns)
    {
        for (int s = 0; s < layout.Start.Length; s++)
        {
            if (layout.Start[s] < 0) continue;
            float* to = kept + ((nint)layout.Start[s] * columns);
            int length = stage.SlotHistory[s] * columns;
            new Span<float>(to + ((nint)position * columns), length).CopyTo(new Span<float>(to, length));
        }
    }

    /// <summary>One row of numbers, a number a symbol; a float of a history or a double of a state.</summary>
    internal delegate void VisitRow(double[] row, bool isState);

    private delegate void ColumnAction(int column, int tile, int columns, int at);
}
