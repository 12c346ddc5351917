using System.Runtime.InteropServices;

namespace AlphaKit.Factors;

/// <summary>
/// Runs a plan over a panel. Without cross-sections each tile of columns goes through all days by itself; with them all stages
/// run chunk of days after chunk, so that only one chunk of every panel between stages exists at a time. Tiles and rows are handed out by one
/// counter; nothing depends on which thread takes which.
/// </summary>
internal sealed unsafe class Executor
{
    private const int RowsAtOnce = 4;
    private const int FewestRows = 32;

    /// <summary>Bytes that live between stages and chunks; chunks get fewer rows before it becomes more.</summary>
    private const long SharedBudget = 900L << 20;

    private readonly Plan _plan;
    private readonly Frame _frame;
    private readonly int _first;
    private readonly int _last;
    private readonly int _start;
    private readonly int _columns;
    private readonly int _threads;

    /// <summary>Rows first to last − 1 of the panel go to rows 0 and on of the outputs.</summary>
    public Executor(Plan plan, Panel panel, OutputPlane[] outputs, int first, int last, Shape shape, int threads)
    {
        (_plan, _first, _last) = (plan, first, last);
        _frame = new Frame(panel.Axes.Count, RowsFor(plan, panel.Axes.Count, shape)) { Data = panel, Outputs = outputs, OutputStart = first };
        _columns = shape.ColumnsFor(_frame.Width, threads);
        _start = plan.LookBack < 0 ? 0 : Math.Max(0, first - plan.LookBack);
        _threads = Math.Max(1, plan.IsOneStage ? Math.Min(threads, Tiles) : threads);
    }

    /// <summary>Bytes of scratch that a run takes, however many days it goes through: what lives between stages and chunks, and each thread's tile.</summary>
    public static long ScratchBytes(Plan plan, int count, Shape shape, int threads)
    {
        Frame frame = new(count, RowsFor(plan, count, shape));
        return (plan.IsOneStage ? 0 : SharedBytes(plan, frame)) + (threads * Worker.BytesFor(plan, frame, shape.Columns));
    }

    private int Tiles => (_frame.Width + _columns - 1) / _columns;

    public void Run(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (_frame.Width == 0 || _last <= _first) return;
        using (Crew crew = new(_threads, _frame, _plan, _columns))
        {
            if (_plan.IsOneStage) TileByTile(crew, progress, cancellationToken);
            else ChunkByChunk(crew, progress, cancellationToken);
        }

        progress?.Report(1);
    }

    private void TileByTile(Crew crew, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        Stage stage = _plan.Stages[0];
        int done = 0;
        crew.Each(Tiles, (worker, index) =>
        {
            int column = index * _columns, columns = Math.Min(_columns, _frame.Width - column);
            worker.Start(stage, columns);
            for (int day = _start; day < _last;)
            {
                if (cancellationToken.IsCancellationRequested) return;
                int rows = RowsFrom(day);
                worker.Run(stage, column, day, rows, writes: day >= _first);
                if (day >= _first) _frame.ClearPadding(stage, column + columns, day, rows);
                day += rows;
                if (day < _last) worker.Shift(stage, rows);
            }

            progress?.Report(Interlocked.Increment(ref done) / (double)Tiles);
        }, cancellationToken);
    }

    private void ChunkByChunk(Crew crew, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        long[] keptStart = new long[_plan.Stages.Count];
        long kept = 0;
        for (int s = 0; s < keptStart.Length; s++)
        {
            keptStart[s] = kept;
            kept += (long)_plan.Stages[s].KeptPerColumn * _frame.Width;
        }

        float* memory = (float*)LargeMemory.Allocate((nuint)SharedBytes(_plan, _frame));
        try
        {
            _frame.Panels = memory + kept;
            for (int day = _start; day < _last;)
            {
                int rows = RowsFrom(day), now = day;
                for (int s = 0; s < _plan.Stages.Count; s++)
                {
                    Stage stage = _plan.Stages[s];
                    float* keptOfStage = memory + keptStart[s];
                    if (stage.Steps.Count > 0) crew.Each(Tiles, (worker, index) => RunTile(worker, stage, keptOfStage, index, now, rows), cancellationToken);
                    int blocks = (rows + RowsAtOnce - 1) / RowsAtOnce;
                    crew.Each(blocks * stage.Crosses.Count, (worker, index) =>
                    {
                        CrossStep step = stage.Crosses[index / blocks];
                        int from = index % blocks * RowsAtOnce;
                        for (int r = from; r < Math.Min(rows, from + RowsAtOnce); r++) worker.Run(step, now, r, writes: now >= _first);
                    }, cancellationToken);
                }

                day += rows;
                progress?.Report((day - _start) / (double)(_last - _start));
            }
        }
        finally
        {
            _frame.Panels = null;
            NativeMemory.AlignedFree(memory);
        }
    }

    private static int RowsFor(Plan plan, int count, Shape shape)
    {
        int rows = shape.RowsFor(plan.LongestHistory);
        if (shape.Rows > 0 || plan.IsOneStage || plan.Panels == 0) return rows;
        long none = SharedBytes(plan, new Frame(count, 0)), one = SharedBytes(plan, new Frame(count, 1)) - none;
        return (int)Math.Clamp((SharedBudget - none) / Math.Max(1, one), Math.Min(FewestRows, rows), rows);
    }

    private static long SharedBytes(Plan plan, Frame frame) =>
        sizeof(float) * (64 + (frame.Width * (plan.Stages.Sum(s => (long)s.KeptPerColumn) + ((long)plan.Panels * frame.Rows))));

    private void RunTile(Worker worker, Stage stage, float* kept, int index, int day, int rows)
    {
        int column = index * _columns, columns = Math.Min(_columns, _frame.Width - column);
        kept += (nint)stage.KeptPerColumn * column;
        worker.Start(stage, columns);
        if (day > _start) worker.Restore(stage, kept);
        worker.Run(stage, column, day, rows, writes: day >= _first);
        if (day >= _first) _frame.ClearPadding(stage, column + columns, day, rows);
        if (day + rows < _last) worker.Save(stage, kept, rows);
    }

    /// <summary>
    /// Rows of the chunk that starts on a day; the rows before the first one wanted are chunks of their own. On the panel's first days every window
    /// lacks days, which takes kernels the longer way of gaps: they are a chunk of their own, too.
    /// </summary>
    private int RowsFrom(int day)
    {
        int left = (day < _first ? _first : _last) - day, incomplete = (_plan.LongestHistory + 15) & ~15;
        return day == 0 && _plan.IsOneStage && incomplete > 0 && incomplete < Math.Min(left, _frame.Rows) ? incomplete : _frame.RowsOf(left);
    }
}
