namespace AlphaKit.Factors;

/// <summary>Keeps the values of factors under what determines them. See <see cref="CachedFactors"/>.</summary>
public interface IFactorCache
{
    /// <summary>The values of a factor.</summary>
    /// <param name="key">What determines them.</param>
    /// <param name="axes">The days and symbols that they must have.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The values, bit for bit as they were stored; null when they are not there, or damaged, so that they are computed again.</returns>
    Task<FieldMatrix?> FindAsync(FactorKey key, PanelAxes axes, CancellationToken cancellationToken);

    /// <summary>Keeps the values of a factor.</summary>
    /// <param name="key">What determines them.</param>
    /// <param name="axes">Their days and symbols.</param>
    /// <param name="values">The values.</param>
    /// <param name="cancellationToken">Stops the writing; then nothing is kept.</param>
    Task StoreAsync(FactorKey key, PanelAxes axes, FieldMatrix values, CancellationToken cancellationToken);
}
