namespace AlphaKit.Factors;

/// <summary>What the workers of a run share: the data at hand, where results go, and one chunk of every panel between stages.</summary>
internal sealed unsafe class Frame(int count, int rows)
{
    /// <summary>How many symbols there are.</summary>
    public int Count => count;

    /// <summary>Most rows of a chunk.</summary>
    public int Rows => rows;

    /// <summary>Rows of the next chunk of so many that are left: chunks of about one size, none a small remainder.</summary>
    public int RowsOf(int left)
    {
        int chunks = Math.Max(1, (left + rows - 1) / Math.Max(1, rows));
        return (left + chunks - 1) / chunks;
    }

    /// <summary>The symbols rounded up to whole vectors.</summary>
    public int Width { get; } = (count + 15) & ~15;

    /// <summary>The data, whose first row is the day <see cref="DataStart"/>.</summary>
    public Panel? Data { get; set; }

    public int DataStart { get; set; }

    /// <summary>The results, whose first row is the day <see cref="OutputStart"/>.</summary>
    public OutputPlane[] Outputs { get; set; } = [];

    public int OutputStart { get; set; }

    /// <summary>The first of the panels, each of <see cref="Rows"/> × <see cref="Width"/>.</summary>
    public float* Panels { get; set; }

    public float* Panel(int index) => Panels + ((nint)index * rows * Width);

    public float* Output(int index, int day) => (float*)Outputs[index].Start + ((nint)(day - OutputStart) * Outputs[index].Stride);

    public int OutputStride(int index) => Outputs[index].Stride;

    public FieldMatrix Field(Field field) => Data![field];

    public ReadOnlySpan<bool> Members(int day) => Data!.Members.Row(day - DataStart);

    /// <summary>The floats behind the last symbol stay NaN in every row of the results.</summary>
    public void ClearPadding(Stage stage, int end, int day, int rowCount)
    {
        int padding = Width - count;
        if (padding == 0 || end < Width) return;
        foreach (Step step in stage.Steps)
        {
            foreach (int output in step.Outputs)
            {
                for (int r = 0; r < rowCount; r++) new Span<float>(Output(output, day + r) + count, padding).Fill(float.NaN);
            }
        }
    }
}
