namespace AlphaKit.Torch.Modules;

/// <summary>
/// Adam: m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², p ← p − lr ÷ (1 − β₁ᵗ) × m ÷ (√v ÷ √(1 − β₂ᵗ) + ε), the decay of weights
/// added to g. Kingma and Ba (2015), in PyTorch's order of operations.
/// </summary>
public sealed class Adam : torch.optim.Optimizer
{
    private readonly AdamStep _step;
    private readonly double _decay;

    internal Adam(IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad)
        : base(parameters, lr)
    {
        _step = new AdamStep(Fraction(beta1, nameof(beta1)), Fraction(beta2, nameof(beta2)), NonNegative(eps, nameof(eps)), amsgrad);
        _decay = NonNegative(weight_decay, nameof(weight_decay));
    }

    private protected override IReadOnlyList<string> StateNames => AdamStep.Names;

    private protected override void Update(Tensor[] parameters, Tensor[] gradients, int[] at, long step)
    {
        Tensor[] g = _decay == 0 ? gradients : Aten.each_add.CallList(gradients, parameters, _decay);
        _step.Apply(parameters, g, name => Kept(name, at), step, LearningRate);
    }
}
