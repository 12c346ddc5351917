using System.Runtime.ExceptionServices;
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
    private readonly Plan _plan;
    private readonly Panel _panel;
    private readonly OutputPlane[] _outputs;
    private readonly int _first;
    private readonly int _last;
    private readonly int _start;
    private readonly int _rows;
    private readonly int _columns;
    private readonly int _width;
    private readonly int _threads;
    private float* _panels;

    /// <summary>Rows first to last − 1 of the panel go to rows 0 and on of the outputs.</summary>
    public Executor(Plan plan, Panel panel, OutputPlane[] outputs, int first, int last, Shape shape, int threads)
    {
        (_plan, _panel, _outputs, _first, _last) = (plan, panel, outputs, first, last);
        _rows = shape.RowsFor(plan.LongestHistory);
        _columns = shape.Columns;
        _width = (panel.Axes.Count + 15) & ~15;
        _start = plan.LookBack < 0 ? 0 : Math.Max(0, first - plan.LookBack);
        int tiles = (_width + _columns - 1) / _columns;
        _threads = Math.Max(1, Math.Min(threads, plan.Stages.Count > 1 || plan.Stages[0].Crosses.Count > 0 ? threads : tiles));
    }

    public int Count => _panel.Axes.Count;

    public int PanelStride => _width;

    private int Tiles => (_width + _columns - 1) / _columns;

    public float* Panel(int index) => _panels + ((nint)index * _rows * _width);

    public float* Output(int index, int day) => (float*)_outputs[index].Start + ((nint)(day - _first) * _outputs[index].Stride);

    public int OutputStride(int index) => _outputs[index].Stride;

    public FieldMatrix Field(Field field) => _panel[field];

    public ReadOnlySpan<bool> Members(int day) => _panel.Members.Row(day);

    public void Run(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (_width == 0 || _last <= _first) return;
        Worker[] workers = [.. Enumerable.Range(0, _threads).Select(_ => new Worker(this, _plan, _rows, _columns))];
        try
        {
            if (_plan.Stages.Count == 1 && _plan.Stages[0].Crosses.Count == 0) TileByTile(workers, progress, cancellationToken);
            else ChunkByChunk(workers, progress, cancellationToken);
        }
        finally
        {
            foreach (Worker worker in workers) worker.Dispose();
        }

        progress?.Report(1);
    }

    private void TileByTile(Worker[] workers, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        Stage stage = _plan.Stages[0];
        int done = 0;
        Each(workers, Tiles, (worker, index) =>
        {
            int column = index * _columns, columns = Math.Min(_columns, _width - column);
            worker.Start(stage, columns);
            for (int day = _start; day < _last;)
            {
                if (cancellationToken.IsCancellationRequested) return;
                int rows = RowsFrom(day);
                worker.Run(stage, column, day, rows, writes: day >= _first);
                if (day >= _first) ClearPadding(stage, column + columns, day, rows);
                day += rows;
                if (day < _last) worker.Shift(stage, rows);
            }

            progress?.Report(Interlocked.Increment(ref done) / (double)Tiles);
        }, cancellationToken);
    }

    private void ChunkByChunk(Worker[] workers, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        long[] keptStart = new long[_plan.Stages.Count];
        long kept = 0;
        for (int s = 0; s < keptStart.Length; s++)
        {
            keptStart[s] = kept;
            kept += (long)_plan.Stages[s].KeptPerColumn * _width;
        }

        long panels = (long)_plan.Panels * _rows * _width;
        float* memory = (float*)NativeMemory.AlignedAlloc((nuint)((kept + panels + 64) * sizeof(float)), 4096);
        try
        {
            _panels = memory + kept;
            for (int day = _start; day < _last;)
            {
                int rows = RowsFrom(day), now = day;
                for (int s = 0; s < _plan.Stages.Count; s++)
                {
                    Stage stage = _plan.Stages[s];
                    float* keptOfStage = memory + keptStart[s];
                    if (stage.Steps.Count > 0) Each(workers, Tiles, (worker, index) => RunTile(worker, stage, keptOfStage, index, now, rows), cancellationToken);
                    int blocks = (rows + RowsAtOnce - 1) / RowsAtOnce;
                    Each(workers, blocks * stage.Crosses.Count, (worker, index) =>
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
            _panels = null;
            NativeMemory.AlignedFree(memory);
        }
    }

    private void RunTile(Worker worker, Stage stage, float* kept, int index, int day, int rows)
    {
        int column = index * _columns, columns = Math.Min(_columns, _width - column);
        kept += (nint)stage.KeptPerColumn * column;
        worker.Start(stage, columns);
        if (day > _start) worker.Restore(stage, kept);
        worker.Run(stage, column, day, rows, writes: day >= _first);
        if (day >= _first) ClearPadding(stage, column + columns, day, rows);
        if (day + rows < _last) worker.Save(stage, kept, rows);
    }

    /// <summary>Rows of the chunk that starts on a day; the rows before the first one wanted are chunks of their own.</summary>
    private int RowsFrom(int day) => Math.Min(_rows, (day < _first ? _first : _last) - day);

    /// <summary>The floats behind the last symbol stay NaN in every row.</summary>
    private void ClearPadding(Stage stage, int end, int day, int rows)
    {
        int padding = _width - Count;
        if (padding == 0 || end < _width) return;
        foreach (Step step in stage.Steps)
        {
            foreach (Destination to in step.Targets)
            {
                if (to.Place != Place.Output) continue;
                for (int r = 0; r < rows; r++) new Span<float>(Output(to.Index, day + r) + Count, padding).Fill(float.NaN);
            }
        }
    }

    private static void Each(Worker[] workers, int items, Action<Worker, int> body, CancellationToken cancellationToken)
    {
        int next = -1;
        if (workers.Length == 1 || items == 1)
        {
            for (int i = 0; i < items && !cancellationToken.IsCancellationRequested; i++) body(workers[0], i);
        }
        else if (items > 0)
        {
            try
            {
                Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, w =>
                {
                    for (int i; (i = Interlocked.Increment(ref next)) < items && !cancellationToken.IsCancellationRequested;) body(workers[w], i);
                });
            }
            catch (AggregateException failure)
            {
                ExceptionDispatchInfo.Throw(failure.InnerExceptions[0]);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
