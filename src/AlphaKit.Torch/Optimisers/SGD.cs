namespace AlphaKit.Torch.Modules;

/// <summary>Gradient descent: b ← momentum × b + (1 − dampening) g, p ← p − lr × b (Nesterov: g + momentum × b); the first b is g.</summary>
public sealed class SGD : torch.optim.Optimizer
{
    private readonly double _momentum;
    private readonly double _dampening;
    private readonly double _decay;
    private readonly bool _nesterov;

    internal SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum, double dampening, double weight_decay, bool nesterov)
        : base(parameters, learningRate)
    {
        _momentum = NonNegative(momentum, nameof(momentum));
        _dampening = NonNegative(dampening, nameof(dampening));
        _decay = NonNegative(weight_decay, nameof(weight_decay));
        _nesterov = nesterov;
        if (nesterov && (momentum == 0 || dampening != 0)) throw new ArgumentException("Nesterov's form needs a momentum, and no dampening.", nameof(nesterov));
    }

    private protected override IReadOnlyList<string> StateNames => ["momentum_buffer"];

    private protected override void Update(Tensor[] parameters, Tensor[] gradients, int[] at, long step)
    {
        Tensor[] g = _decay == 0 ? gradients : Aten.each_add.CallList(gradients, parameters, _decay);
        if (_momentum != 0)
        {
            Tensor[] buffer = Kept("momentum_buffer", at);
            Aten.each_mul_.Do(buffer, _momentum);
            Aten.each_add_.Do(buffer, g, step == 1 ? 1 : 1 - _dampening);
            g = _nesterov ? Aten.each_add.CallList(g, buffer, _momentum) : buffer;
        }

        Aten.each_add_.Do(parameters, g, -LearningRate);
    }
}
