namespace AlphaKit.Data;

/// <summary>
/// A table as a vendor delivers it: the vendor's column names and units, rows in any order. What reads it converts units and validates;
/// nothing is interpreted here.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class SourceTable
{
    private readonly Dictionary<string, SourceColumn> _byName = new(StringComparer.Ordinal);

    /// <summary>Makes a table.</summary>
    /// <param name="name">The vendor's name, for example <c>daily</c>.</param>
    /// <param name="columns">The columns, of equal length, names unique.</param>
    /// <param name="origin">Where it came from, for messages: a file, or a generator.</param>
    /// <exception cref="ArgumentException">Lengths differ or a name comes twice.</exception>
    public SourceTable(string name, IReadOnlyList<SourceColumn> columns, string origin)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(origin);
        Name = name;
        Columns = [.. columns];
        Origin = origin;
        RowCount = columns.Count == 0 ? 0 : columns[0].Count;
        foreach (SourceColumn column in columns)
        {
            if (column.Count != RowCount)
                throw new ArgumentException($"Column '{column.Name}' of table '{name}' has {column.Count} rows, '{columns[0].Name}' has {RowCount}.", nameof(columns));
            if (!_byName.TryAdd(column.Name, column)) throw new ArgumentException($"Table '{name}' has two columns '{column.Name}'.", nameof(columns));
        }
    }

    /// <summary>The vendor's name.</summary>
    public string Name { get; }

    /// <summary>Where it came from, for messages.</summary>
    public string Origin { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<SourceColumn> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The column of that name, or null.</summary>
    /// <param name="name">The vendor's column name.</param>
    public SourceColumn? Find(string name) => _byName.GetValueOrDefault(name);
}
