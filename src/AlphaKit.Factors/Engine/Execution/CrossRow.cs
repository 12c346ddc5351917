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

    public Arena Scratch { get; } = new();

    /// <summary>Writes a result; what a float cannot hold is NaN.</summary>
    public void Put(int column, double value)
    {
        float narrow = (float)value;
        Output[column] = float.IsFinite(narrow) ? narrow : float.NaN;
    }

    public float* Input(int index) => (float*)Inputs[index];

    /// <summary>A padded copy of an input in which everyone who does not count is NaN.</summary>
    public float* Present(int index)
    {
        float* from = Input(index), result = Scratch.Take<float>(Padded);
        if (from == null)
        {
            for (int i = 0; i < Count; i++) result[i] = Members[i] ? Constants[index] : float.NaN;
        }
        else
        {
            for (int i = 0; i < Count; i++) result[i] = Members[i] && float.IsFinite(from[i]) ? from[i] : float.NaN;
        }

        for (int i = Count; i < Padded; i++) result[i] = float.NaN;
        return result;
    }
}
