namespace AlphaKit.Data.Tushare;

/// <summary>Joins batches of one interface into one table.</summary>
internal static class BatchJoin
{
    /// <summary>All rows, in the order of the batches; a column is left out only if no batch has it.</summary>
    public static SourceTable ToTable(IReadOnlyList<TushareBatch> batches)
    {
        TushareEndpoint endpoint = batches[0].Endpoint;
        int rows = batches.Sum(b => b.RowCount);
        List<SourceColumn> columns = [];
        for (int c = 0; c < endpoint.Columns.Count; c++)
        {
            TushareColumn column = endpoint.Columns[c];
            if (batches.All(b => b.Missing.Contains(column.Name))) continue;
            int at = c;
            columns.Add(column.Kind switch
            {
                SourceColumnKind.Symbol => SourceColumn.Of(column.Name, Join(batches, rows, b => b.Columns[at].Symbols)),
                SourceColumnKind.Date => SourceColumn.Of(column.Name, Join(batches, rows, b => b.Columns[at].Dates)),
                SourceColumnKind.Number => SourceColumn.Of(column.Name, Join(batches, rows, b => b.Columns[at].Numbers)),
                _ => SourceColumn.Of(column.Name, Join(batches, rows, b => b.Columns[at].Texts)),
            });
        }

        return new SourceTable(endpoint.Name, columns, "Tushare");
    }

    private delegate ReadOnlySpan<T> Values<T>(TushareBatch batch);

    private static T[] Join<T>(IReadOnlyList<TushareBatch> batches, int rows, Values<T> values)
    {
        T[] all = new T[rows];
        int at = 0;
        foreach (TushareBatch batch in batches)
        {
            values(batch).CopyTo(all.AsSpan(at));
            at += batch.RowCount;
        }

        return all;
    }
}
