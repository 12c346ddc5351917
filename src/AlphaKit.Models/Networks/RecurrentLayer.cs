namespace AlphaKit.Models;

/// <summary>
/// One recurrent layer, batch first, first state 0, giving the last hidden state: GRU or LSTM with the formulas and the weight layout of
/// PyTorch, forward and backward through time, without a native library.
/// </summary>
/// <remarks>
/// Tiles of samples go through all steps while their state is in cache; backward recomputes a tile's forward instead of storing the activations
/// of the batch. The batch is cut into fixed parts whose gradients are added in order: results have the same bits for any number of threads, and for
/// every vector width. A NaN among the inputs of a sample makes its state NaN.
/// </remarks>
/// <threadsafety>Not safe for concurrent use.</threadsafety>
public sealed unsafe class RecurrentLayer
{
    private readonly RecurrentEngine _engine;
    private bool _hasWeights;

    /// <summary>Makes a layer without weights.</summary>
    /// <param name="cell">GRU or LSTM.</param>
    /// <param name="features">Floats of a step, 1 or more.</param>
    /// <param name="hidden">Hidden units, 1 or more.</param>
    public RecurrentLayer(RecurrentCell cell, int features, int hidden)
        : this(cell, features, hidden, VectorWidths.Widest)
    {
    }

    internal RecurrentLayer(RecurrentCell cell, int features, int hidden, VectorWidth width)
    {
        if (!Enum.IsDefined(cell)) throw new ArgumentOutOfRangeException(nameof(cell), cell, "Must be a named cell.");
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hidden, 1);
        Cell = cell;
        Features = features;
        Hidden = hidden;
        WeightCount = checked((cell == RecurrentCell.Gru ? 3 : 4) * hidden * (features + hidden + 2));
        _engine = RecurrentEngine.Create(cell, features, hidden, width);
    }

    /// <summary>GRU or LSTM.</summary>
    public RecurrentCell Cell { get; }

    /// <summary>Floats of a step.</summary>
    public int Features { get; }

    /// <summary>Hidden units.</summary>
    public int Hidden { get; }

    /// <summary>How many weights there are: G · hidden · (features + hidden + 2), with 3 gates for GRU, 4 for LSTM.</summary>
    public int WeightCount { get; }

    /// <summary>Takes over weights: PyTorch's weight_ih [G · hidden, features], weight_hh [G · hidden, hidden], bias_ih and bias_hh [G · hidden], one after the other.</summary>
    /// <param name="weights">The weights, finite.</param>
    /// <exception cref="ArgumentException">The number of weights is wrong or one is not finite.</exception>
    public void SetWeights(ReadOnlySpan<float> weights)
    {
        if (weights.Length != WeightCount) throw new ArgumentException($"A {Cell} layer {Features} → {Hidden} has {WeightCount} weights, {weights.Length} were given.", nameof(weights));
        int bad = FirstNotFinite(weights);
        if (bad >= 0) throw new ArgumentException($"Weight {bad} is {weights[bad]:R}: it must be finite.", nameof(weights));
        _engine.SetWeights(weights);
        _hasWeights = true;
    }

    /// <summary>The last hidden state of every sample.</summary>
    /// <param name="batch">The sequences.</param>
    /// <param name="last">Receives [count, hidden].</param>
    /// <param name="threads">Most threads to use.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    /// <exception cref="InvalidOperationException">There are no weights yet.</exception>
    public void Forward(SequenceBatch batch, Span<float> last, int threads = 1, CancellationToken cancellationToken = default)
    {
        Require(batch, last.Length, nameof(last), threads);
        fixed (float* p = last) _engine.Forward(batch, p, threads, cancellationToken);
    }

    /// <summary>Adds the gradient of a loss with respect to the weights.</summary>
    /// <param name="batch">The sequences of the forward pass.</param>
    /// <param name="lastGradient">The gradient with respect to the last hidden states, [count, hidden].</param>
    /// <param name="weightGradient">Is added to, in the order of <see cref="SetWeights"/>.</param>
    /// <param name="inputGradient">Receives the gradient with respect to the inputs, [count, steps, features]; empty if not wanted.</param>
    /// <param name="threads">Most threads to use.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    /// <exception cref="InvalidOperationException">There are no weights yet.</exception>
    public void Backward(
        SequenceBatch batch, ReadOnlySpan<float> lastGradient, Span<float> weightGradient, Span<float> inputGradient = default, int threads = 1, CancellationToken cancellationToken = default)
    {
        Require(batch, lastGradient.Length, nameof(lastGradient), threads);
        if (weightGradient.Length != WeightCount) throw new ArgumentException($"{WeightCount} weights need as many gradients, there is room for {weightGradient.Length}.", nameof(weightGradient));
        if (!inputGradient.IsEmpty && inputGradient.Length != batch.Count * batch.Steps * batch.Features)
            throw new ArgumentException($"{batch.Count} × {batch.Steps} × {batch.Features} inputs need as many gradients, there is room for {inputGradient.Length}.", nameof(inputGradient));
        fixed (float* g = lastGradient, w = weightGradient, x = inputGradient) _engine.Backward(batch, g, w, x, threads, cancellationToken);
    }

    private static int FirstNotFinite(ReadOnlySpan<float> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i])) return i;
        }

        return -1;
    }

    private void Require(SequenceBatch batch, int states, string name, int threads)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (!_hasWeights) throw new InvalidOperationException("The layer has no weights yet: call SetWeights first.");
        if (batch.Features != Features) throw new ArgumentException($"The layer takes {Features} features, the batch has {batch.Features}.", nameof(batch));
        if (states != batch.Count * Hidden) throw new ArgumentException($"{batch.Count} samples × {Hidden} hidden units are {batch.Count * Hidden} floats, {states} were given.", name);
    }
}
