namespace AlphaKit.Data;

/// <summary>Rows read from the files of a table: columns, and when each row was recorded (microseconds since 1970, UTC).</summary>
internal sealed record StoredRows(IReadOnlyList<SourceColumn> Columns, long[] Recorded)
{
    public int Count => Recorded.Length;

    public SourceColumn? Find(string name) => Columns.FirstOrDefault(c => c.Name == name);
}
