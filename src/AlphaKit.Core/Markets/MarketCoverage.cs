using System.Collections.Frozen;

namespace AlphaKit;

/// <summary>What a market data source holds, and for the rest the reason why not. Nothing is invented for what is missing.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class MarketCoverage
{
    private readonly FrozenSet<Field> _fields;
    private readonly FrozenSet<string> _datasets;
    private readonly FrozenDictionary<string, string> _missing;

    /// <summary>Makes the coverage.</summary>
    /// <param name="fields">The fields that can be read.</param>
    /// <param name="datasets">The datasets that can be read.</param>
    /// <param name="missing">Name of a missing field or dataset → why, and what would supply it.</param>
    /// <param name="notes">Remarks for the user: what was inferred, what was switched off.</param>
    public MarketCoverage(
        IEnumerable<Field> fields,
        IEnumerable<Dataset> datasets,
        IReadOnlyDictionary<string, string>? missing = null,
        IEnumerable<string>? notes = null)
    {
        _fields = fields.ToFrozenSet();
        _datasets = datasets.Select(d => d.Name).ToFrozenSet(StringComparer.Ordinal);
        _missing = (missing ?? new Dictionary<string, string>()).ToFrozenDictionary(StringComparer.Ordinal);
        Notes = [.. notes ?? []];
    }

    /// <summary>The fields that can be read, ordered by name.</summary>
    public IReadOnlyList<Field> Fields => [.. _fields.OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>Names of the datasets that can be read, ordered.</summary>
    public IReadOnlyList<string> Datasets => [.. _datasets.Order(StringComparer.Ordinal)];

    /// <summary>Missing field or dataset and the reason, ordered by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Missing => [.. _missing.OrderBy(m => m.Key, StringComparer.Ordinal)];

    /// <summary>Remarks for the user: what was inferred, what was switched off.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>True if the field can be read. Index weights are covered when the index has snapshots.</summary>
    /// <param name="field">The field.</param>
    public bool Has(Field field) => _fields.Contains(field);

    /// <summary>True if the dataset can be read.</summary>
    /// <param name="dataset">The dataset.</param>
    public bool Has(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return _datasets.Contains(dataset.Name);
    }

    /// <summary>Why the field cannot be read.</summary>
    /// <param name="field">The field.</param>
    public string WhyMissing(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return _missing.GetValueOrDefault(field.Name, "the source does not supply it.");
    }

    /// <summary>Why the dataset cannot be read.</summary>
    /// <param name="dataset">The dataset.</param>
    public string WhyMissing(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return _missing.GetValueOrDefault(dataset.Name, "the source does not supply it.");
    }
}
