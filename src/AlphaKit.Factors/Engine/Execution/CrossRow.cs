using System.Runtime.Intrinsics;

namespace AlphaKit.Factors;

/// <summary>One day as a cross-sectional kernel sees it.</summary>
internal sealed unsafe class CrossRow
{
    public int Count { get; set; }

    /// <summary><see cref="Count"/> rounded up to a multiple of 16; what scratch rows hold.</summary>
    public int Padded => (Count + 15) & ~15;

    /// <summary>Per input the day's values.</summary>
    public nint[] Inputs { get; set; } = [];

    /// <summary>The number that stands for an input without values.</summary>
    public float[] Constants { get; set; } = [];

    /// <summary>Who belongs to the universe that day.</summary>
    public bool* Members { get; set; }

    public float* Output { get; set; }

    /// <summary>What the kernel has learnt from rows of the same series that this thread has seen.</summary>
    public RankHint Hint { get; set; }

    public Arena Scratch { get; } = new();

    /// <summary>Writes a result; what a float cannot hold is NaN.</summary>
    public void Put(int column, double value)
    {
        float narrow = (float)value;
        Output[column] = float.IsFinite(narrow) ? narrow : float.NaN;
    }

    /// <summary>Writes factor·(x − centre)/divisor for a padded row; what a float cannot hold is NaN.</summary>
    public void PutScaled(float* x, double centre, double factor, double divisor)
    {
        Vector256<double> off = Vector256.Create(centre), times = Vector256.Create(factor), by = Vector256.Create(divisor);
        Vector256<float> infinity = Vector256.Create(float.PositiveInfinity), missing = Vector256.Create(float.NaN);
        int i = 0;
        for (; i <= Count - 8; i += 8)
        {
            Vector256<float> value = Vector256.Load(x + i);
            Vector256<float> narrow = Vector256.Narrow(
                times * (Vector256.WidenLower(value) - off) / by,
                times * (Vector256.WidenUpper(value) - off) / by);
            Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(narrow), infinity), narrow, missing).Store(Output + i);
        }

        for (; i < Count; i++) Put(i, factor * (x[i] - centre) / divisor);
    }

    public float* Input(int index) => (float*)Inputs[index];

    /// <summary>A padded copy of an input in which everyone who does not count is NaN.</summary>
    public float* Present(int index)
    {
        float* from = Input(index), result = Scratch.Take<float>(Padded);
        int done = from == null ? 0 : PresentByEight(from, result);
        if (from == null)
        {
            for (int i = 0; i < Count; i++) result[i] = Members[i] ? Constants[index] : float.NaN;
        }
        else
        {
            for (int i = done; i < Count; i++) result[i] = Members[i] && float.IsFinite(from[i]) ? from[i] : float.NaN;
        }

        for (int i = Count; i < Padded; i++) result[i] = float.NaN;
        return result;
    }

    /// <summary>Eight at a time where all eight are members; returns how many values it has handled.</summary>
    private int PresentByEight(float* from, float* result)
    {
        const ulong All = 0x0101010101010101;
        Vector256<float> infinity = Vector256.Create(float.PositiveInfinity), missing = Vector256.Create(float.NaN);
        int i = 0;
        for (; i <= Count - 8; i += 8)
        {
            Vector256<float> value = Vector256.Load(from + i);
            if (*(ulong*)(Members + i) == All)
            {
                Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(value), infinity), value, missing).Store(result + i);
                continue;
            }

            for (int k = i; k < i + 8; k++) result[k] = Members[k] && float.IsFinite(from[k]) ? from[k] : float.NaN;
        }

        return i;
    }
}
