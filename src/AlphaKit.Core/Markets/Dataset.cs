namespace AlphaKit;

/// <summary>Names a kind of rows that a market data source can hold.</summary>
public abstract class Dataset
{
    private protected Dataset(string name, string description)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Description = description;
    }

    /// <summary>The name, in lower_snake_case.</summary>
    public string Name { get; }

    /// <summary>What its rows are, and which date <see cref="DatasetQuery"/> selects by.</summary>
    public string Description { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>Names a kind of rows, with their type.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
public sealed class Dataset<TRow> : Dataset
{
    /// <summary>Makes a dataset name; the common ones stand in <see cref="Datasets"/>.</summary>
    /// <param name="name">The name, in lower_snake_case; sources compare by name and row type.</param>
    /// <param name="description">What its rows are, and which date selects them.</param>
    public Dataset(string name, string description)
        : base(name, description)
    {
    }
}
