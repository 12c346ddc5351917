namespace AlphaKit.Models;

/// <summary>The recurrent layer in C# as an operator of libtorch, with its own gradient: on the processor several times as fast as libtorch's.</summary>
internal static class FusedRecurrent
{
    /// <summary>Wider layers are left to libtorch, whose matrix products are better there.</summary>
    public const int MostHidden = 128;

    /// <summary>The last hidden state [batch, hidden] of sequences [batch, steps, features].</summary>
    public static unsafe Tensor Apply(RecurrentLayer layer, Tensor input, IReadOnlyList<Parameter> weights, int threads)
    {
        int count = (int)input.size(0), steps = (int)input.size(1), features = (int)input.size(2);
        float[] flat = new float[layer.WeightCount];
        Tensor dense, output;
        using (torch.no_grad())
        {
            dense = input.detach().contiguous();
            output = torch.empty(count, layer.Hidden);
            int at = 0;
            foreach (Parameter weight in weights)
            {
                using Tensor own = weight.detach().contiguous();
                own.data<float>().CopyTo(flat.AsSpan(at));
                at += (int)own.numel();
            }
        }

        layer.SetWeights(flat);
        fixed (float* x = dense.data<float>()) layer.Forward(SequenceBatch.At(x, count, steps, features), output.data<float>(), threads);
        bool wantsInput = input.requires_grad;
        return torch.autograd.custom([input, .. weights], [output], [dense], (gradients, saved) =>
        {
            using Tensor g = gradients[0]!.contiguous();
            float[] slopes = new float[flat.Length];
            Tensor?[] result = new Tensor?[weights.Count + 1];
            if (wantsInput) result[0] = torch.empty(count, steps, features);
            layer.SetWeights(flat);
            fixed (float* x = saved[0]!.data<float>())
                layer.Backward(SequenceBatch.At(x, count, steps, features), g.data<float>(), slopes, result[0] is { } r ? r.data<float>() : default, threads);
            int from = 0;
            for (int k = 0; k < weights.Count; k++)
            {
                int length = (int)weights[k].numel();
                result[k + 1] = torch.tensor<float>(slopes.AsSpan(from, length), weights[k].shape);
                from += length;
            }

            return result;
        })[0];
    }
}
