namespace AlphaKit.Torch;

/// <content>Functions of one or several tensors; the one-tensor forms stand on <see cref="Tensor"/>, too.</content>
public static partial class torch
{
    /// <summary>Tensors joined along a dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Aten.cat.Call(Listed(tensors), dim);

    /// <summary>Tensors of equal shape stacked along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.stack.Call(Listed(tensors), dim);

    /// <summary>x where the condition is true, else y.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Aten.where.Call(condition, x, y);

    /// <summary>Sums of products by Einstein's notation, such as <c>bij,bjk->bik</c>.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors) => Aten.einsum.Call(equation, tensors);

    /// <summary>Matrix product over the last two dimensions.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => Aten.matmul.Call(input, target);

    /// <summary>Products of two stacks of matrices.</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => Aten.bmm.Call(input, batch2);

    /// <summary>The greater of two, element by element.</summary>
    public static Tensor maximum(Tensor input, Tensor other) => Aten.maximum.Call(input, other);

    /// <summary>The smaller of two, element by element.</summary>
    public static Tensor minimum(Tensor input, Tensor other) => Aten.minimum.Call(input, other);

    /// <summary>The lower triangle.</summary>
    public static Tensor tril(Tensor input, long diagonal = 0) => Aten.tril.Call(input, diagonal);

    /// <summary>The upper triangle.</summary>
    public static Tensor triu(Tensor input, long diagonal = 0) => Aten.triu.Call(input, diagonal);

    /// <summary>eˣ ÷ Σ eˣ along a dimension.</summary>
    public static Tensor softmax(Tensor input, long dim) => Aten.softmax.Call(input, dim);

    /// <summary>eˣ.</summary>
    public static Tensor exp(Tensor input) => Aten.exp.Call(input);

    /// <summary>ln x.</summary>
    public static Tensor log(Tensor input) => Aten.log.Call(input);

    /// <summary>Square root.</summary>
    public static Tensor sqrt(Tensor input) => Aten.sqrt.Call(input);

    /// <summary>|x|.</summary>
    public static Tensor abs(Tensor input) => Aten.abs.Call(input);

    /// <summary>Hyperbolic tangent.</summary>
    public static Tensor tanh(Tensor input) => Aten.tanh.Call(input);

    /// <summary>1 ÷ (1 + e⁻ˣ).</summary>
    public static Tensor sigmoid(Tensor input) => Aten.sigmoid.Call(input);

    /// <summary>max(0, x).</summary>
    public static Tensor relu(Tensor input) => Aten.relu.Call(input);

    /// <summary>Sine.</summary>
    public static Tensor sin(Tensor input) => Aten.sin.Call(input);

    /// <summary>Cosine.</summary>
    public static Tensor cos(Tensor input) => Aten.cos.Call(input);

    /// <summary>Sum of all elements.</summary>
    public static Tensor sum(Tensor input) => Aten.sum.Call(input);

    /// <summary>Mean of all elements.</summary>
    public static Tensor mean(Tensor input) => Aten.mean.Call(input);

    internal static Tensor[] Listed(IEnumerable<Tensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        return tensors as Tensor[] ?? [.. tensors];
    }
}
