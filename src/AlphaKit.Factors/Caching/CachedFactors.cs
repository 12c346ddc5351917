namespace AlphaKit.Factors;

/// <summary>
/// Computes factor sets and computes no factor twice: what stands in the cache under the same expression, data, days, symbols, universe and
/// engine is read, the rest is computed in one go and stored. Of 500 factors of which one was edited, one is computed.
/// <code>
/// CachedFactors cached = new(cache, dataVersion: manifest);
/// CachedComputation result = await cached.ComputeAsync(factors, panel);
/// </code>
/// </summary>
/// <remarks>
/// What is cached is the engine's result before preprocessing, so that steps can be exchanged freely. Factors with an operator of one's own
/// are always computed: what its code does stands in no key.
/// </remarks>
/// <threadsafety>Safe for concurrent use, if the cache is.</threadsafety>
public sealed class CachedFactors
{
    private readonly IFactorCache _cache;

    /// <summary>Sets a cache in front of the engine.</summary>
    /// <param name="cache">Where values are kept.</param>
    /// <param name="dataVersion">
    /// Stands for the content of the panel's fields: a version of the data source, or <see cref="VersionOf"/>. It must change whenever a value changes.
    /// </param>
    /// <exception cref="ArgumentException">The version is empty.</exception>
    public CachedFactors(IFactorCache cache, string dataVersion)
    {
        ArgumentNullException.ThrowIfNull(cache);
        ArgumentException.ThrowIfNullOrWhiteSpace(dataVersion);
        _cache = cache;
        DataVersion = dataVersion;
    }

    /// <summary>Stands for the content of the data.</summary>
    public string DataVersion { get; }

    /// <summary>A version made from the data itself: a hash of the names and values of some fields. Reads every value; a version that the source knows costs nothing.</summary>
    /// <param name="panel">The data.</param>
    /// <param name="fields">The fields, usually <see cref="FactorSet.RequiredFields"/>.</param>
    /// <exception cref="FieldNotAvailableException">The panel lacks a field.</exception>
    public static string VersionOf(Panel panel, IEnumerable<Field> fields)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(fields);
        return ContentHash.Of(string.Join('\n', fields.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"{f.Name} {ContentHash.Of(panel[f])}")));
    }

    /// <summary>Computes a set, taking from the cache what is there.</summary>
    /// <param name="factors">What to compute.</param>
    /// <param name="panel">The data, of <see cref="DataVersion"/>; must hold <see cref="FactorSet.RequiredFields"/>.</param>
    /// <param name="options">How to compute; changes the time it takes, never the result.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <exception cref="FieldNotAvailableException">The panel lacks a field.</exception>
    /// <exception cref="InvalidOperationException">The set is empty.</exception>
    /// <exception cref="MemoryBudgetException">The results are larger than <see cref="EngineOptions.MemoryBudget"/>.</exception>
    public async Task<CachedComputation> ComputeAsync(
        FactorSet factors, Panel panel, EngineOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(panel);
        if (factors.Count == 0) throw new InvalidOperationException("The set has no factors to compute.");
        options ??= EngineOptions.Default;
        FeaturePipeline.RequireFields(factors, panel);
        options.RequireRoom(factors.Count, panel.Axes.Days, panel.Axes.Count);
        Factor[] expressions = [.. factors.Select(f => f.Expression)];
        FactorKey[] keys = FactorKey.Of(expressions, panel, DataVersion);
        FieldMatrix?[] values = new FieldMatrix?[keys.Length];
        for (int k = 0; k < keys.Length; k++)
        {
            if (!FactorDigest.HasOwnCode(expressions[k])) values[k] = await _cache.FindAsync(keys[k], panel.Axes, cancellationToken).ConfigureAwait(false);
            progress?.Report(0.3 * (k + 1) / keys.Length);
        }

        int[] missing = [.. Enumerable.Range(0, keys.Length).Where(k => values[k] is null)];
        if (missing.Length > 0)
        {
            FieldMatrix[] made = FactorEngine.Compute(
                panel, [.. missing.Select(k => expressions[k])], 0, panel.Axes.Days, options, Shape.Default, ProgressShare.Of(progress, 0.3, 0.7), cancellationToken);
            for (int m = 0; m < missing.Length; m++)
            {
                int k = missing[m];
                values[k] = made[m];
                if (!FactorDigest.HasOwnCode(expressions[k])) await _cache.StoreAsync(keys[k], panel.Axes, made[m], cancellationToken).ConfigureAwait(false);
                progress?.Report(0.7 + (0.2 * (m + 1) / missing.Length));
            }
        }

        FeatureTensor features = FeaturePipeline.Finish(factors, panel, values!, options, ProgressShare.Of(progress, 0.9, 1), cancellationToken);
        return new CachedComputation(features, [.. missing.Select(k => factors[k].Name)]);
    }
}
