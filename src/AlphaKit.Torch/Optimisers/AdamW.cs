namespace AlphaKit.Torch.Modules;

/// <summary>Adam whose decay of weights does not pass through the momenta: p ← p (1 − lr × decay) first. Loshchilov and Hutter (2019).</summary>
public sealed class AdamW : torch.optim.Optimizer
{
    private readonly AdamStep _step;

    internal AdamW(IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad)
        : base(parameters, lr) =>
        _step = new AdamStep(beta1, beta2, eps, weight_decay, amsgrad);

    private protected override IReadOnlyList<string> StateNames => AdamStep.Names;

    private protected override void Update(Tensor[] parameters, Tensor[] gradients, int[] at, long step)
    {
        Aten.each_mul_.Do(parameters, 1 - (LearningRate * _step.Decay));
        _step.Apply(parameters, gradients, name => Kept(name, at), step, LearningRate);
    }
}
