namespace AlphaKit.Torch.Modules;

/// <summary>
/// Gated recurrent units: r = σ(W_ir x + b_ir + W_hr h + b_hr), z likewise, n = tanh(W_in x + b_in + r (W_hn h + b_hn)), h′ = (1 − z) n + z h.
/// </summary>
public sealed class GRU : torch.nn.Module<Tensor, (Tensor, Tensor)>
{
    private readonly Recurrent _cell;

    internal GRU(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
        : base(nameof(GRU)) =>
        _cell = new Recurrent(this, 3, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);

    /// <summary>Length of the hidden state.</summary>
    public long hidden_size => _cell.HiddenSize;

    /// <summary>Number of features of a step.</summary>
    public long input_size => _cell.InputSize;

    /// <summary>The weights in libtorch's order: for each layer and direction weight_ih, weight_hh, bias_ih, bias_hh.</summary>
    public IReadOnlyList<Parameter> all_weights => _cell.Weights;

    /// <summary>The states of the last layer at every step, and the last state of every layer, from zeros.</summary>
    public override (Tensor, Tensor) forward(Tensor input) => forward(input, null);

    /// <summary>The states of the last layer at every step, and the last state of every layer.</summary>
    /// <param name="input">[batch, steps, features] where batch first, else [steps, batch, features].</param>
    /// <param name="h0">[layers × directions, batch, hidden]; zeros where null.</param>
    public (Tensor, Tensor) forward(Tensor input, Tensor? h0)
    {
        _cell.Check(GetName(), input);
        Tensor start = h0 ?? _cell.Zeros(input);
        (Tensor, Tensor) result = Aten.gru.Call2(input, start, _cell.Weights, _cell.Bias, _cell.Layers, _cell.Dropout, training, _cell.Bidirectional, _cell.BatchFirst);
        if (h0 is null) start.Dispose();
        return result;
    }

    /// <summary>Lays the weights out as cuDNN wants them; done by itself after a move to a card.</summary>
    public void flatten_parameters() => _cell.Flatten(3);

    private protected override void OnMoved() => flatten_parameters();
}
