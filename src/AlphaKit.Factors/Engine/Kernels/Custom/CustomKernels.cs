namespace AlphaKit.Factors;

/// <summary>Hands a row of the tile to an elementwise operator of the user's.</summary>
internal sealed unsafe class CustomElementKernel(ElementwiseOperator custom, int inputs) : Kernel
{
    public override void Run(Tile tile)
    {
        float[] values = new float[inputs * tile.Columns], result = new float[tile.Columns];
        for (int r = 0; r < tile.Rows; r++)
        {
            for (int k = 0; k < inputs; k++)
                new ReadOnlySpan<float>(tile.Inputs[k].Rows + (r * tile.Inputs[k].Stride), tile.Columns).CopyTo(values.AsSpan(k * tile.Columns));
            custom.Evaluate(new OperatorInputs(values, inputs), result);
            CustomRow.Put(tile, r, result);
        }
    }
}

/// <summary>Hands the windows of a row of the tile to an operator of the user's.</summary>
internal sealed unsafe class CustomWindowKernel(WindowOperator custom, int inputs) : Kernel
{
    public override void Run(Tile tile)
    {
        float[] values = new float[inputs * custom.Days * tile.Columns], result = new float[tile.Columns];
        for (int r = 0; r < tile.Rows; r++)
        {
            for (int k = 0; k < inputs; k++)
            {
                Series x = tile.Inputs[k];
                for (int day = 0; day < custom.Days; day++)
                {
                    new ReadOnlySpan<float>(x.Rows + ((r - custom.Days + 1 + day) * x.Stride), tile.Columns)
                        .CopyTo(values.AsSpan(((k * custom.Days) + day) * tile.Columns));
                }
            }

            custom.EvaluateLanes(new LaneWindow(values, inputs, custom.Days), result);
            CustomRow.Put(tile, r, result);
        }
    }
}

/// <summary>Walks a recursive operator of the user's through every column.</summary>
internal sealed unsafe class CustomRecursiveKernel(RecursiveOperator custom, int inputs) : Kernel
{
    public override int StatePerColumn => custom.StateSize;

    public override double GetState(double* state, int columns, int column, int k) => state[(column * custom.StateSize) + k];

    public override void SetState(double* state, int columns, int column, int k, double value) => state[(column * custom.StateSize) + k] = value;

    public override void Run(Tile tile)
    {
        float[] today = new float[inputs], result = new float[tile.Columns];
        if (tile.IsFirst)
        {
            new Span<double>(tile.State, custom.StateSize * tile.Columns).Clear();
            for (int i = 0; i < tile.Columns; i++) custom.Start(new Span<double>(tile.State + (i * custom.StateSize), custom.StateSize));
        }

        for (int r = 0; r < tile.Rows; r++)
        {
            for (int i = 0; i < tile.Columns; i++)
            {
                for (int k = 0; k < inputs; k++) today[k] = tile.Inputs[k].Rows[(r * tile.Inputs[k].Stride) + i];
                result[i] = (float)custom.Next(today, new Span<double>(tile.State + (i * custom.StateSize), custom.StateSize));
            }

            CustomRow.Put(tile, r, result);
        }
    }
}

/// <summary>Hands the members of a day to an operator of the user's.</summary>
internal sealed unsafe class CustomCrossKernel(CrossSectionOperator custom) : CrossKernel
{
    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        int inputs = custom.Inputs.Count, n = 0;
        for (int i = 0; i < row.Count; i++) n += row.Members[i] ? 1 : 0;
        float[] values = new float[inputs * n], result = new float[n];
        for (int k = 0; k < inputs; k++)
        {
            float* x = row.Present(k);
            for (int i = 0, at = k * n; i < row.Count; i++)
            {
                if (row.Members[i]) values[at++] = x[i];
            }
        }

        custom.Evaluate(new OperatorInputs(values, inputs), result);
        for (int i = 0, at = 0; i < row.Count; i++) row.Put(i, row.Members[i] ? result[at++] : double.NaN);
    }
}

/// <summary>Writes a row of results that a user's operator made.</summary>
internal static unsafe class CustomRow
{
    public static void Put(Tile tile, int row, float[] result)
    {
        float* to = tile.Targets[0].Rows + (row * tile.Targets[0].Stride);
        for (int i = 0; i < tile.Columns; i++) to[i] = float.IsFinite(result[i]) ? result[i] : float.NaN;
    }
}
