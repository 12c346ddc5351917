namespace AlphaKit.Models;

/// <summary>The recurrent layer in C# as an operator of libtorch, with its own gradient: on the processor several times as fast as libtorch's.</summary>
internal static class FusedRecurrent
{
    /// <summary>Wider layers are left to libtorch, whose matrix products are better there.</summary>
    public const int MostHidden = 128;

    /// <summary>The last hidden state [batch, hidden] of sequences [batch, steps, features].</summary>
    public static Tensor Apply(RecurrentLayer layer, Tensor input, IReadOnlyList<Parameter> weights, int threads)
    {
        using Tensor dense = input.detach().contiguous();
        int count = (int)input.size(0), steps = (int)input.size(1), features = (int)input.size(2), hidden = layer.Hidden;
        SequenceBatch batch = SequenceBatch.Dense(dense.data<float>().ToArray(), steps, features);
        float[] flat = new float[layer.WeightCount];
        int at = 0;
        foreach (Parameter weight in weights)
        {
            using Tensor own = weight.detach().contiguous();
            own.data<float>().CopyTo(flat.AsSpan(at));
            at += (int)own.numel();
        }

        layer.SetWeights(flat);
        float[] last = new float[count * hidden];
        layer.Forward(batch, last, threads);
        Tensor output;
        using (torch.no_grad()) output = torch.tensor(last, [count, hidden]);
        return torch.autograd.custom([input, .. weights], [output], [], (gradients, _) =>
        {
            using Tensor g = gradients[0]!.contiguous();
            float[] weightGradient = new float[flat.Length], inputGradient = input.requires_grad ? new float[count * steps * features] : [];
            layer.SetWeights(flat);
            layer.Backward(batch, g.data<float>(), weightGradient, inputGradient, threads);
            Tensor?[] result = new Tensor?[weights.Count + 1];
            result[0] = inputGradient.Length > 0 ? torch.tensor(inputGradient, [count, steps, features]) : null;
            int from = 0;
            for (int k = 0; k < weights.Count; k++)
            {
                int length = (int)weights[k].numel();
                result[k + 1] = torch.tensor(weightGradient[from..(from + length)], weights[k].shape);
                from += length;
            }

            return result;
        })[0];
    }
}
