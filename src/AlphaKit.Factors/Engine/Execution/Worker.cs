using System.Numerics;
using System.Runtime.InteropServices;

namespace AlphaKit.Factors;

/// <summary>What one thread needs: slots, state, and what the kernels see.</summary>
internal sealed unsafe class Worker : IDisposable
{
    private readonly Frame _frame;
    private readonly int _columns;
    private readonly float* _memory;
    private readonly float* _numbers;
    private readonly nint[] _slots;
    private readonly sbyte[] _complete;
    private readonly Tile _tile = new();
    private readonly CrossRow _row = new();
    private readonly Dictionary<CrossStep, RankHint> _hints = new(ReferenceEqualityComparer.Instance);
    private float* _dropped;

    public Worker(Frame frame, Plan plan, int columns)
    {
        (_frame, _columns) = (frame, columns);
        _memory = (float*)LargeMemory.Allocate((nuint)BytesFor(plan, frame, columns));
        int most = plan.Stages.SelectMany(s => s.Steps).Select(s => s.Inputs.Length).Append(1).Max();
        (_tile.Inputs, _tile.Complete) = (new Series[most], new bool[most]);
        int numbers = most + (2 * plan.Stages.SelectMany(s => s.Steps).Select(s => s.Extras.Length).Append(0).Max());
        _numbers = (float*)NativeMemory.AlignedAlloc((nuint)(numbers * columns * sizeof(float)), 64);
        int slots = plan.Stages.Max(s => s.SlotHistory.Count);
        _slots = new nint[slots];
        _complete = new sbyte[slots];
    }

    /// <summary>Bytes of a worker's slots and state.</summary>
    public static long BytesFor(Plan plan, Frame frame, int columns) => sizeof(float)
        * (1024 + (columns * plan.Stages.Max(s => s.SlotHistory.Sum() + ((s.SlotHistory.Count + 1) * (long)frame.Rows) + (2L * s.State))));

    /// <summary>Puts the stage's slots and state in place; everything kept starts afresh.</summary>
    public void Start(Stage stage, int columns)
    {
        float* next = _memory;
        for (int s = 0; s < stage.SlotHistory.Count; s++)
        {
            int history = stage.SlotHistory[s] * columns;
            new Span<float>(next, history).Fill(float.NaN);
            _slots[s] = (nint)(next + history);
            next += history + (_frame.Rows * columns);
        }

        _tile.Columns = columns;
        _tile.IsFirst = true;
        _tile.State = (double*)next;
        _dropped = next + (2 * stage.State * columns);
        new Span<double>(_tile.State, stage.State * columns).Clear();
    }

    /// <summary>Puts slots that have a history, and the state, where they live from day to day; the others are this worker's own.</summary>
    public void Attach(Stage stage, int columns, float* kept, LiveLayout layout, int position, bool isFirst)
    {
        float* own = _memory;
        for (int s = 0; s < stage.SlotHistory.Count; s++)
        {
            if (layout.Start[s] >= 0)
            {
                _slots[s] = (nint)(kept + ((nint)(layout.Start[s] + stage.SlotHistory[s] + position) * columns));
                continue;
            }

            _slots[s] = (nint)own;
            own += _frame.Rows * columns;
        }

        _dropped = own;
        _tile.Columns = columns;
        _tile.IsFirst = isFirst;
        _tile.State = (double*)(kept + ((nint)layout.State * columns));
    }

    /// <summary>Takes back what <see cref="Save"/> kept of an earlier chunk.</summary>
    public void Restore(Stage stage, float* kept)
    {
        for (int s = 0; s < stage.SlotHistory.Count; s++)
        {
            int history = stage.SlotHistory[s] * _tile.Columns;
            new Span<float>(kept, history).CopyTo(new Span<float>((float*)_slots[s] - history, history));
            kept += history;
        }

        new Span<float>(kept, 2 * stage.State * _tile.Columns).CopyTo(new Span<float>(_tile.State, 2 * stage.State * _tile.Columns));
        _tile.IsFirst = false;
    }

    /// <summary>Keeps the history and the state for the next chunk.</summary>
    public void Save(Stage stage, float* kept, int rows)
    {
        for (int s = 0; s < stage.SlotHistory.Count; s++)
        {
            int history = stage.SlotHistory[s] * _tile.Columns;
            new Span<float>((float*)_slots[s] - history + (rows * _tile.Columns), history).CopyTo(new Span<float>(kept, history));
            kept += history;
        }

        new Span<float>(_tile.State, 2 * stage.State * _tile.Columns).CopyTo(new Span<float>(kept, 2 * stage.State * _tile.Columns));
    }

    /// <summary>Moves the history to the front for the next chunk of the same tile.</summary>
    public void Shift(Stage stage, int rows)
    {
        for (int s = 0; s < stage.SlotHistory.Count; s++)
        {
            int history = stage.SlotHistory[s] * _tile.Columns;
            float* front = (float*)_slots[s] - history;
            new Span<float>(front + (rows * _tile.Columns), history).CopyTo(new Span<float>(front, history));
        }

        _tile.IsFirst = false;
    }

