namespace AlphaKit.Factors;

/// <summary>Takes features block of days after block of days: a file, a socket, an accumulator. See <see cref="FactorSet.WriteAsync"/>.</summary>
public interface IFactorSink
{
    /// <summary>
    /// Takes the next days; they follow those before, with the same symbols and factors. The block is lent: its memory is used again once the
    /// returned task has ended, so whatever is to be kept must be copied.
    /// </summary>
    /// <param name="block">The features of some days.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task WriteAsync(FeatureTensor block, CancellationToken cancellationToken);

    /// <summary>All blocks were given: makes what was written valid. Not called when something failed before.</summary>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task CompleteAsync(CancellationToken cancellationToken);
}
