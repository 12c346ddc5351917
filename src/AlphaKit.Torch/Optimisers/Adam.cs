namespace AlphaKit.Torch.Modules;

/// <summary>
/// Adam: m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², p ← p − lr ÷ (1 − β₁ᵗ) × m ÷ (√v ÷ √(1 − β₂ᵗ) + ε), the decay of weights
/// added to g. Kingma and Ba (2015), in PyTorch's order of operations.
/// </summary>
public sealed class Adam : torch.optim.Optimizer
{
    private readonly AdamStep _step;

    internal Adam(IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad)
        : base(parameters, lr) =>
        _step = new AdamStep(beta1, beta2, eps, weight_decay, amsgrad);

    private protected override IReadOnlyList<string> StateNames => AdamStep.Names;

    private protected override void Update(Tensor[] parameters, Tensor[] gradients, int[] at, long step)
    {
        Tensor[] g = _step.Decay == 0 ? gradients : Aten.each_add.CallList(gradients, parameters, _step.Decay);
        _step.Apply(parameters, g, name => Kept(name, at), step, LearningRate);
    }
}
