namespace AlphaKit.Models;

/// <summary>Turns texts into vectors. Implement it to use another network or a service; the vector of a text must depend on the text alone.</summary>
public interface ITextEncoder
{
    /// <summary>Numbers of a vector.</summary>
    int Width { get; }

    /// <summary>The vectors of texts, in order.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    IReadOnlyList<ReadOnlyMemory<float>> Encode(IReadOnlyList<string> texts, CancellationToken cancellationToken = default);
}
