namespace AlphaKit.Models;

/// <summary>
/// GRU or LSTM → batch normalisation → linear → logistic function on libtorch: [batch, steps, features] → [batch]. State dictionary: gru or lstm, bn, fc.
/// On the processor, in single precision and with up to 128 hidden units the recurrent layer runs in C# (<see cref="RecurrentLayer"/>).
/// <see cref="RecurrentScorer"/> is the same network without libtorch.
/// </summary>
public sealed class RecurrentModule : torch.nn.Module<Tensor, Tensor>
{
    private readonly RecurrentModuleOptions _options;
    private readonly GRU? _gru;
    private readonly LSTM? _lstm;
    private readonly BatchNorm1d _bn;
    private readonly Linear _fc;
    private readonly RecurrentLayer? _fused;

    /// <summary>Makes the network with PyTorch's first weights; seed with <c>torch.manual_seed</c>.</summary>
    /// <param name="options">The shape; null for the defaults.</param>
    public RecurrentModule(RecurrentModuleOptions? options = null)
        : base(nameof(RecurrentModule))
    {
        _options = options ?? new RecurrentModuleOptions();
        if (_options.Cell == RecurrentCell.Gru) register_module("gru", _gru = torch.nn.GRU(_options.Features, _options.Hidden, batchFirst: true));
        else register_module("lstm", _lstm = torch.nn.LSTM(_options.Features, _options.Hidden, batchFirst: true));
        register_module("bn", _bn = torch.nn.BatchNorm1d(_options.Hidden));
        register_module("fc", _fc = torch.nn.Linear(_options.Hidden, 1));
        if (_options.Hidden <= FusedRecurrent.MostHidden) _fused = new RecurrentLayer(_options.Cell, _options.Features, _options.Hidden);
    }

    internal RecurrentModuleOptions Options => _options;

    /// <summary>Scores sequences.</summary>
    /// <param name="input">[batch, steps, features].</param>
    /// <exception cref="ArgumentException">The shape is wrong.</exception>
    public override Tensor forward(Tensor input)
    {
        TensorShape.Require(input, nameof(input), -1, -1, _options.Features);
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor y = _fc.forward(_bn.forward(Last(input))).squeeze(1);
        return (_options.Output == RecurrentOutput.Sigmoid ? y.sigmoid() : y).MoveToOuterDisposeScope();
    }

    private Tensor Last(Tensor input)
    {
        if (_fused is not null && input.device_type == DeviceType.CPU && input.dtype == ScalarType.Float32)
            return FusedRecurrent.Apply(_fused, input, _gru is not null ? TorchEngine.Weights(_gru) : TorchEngine.Weights(_lstm!), _options.Threads);
        Tensor states = _gru is not null ? _gru.forward(input).Item1 : _lstm!.forward(input).Item1;
        return states.select(1, states.size(1) - 1);
    }
}