    /// <summary>Runs a stage's kernels over one chunk of the tile. Outputs of rows before the first one wanted are dropped.</summary>
    public void Run(Stage stage, int column, int firstDay, int rows, bool writes)
    {
        (_tile.FirstDay, _tile.Rows) = (firstDay, rows);
        Array.Clear(_complete);
        foreach (Step step in stage.Steps)
        {
            if (_tile.Targets.Length < step.Targets.Length) _tile.Targets = new Target[step.Targets.Length];
            for (int k = 0; k < step.Targets.Length; k++)
            {
                Destination to = step.Targets[k];
                _tile.Targets[k] = to.Place switch
                {
                    Place.Slot => new Target((float*)_slots[to.Index], _tile.Columns, false),
                    Place.Panel => new Target(_frame.Panel(to.Index) + column, _frame.Width, false),
                    Place.Nowhere => default,
                    _ when writes => new Target(_frame.Output(to.Index, firstDay) + column, _frame.OutputStride(to.Index), true),
                    _ => new Target(_dropped, _tile.Columns, false),
                };
                if (!writes || k >= step.Extras.Length || step.Extras[k] is not { } by) continue;
                int row = step.Inputs.Length + (2 * k);
                _tile.Targets[k] = new Target(
                    _tile.Targets[k],
                    _frame.Output(by.Output, firstDay) + column,
                    _frame.OutputStride(by.Output),
                    by.Divisor is { } divisor ? Read(divisor, row) : default,
                    by.Reciprocal is { } reciprocal ? Read(reciprocal, row + 1) : default);
            }

            Series[] inputs = _tile.Inputs;
            if (step.Field is not null)
            {
                FieldMatrix matrix = _frame.Field(step.Field);
                fixed (float* start = matrix.Span)
                {
                    inputs[0] = new Series(start + ((nint)(firstDay - _frame.DataStart) * matrix.Stride) + column, matrix.Stride);
                    step.Kernel.Run(_tile);
                }

                continue;
            }

            if (step.Panel >= 0) inputs[0] = new Series(_frame.Panel(step.Panel) + column, _frame.Width);
            for (int k = 0; k < step.Inputs.Length; k++)
            {
                Operand from = step.Inputs[k];
                inputs[k] = Read(from, k);
                if (step.AsksForGaps && from.Slot >= 0) _tile.Complete[k] = IsComplete(stage, from.Slot);
            }

            _tile.State += (nint)step.State * _tile.Columns;
            step.Kernel.Run(_tile);
            _tile.State -= (nint)step.State * _tile.Columns;
        }
    }

    /// <summary>Runs a cross-section over one row of the chunk.</summary>
    public void Run(CrossStep step, int firstDay, int row, bool writes)
    {
        if (_row.Inputs.Length < step.Inputs.Length) (_row.Inputs, _row.Constants) = (new nint[step.Inputs.Length], new float[step.Inputs.Length]);
        if (step.Panel < 0 && !writes) return;
        _row.Count = _frame.Count;
        _row.Output = step.Panel < 0 ? _frame.Output(step.Outputs[0], firstDay + row) : _frame.Panel(step.Panel) + ((nint)row * _frame.Width);
        Pin(step, firstDay + row, row, 0);
        if (!writes) return;
        for (int k = step.Panel < 0 ? 1 : 0; k < step.Outputs.Length; k++)
            new Span<float>(_row.Output, _row.Count).CopyTo(new Span<float>(_frame.Output(step.Outputs[k], firstDay + row), _row.Count));
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_memory);
        NativeMemory.AlignedFree(_numbers);
        _tile.Scratch.Dispose();
        _row.Scratch.Dispose();
    }

    /// <summary>Fixes one input after the other, then runs the kernel.</summary>
    private void Pin(CrossStep step, int day, int row, int index)
    {
        if (index == step.Inputs.Length)
        {
            fixed (bool* members = _frame.Members(day))
            {
                _row.Members = members;
                _row.Hint = _hints.GetValueOrDefault(step);
                step.Kernel.Run(_row);
                _hints[step] = _row.Hint;
            }

            return;
        }

        CrossOperand from = step.Inputs[index];
        if (from.Field is not null)
        {
            fixed (float* values = _frame.Field(from.Field).Row(day - _frame.DataStart))
            {
                _row.Inputs[index] = (nint)values;
                Pin(step, day, row, index + 1);
            }

            return;
        }

        _row.Constants[index] = from.Constant;
        _row.Inputs[index] = from.Panel < 0 ? 0 : (nint)(_frame.Panel(from.Panel) + ((nint)row * _frame.Width));
        Pin(step, day, row, index + 1);
    }

    /// <summary>A slot some rows back; or a number as a series, laid out in one of this worker's rows.</summary>
    private Series Read(Operand from, int row)
    {
        if (from.Slot >= 0) return new((float*)_slots[from.Slot] - ((nint)from.Lag * _tile.Columns), _tile.Columns);
        float* number = _numbers + (row * _columns);
        new Span<float>(number, _tile.Columns).Fill(from.Constant);
        return new Series(number, 0);
    }

    private bool IsComplete(Stage stage, int slot)
    {
        if (_complete[slot] == 0)
        {
            float* start = (float*)_slots[slot] - ((nint)stage.SlotHistory[slot] * _tile.Columns);
            int length = (stage.SlotHistory[slot] + _tile.Rows) * _tile.Columns;
            _complete[slot] = HasNoGap(start, length) ? (sbyte)1 : (sbyte)2;
        }

        return _complete[slot] == 1;
    }

    /// <summary>A value less itself is 0 unless it is missing or infinite; four sums at a time, because each waits for its last addition.</summary>
    private static bool HasNoGap(float* values, int length)
    {
        Vector<float> a = Vector<float>.Zero, b = a, c = a, d = a;
        int i = 0, width = Vector<float>.Count;
        for (; i <= length - (4 * width); i += 4 * width)
        {
            Vector<float> p = Vector.Load(values + i), q = Vector.Load(values + i + width), r = Vector.Load(values + i + (2 * width)), s = Vector.Load(values + i + (3 * width));
            a += p - p;
            b += q - q;
            c += r - r;
            d += s - s;
        }

        for (; i < length; i++)
        {
            if (float.IsNaN(values[i])) return false;
        }

        return a + b + c + d == Vector<float>.Zero;
    }
}
