namespace AlphaKit.Torch.Modules;

/// <summary>The part that Adam and AdamW share, over lists of tensors: one native call for each operation, whatever the number of parameters.</summary>
internal sealed class AdamStep
{
    private readonly double _beta1;
    private readonly double _beta2;
    private readonly double _eps;
    private readonly bool _amsgrad;

    public AdamStep(double beta1, double beta2, double eps, double weight_decay, bool amsgrad)
    {
        _beta1 = torch.optim.Optimizer.Fraction(beta1, nameof(beta1));
        _beta2 = torch.optim.Optimizer.Fraction(beta2, nameof(beta2));
        _eps = torch.optim.Optimizer.NonNegative(eps, nameof(eps));
        Decay = torch.optim.Optimizer.NonNegative(weight_decay, nameof(weight_decay));
        _amsgrad = amsgrad;
    }

    /// <summary>The decay of weights, which each applies in its own way.</summary>
    public double Decay { get; }

    public static IReadOnlyList<string> Names { get; } = ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"];

    public void Apply(Tensor[] parameters, Tensor[] gradients, Func<string, Tensor[]> kept, long step, double lr)
    {
        Tensor[] mean = kept("exp_avg"), square = kept("exp_avg_sq");
        Aten.each_mul_.Do(mean, _beta1);
        Aten.each_add_.Do(mean, gradients, 1 - _beta1);
        Aten.each_mul_.Do(square, _beta2);
        Aten.each_addcmul_.Do(square, gradients, gradients, 1 - _beta2);
        if (_amsgrad)
        {
            Tensor[] greatest = kept("max_exp_avg_sq");
            for (int i = 0; i < greatest.Length; i++) greatest[i].copy_(greatest[i].maximum(square[i]));
            square = greatest;
        }

        Tensor[] denominator = Aten.each_sqrt.CallList([square]);
        Aten.each_div_.Do(denominator, Math.Sqrt(1 - Math.Pow(_beta2, step)));
        Aten.each_add_s_.Do(denominator, _eps);
        Aten.each_addcdiv_.Do(parameters, mean, denominator, -lr / (1 - Math.Pow(_beta1, step)));
    }
}
