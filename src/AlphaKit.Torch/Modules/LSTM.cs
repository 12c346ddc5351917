namespace AlphaKit.Torch.Modules;

/// <summary>
/// Long short-term memory: i, f, o = σ(W x + b + U h + c) of their own weights, g = tanh(…), c′ = f c + i g, h′ = o tanh(c′).
/// </summary>
public sealed class LSTM : torch.nn.Module<Tensor, (Tensor, Tensor, Tensor)>
{
    private readonly Recurrent _cell;

    internal LSTM(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
        : base(nameof(LSTM)) =>
        _cell = new Recurrent(this, 4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);

    /// <summary>Length of the hidden state.</summary>
    public long hidden_size => _cell.HiddenSize;

    /// <summary>Number of features of a step.</summary>
    public long input_size => _cell.InputSize;

    /// <summary>The weights in libtorch's order: for each layer and direction weight_ih, weight_hh, bias_ih, bias_hh.</summary>
    public IReadOnlyList<Parameter> all_weights => _cell.Weights;

    /// <summary>The states of the last layer at every step, the last state and the last cell of every layer, from zeros.</summary>
    public override (Tensor, Tensor, Tensor) forward(Tensor input) => forward(input, null);

    /// <summary>The states of the last layer at every step, the last state and the last cell of every layer.</summary>
    /// <param name="input">[batch, steps, features] where batch first, else [steps, batch, features].</param>
    /// <param name="h0_c0">State and cell, each [layers × directions, batch, hidden]; zeros where null.</param>
    public (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
    {
        _cell.Check(GetName(), input);
        Tensor? zeros = h0_c0 is null ? _cell.Zeros(input) : null;
        Tensor[] start = h0_c0 is { } given ? [given.Item1, given.Item2] : [zeros!, zeros!];
        (Tensor, Tensor, Tensor) result = Aten.lstm.Call3(input, start, _cell.Weights, _cell.Bias, _cell.Layers, _cell.Dropout, training, _cell.Bidirectional, _cell.BatchFirst);
        zeros?.Dispose();
        return result;
    }

    /// <summary>Lays the weights out as cuDNN wants them; done by itself after a move to a card.</summary>
    public void flatten_parameters() => _cell.Flatten(2);

    private protected override void OnMoved() => flatten_parameters();
}
