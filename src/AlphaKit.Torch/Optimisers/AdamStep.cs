namespace AlphaKit.Torch.Modules;

/// <summary>The part that Adam and AdamW share, over lists of tensors: one native call for each operation, whatever the number of parameters.</summary>
internal sealed class AdamStep(double beta1, double beta2, double eps, bool amsgrad)
{
    public static IReadOnlyList<string> Names { get; } = ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"];

    public void Apply(Tensor[] parameters, Tensor[] gradients, Func<string, Tensor[]> kept, long step, double lr)
    {
        Tensor[] mean = kept("exp_avg"), square = kept("exp_avg_sq");
        Aten.each_mul_.Do(mean, beta1);
        Aten.each_add_.Do(mean, gradients, 1 - beta1);
        Aten.each_mul_.Do(square, beta2);
        Aten.each_addcmul_.Do(square, gradients, gradients, 1 - beta2);
        if (amsgrad)
        {
            Tensor[] greatest = kept("max_exp_avg_sq");
            for (int i = 0; i < greatest.Length; i++) greatest[i].copy_(greatest[i].maximum(square[i]));
            square = greatest;
        }

        Tensor[] denominator = Aten.each_sqrt.CallList([square]);
        Aten.each_div_.Do(denominator, Math.Sqrt(1 - Math.Pow(beta2, step)));
        Aten.each_add_s_.Do(denominator, eps);
        Aten.each_addcdiv_.Do(parameters, mean, denominator, -lr / (1 - Math.Pow(beta1, step)));
    }
}
