namespace AlphaKit.Data;

/// <summary>
/// What a stored table is: what makes a row the same fact, on which day the fact happened, when it became known, and how the rows are
/// divided into files. Columns are not named here: a table has those that were delivered, and may gain more.
/// </summary>
public sealed record StoreTable
{
    /// <summary>Names the table.</summary>
    /// <param name="name">Lower-case letters, digits and underscores, as in <c>daily_basic</c>; it is the name of the folder too.</param>
    /// <param name="key">The columns that identify a fact; the first of them is never missing.</param>
    /// <exception cref="ArgumentException">The name has other characters, or the key is empty or names a column twice.</exception>
    public StoreTable(string name, params IReadOnlyList<string> key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(key);
        if (!name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            throw new ArgumentException($"Table name '{name}' may hold lower-case letters, digits and underscores only.", nameof(name));
        if (key.Count == 0 || key.Distinct(StringComparer.Ordinal).Count() != key.Count || key.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException($"The key of '{name}' must name at least one column, and each once.", nameof(key));
        Name = name;
        Key = [.. key];
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The columns that identify a fact.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>The date on which the fact happened, by which files are divided and rows are ordered.</summary>
    /// <value>One of <see cref="Key"/>; null for reference data without a date.</value>
    public string? EventDate
    {
        get;
        init => field = value is null || Key.Contains(value) ? value : throw new ArgumentException($"The event date '{value}' must be part of the key of '{Name}', or a correction could move to another file.", nameof(EventDate));
    }

    /// <summary>The dates on which the row became public; the first that is not missing counts.</summary>
    /// <value>When empty, the event date.</value>
    public IReadOnlyList<string> Announced { get; init; } = [];

    /// <summary>When on the day of its announcement a row is known.</summary>
    /// <value>Null for what is known beforehand, such as the trading calendar.</value>
    public Clock? KnownAt { get; init; }

    /// <summary>
    /// Dates that end an interval (<c>out_date</c>, <c>delist_date</c>). A row may have been fetched after its interval ended: seen from an
    /// earlier moment such a date is missing, as it was then.
    /// </summary>
    public IReadOnlyList<string> Endings { get; init; } = [];

    /// <summary>How rows are divided into files.</summary>
    /// <value>The default is <see cref="StorePartition.Whole"/>; the others need an <see cref="EventDate"/>.</value>
    public StorePartition Partition { get; init; } = StorePartition.Whole;

    /// <summary>How many rows of one key a delivery may hold.</summary>
    public StoreKeys Keys { get; init; } = StoreKeys.Unique;

    /// <summary>Which versions of a corrected row are read.</summary>
    public StoreVersions Versions { get; init; } = StoreVersions.Newest;

    /// <summary>How a table that AlphaKit knows is stored.</summary>
    /// <param name="table">The vendor's table.</param>
    public static StoreTable Of(VendorTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return StoreTables.Of(table);
    }

    /// <summary>How the table of that name is stored; null if AlphaKit does not know it.</summary>
    /// <param name="name">The vendor's name, for example <c>daily</c>.</param>
    public static StoreTable? Find(string name) => VendorTable.Find(name) is { } known ? Of(known) : null;

    /// <summary>True if both describe the same table in the same way.</summary>
    /// <param name="other">The other description.</param>
    public bool Equals(StoreTable? other) =>
        other is not null && Name == other.Name && EventDate == other.EventDate && KnownAt == other.KnownAt && Partition == other.Partition && Keys == other.Keys
        && Versions == other.Versions && Key.SequenceEqual(other.Key) && Announced.SequenceEqual(other.Announced) && Endings.SequenceEqual(other.Endings);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal void Check()
    {
        if (Partition != StorePartition.Whole && EventDate is null)
            throw new ArgumentException($"Table '{Name}' is divided by {Partition} and so needs an event date.");
        if (Announced.Count > 0 && KnownAt is null)
            throw new ArgumentException($"Table '{Name}' has a date of announcement and so needs a clock.");
        if (KnownAt is not null && Announced.Count == 0 && EventDate is null)
            throw new ArgumentException($"Table '{Name}' has a clock and so needs an event date or a date of announcement.");
    }
}
