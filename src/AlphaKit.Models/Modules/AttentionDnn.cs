namespace AlphaKit.Models;

/// <summary>
/// Attention over the inputs (features → 32 → features, softmax), then features → 64 → 32 with batch normalisation and ReLU, then two heads on one
/// trunk: logits of the classes and a return.
/// </summary>
public sealed class AttentionDnn : torch.nn.Module<Tensor, (Tensor Logits, Tensor Return)>
{
    private readonly AttentionDnnOptions _options;
    private readonly Sequential _attention;
    private readonly Sequential _trunk;
    private readonly Linear _class;
    private readonly Linear _return;

    /// <summary>Makes the network with PyTorch's first weights; seed with <c>torch.manual_seed</c>.</summary>
    /// <param name="options">The shape; null for the defaults.</param>
    public AttentionDnn(AttentionDnnOptions? options = null)
        : base(nameof(AttentionDnn))
    {
        _options = options ?? new AttentionDnnOptions();
        int n = _options.Features;
        register_module("attention", _attention = torch.nn.Sequential(torch.nn.Linear(n, 32), torch.nn.Tanh(), torch.nn.Linear(32, n), torch.nn.Softmax(1)));
        register_module("trunk", _trunk = torch.nn.Sequential(
            torch.nn.Linear(n, 64), torch.nn.BatchNorm1d(64), torch.nn.ReLU(), torch.nn.Linear(64, 32), torch.nn.BatchNorm1d(32), torch.nn.ReLU()));
        register_module("class_head", _class = torch.nn.Linear(32, _options.Classes));
        register_module("return_head", _return = torch.nn.Linear(32, 1));
    }

    internal AttentionDnnOptions Options => _options;

    /// <summary>Computes both heads.</summary>
    /// <param name="input">[batch, features].</param>
    /// <returns>Logits [batch, classes], for a cross-entropy, and returns [batch].</returns>
    /// <exception cref="ArgumentException">The shape is wrong.</exception>
    public override (Tensor Logits, Tensor Return) forward(Tensor input)
    {
        TensorShape.Require(input, nameof(input), -1, _options.Features);
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor trunk = _trunk.forward(input * _attention.forward(input) * (_options.Scale ?? _options.Features));
        return (_class.forward(trunk).MoveToOuterDisposeScope(), _return.forward(trunk).squeeze(1).MoveToOuterDisposeScope());
    }
}
