using System.Numerics;
using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// Quantiles of the values present, interpolated linearly at (n − 1)·q. Every lane keeps its window sorted from day to day, missing values
/// as +∞ at the end; one pass takes out the day that leaves and puts in the new one. Exact order; the interpolation is rounded once in double precision.
/// Cost: about 0.06 ns per element and day of the window.
/// </summary>
internal sealed unsafe class QuantileKernel<F, D> : Kernel
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    /// <summary>More different numbers of values present in one vector are gathered lane by lane.</summary>
    private const int MostNumbers = 6;

    private readonly List<Window> _windows = [];
    private readonly int _longest;

    public QuantileKernel(WindowOutput[] outputs, double[] quantiles)
    {
        int state = 0;
        foreach (WindowOutput output in outputs)
        {
            int days = output.Days;
            if (_windows.Exists(w => w.Days == days)) continue;
            _windows.Add(new Window(days, ResultsOf(days, outputs, quantiles), state));
            state += days;
        }

        _longest = WindowOutput.Longest(outputs);
        StatePerColumn = (state + 1) / 2;
    }

    public override int StatePerColumn { get; }

    public override int StatesPerColumn => _windows.Sum(w => w.Days);

    public override double GetState(double* state, int columns, int column, int k) => *At(state, columns, column, k);

    public override void SetState(double* state, int columns, int column, int k, double value) => *At(state, columns, column, k) = (float)value;

    public override void Run(Tile tile)
    {
        tile.Scratch.Reset();
        Series x = tile.Inputs[0];
        float* counts = null;
        if (!tile.Complete[0])
        {
            counts = PresentCounts<F, D>.Of(tile, x, default, 0, tile.Columns, 1 - _longest);
            x = new Series(PresentCounts<F, D>.Filled(tile, x, default, 0, tile.Columns, -_longest, float.PositiveInfinity), tile.Columns);
        }

        float* state = (float*)tile.State;
        if (tile.IsFirst) new Span<float>(state, StatePerColumn * 2 * tile.Columns).Fill(float.PositiveInfinity);
        foreach (Window window in _windows)
        {
            for (int i = 0; i < tile.Columns; i += Lanes<F, D>.Line)
                Walk(tile, x, counts, state + ((nint)window.State * tile.Columns) + ((nint)i * window.Days), window.Days, window.Results, i);
        }
    }

    private static (WindowOutput Output, double Quantile)[] ResultsOf(int days, WindowOutput[] outputs, double[] quantiles)
    {
        int count = 0;
        foreach (WindowOutput output in outputs) count += output.Days == days ? 1 : 0;
        (WindowOutput, double)[] results = new (WindowOutput, double)[count];
        for (int k = 0; k < outputs.Length; k++)
        {
            if (outputs[k].Days == days) results[^count--] = (outputs[k], quantiles[k]);
        }

        return results;
    }

    /// <summary>The k-th number of a column: the windows one after the other, each sorted.</summary>
    private float* At(double* state, int columns, int column, int k)
    {
        int window = 0;
        for (; k >= _windows[window].Days; window++) k -= _windows[window].Days;
        int lane = column % F.Width;
        return (float*)state + ((nint)_windows[window].State * columns) + ((nint)(column - lane) * _windows[window].Days) + (k * F.Width) + lane;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Walk(Tile tile, Series x, float* counts, float* windows, int days, (WindowOutput Output, double Quantile)[] results, int first)
    {
        F whole = F.All(days);
        nint back = days * x.Stride, span = (nint)days * tile.Columns;
        float* numbers = stackalloc float[F.Width];
        for (int r = 0; r < tile.Rows; r++)
        {
            for (int column = first; column < first + Lanes<F, D>.Line; column += F.Width)
            {
                float* at = x.Rows + (r * x.Stride) + column, sorted = windows + ((nint)(column - first) * days);
                Replace(sorted, days, F.Load(at - back), F.Load(at));
                F n = whole;
                bool full = true;
                if (counts != null)
                {
                    float* count = counts + ((nint)r * tile.Columns) + column;
                    n = F.Load(count) - F.Load(count - span);
                    full = F.AllSet(F.Equal(n, whole));
                    if (!full) F.Store(numbers, n);
                }

                foreach ((WindowOutput output, double quantile) in results)
                {
                    F value = full ? Whole(sorted, days, quantile) : Partial(sorted, days, quantile, n, numbers, output.Minimum);
                    if (counts != null) value = F.SelectLess(n, F.All(output.Minimum), F.All(float.NaN), value);
                    Lanes<F, D>.Put(tile.Targets[output.Target], r, column, value);
                }
            }
        }
    }

    /// <summary>Takes the day that leaves out of the sorted window and puts the one that enters in its place, a missing value counting as +∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Replace(float* sorted, int days, F leaves, F enters)
    {
        leaves = F.Select(F.Equal(leaves, leaves), leaves, F.All(float.PositiveInfinity));
        F before = F.All(float.NegativeInfinity), current = F.Load(sorted);
        float* p = sorted;
        for (int k = 1; k < days; k++, p += F.Width)
        {
            F next = F.Load(p + F.Width), kept = F.SelectLess(current, leaves, current, next);
            F.Store(p, F.Max(before, F.Min(kept, enters)));
            before = kept;
            current = next;
        }

        F.Store(p, F.Max(before, enters));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F Whole(float* sorted, int days, double quantile)
    {
        double position = quantile * (days - 1);
        int k = (int)position;
        D share = D.All(position - k);
        return Between(F.Load(sorted + (k * F.Width)), F.Load(sorted + (Math.Min(k + 1, days - 1) * F.Width)), share, share);
    }

    /// <summary>Lanes with as many values present have their quantile in the same place: one after the other the few numbers that occur.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static F Partial(float* sorted, int days, double quantile, F n, float* numbers, int least)
    {
        F result = F.All(float.NaN);
        uint open = F.Bits(F.LessOrEqual(F.All(least), n));
        for (int round = 0; open != 0; round++)
        {
            if (round == MostNumbers) return F.Select(F.Equal(result, result), result, Gathered(sorted, days, quantile, n));
            float number = numbers[BitOperations.TrailingZeroCount(open)];
            double position = (number - 1.0) * quantile;
            int k = (int)position;
            D share = D.All(position - k);
            F a = F.Load(sorted + (k * F.Width)), b = position > k ? F.Load(sorted + ((k + 1) * F.Width)) : a, same = F.Equal(n, F.All(number));
            result = F.Select(same, Between(a, b, share, share), result);
            open &= ~F.Bits(same);
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F Gathered(float* sorted, int days, double quantile, F n)
    {
        D q = D.All(quantile), one = D.All(1);
        D lower = (F.Lower(n) - one) * q, upper = (F.Upper(n) - one) * q;
        D kl = D.Max(D.Floor(lower), D.All(0)), ku = D.Max(D.Floor(upper), D.All(0));
        F offset = F.Narrow(kl, ku) * F.All(F.Width);
        F a = F.Gather(sorted, offset), b = F.Gather(sorted + (days > 1 ? F.Width : 0), F.Min(offset, F.All(Math.Max(0, (days - 2) * F.Width))));
        D sl = lower - kl, su = upper - ku;

        // At a share of 0 the neighbour may be the +∞ of a missing value.
        F atA = F.Equal(F.Narrow(sl, su), F.All(0f));
        b = F.Select(atA, a, b);
        return Between(a, b, sl, su);
    }
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F Between(F a, F b, D lowerShare, D upperShare)
    {
        D al = F.Lower(a), au = F.Upper(a);
        return F.Narrow(D.Fma(F.Lower(b) - al, lowerShare, al), D.Fma(F.Upper(b) - au, upperShare, au)) + F.All(0f);
    }

    /// <summary>A window, what comes of it, and where its sorted values stand in the state.</summary>
    private sealed record Window(int Days, (WindowOutput Output, double Quantile)[] Results, int State);
}
