namespace AlphaKit.Data;

/// <summary>Which shares change on each day of a panel. The changes of day t are those from Starts[t] to Starts[t + 1].</summary>
internal sealed class StatementChanges(int[] starts, int[] columns, int[] events, double[] values, int items)
{
    /// <summary>
    /// One item as a matrix: each row is the row before with that day's changes, so that the work is to write the matrix once.
    /// </summary>
    public FieldMatrix Matrix(int item, PanelAxes axes)
    {
        FieldMatrixBuilder builder = new(axes.Days, axes.Count);
        for (int t = 0; t < axes.Days; t++)
        {
            Span<float> row = builder.Row(t);
            if (t > 0) builder.Row(t - 1).CopyTo(row);
            for (int i = starts[t]; i < starts[t + 1]; i++) row[columns[i]] = (float)values[((long)events[i] * items) + item];
        }

        return builder.Build();
    }
}
