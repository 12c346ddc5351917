namespace AlphaKit.Torch;

/// <content>Functions of each element, and reductions. NaN goes through; integer inputs become floats where the function needs it.</content>
public partial class Tensor
{
    /// <summary>eˣ.</summary>
    public Tensor exp() => Aten.exp.Call(this);

    /// <summary>eˣ − 1.</summary>
    public Tensor expm1() => Aten.expm1.Call(this);

    /// <summary>ln x; NaN below 0.</summary>
    public Tensor log() => Aten.log.Call(this);

    /// <summary>ln(1 + x).</summary>
    public Tensor log1p() => Aten.log1p.Call(this);

    /// <summary>Square root; NaN below 0.</summary>
    public Tensor sqrt() => Aten.sqrt.Call(this);

    /// <summary>1 ÷ square root.</summary>
    public Tensor rsqrt() => Aten.rsqrt.Call(this);

    /// <summary>x².</summary>
    public Tensor square() => Aten.square.Call(this);

    /// <summary>|x|.</summary>
    public Tensor abs() => Aten.abs.Call(this);

    /// <summary>−x.</summary>
    public Tensor neg() => Aten.neg.Call(this);

    /// <summary>−1, 0 or 1.</summary>
    public Tensor sign() => Aten.sign.Call(this);

    /// <summary>1 ÷ x.</summary>
    public Tensor reciprocal() => Aten.reciprocal.Call(this);

    /// <summary>Sine.</summary>
    public Tensor sin() => Aten.sin.Call(this);

    /// <summary>Cosine.</summary>
    public Tensor cos() => Aten.cos.Call(this);

    /// <summary>Error function.</summary>
    public Tensor erf() => Aten.erf.Call(this);

    /// <summary>Largest integer not above.</summary>
    public Tensor floor() => Aten.floor.Call(this);

    /// <summary>Smallest integer not below.</summary>
    public Tensor ceil() => Aten.ceil.Call(this);

    /// <summary>Nearest integer, halves to even.</summary>
    public Tensor round() => Aten.round.Call(this);

    /// <summary>Hyperbolic tangent.</summary>
    public Tensor tanh() => Aten.tanh.Call(this);

    /// <summary>1 ÷ (1 + e⁻ˣ).</summary>
    public Tensor sigmoid() => Aten.sigmoid.Call(this);

    /// <summary>max(0, x).</summary>
    public Tensor relu() => Aten.relu.Call(this);

    /// <summary>x Φ(x), with the error function.</summary>
    public Tensor gelu() => Aten.gelu.Call(this);

    /// <summary>x σ(x).</summary>
    public Tensor silu() => Aten.silu.Call(this);

    /// <summary>True where NaN.</summary>
    public Tensor isnan() => Aten.isnan.Call(this);

    /// <summary>True where neither NaN nor infinite.</summary>
    public Tensor isfinite() => Aten.isfinite.Call(this);

    /// <summary>True where infinite.</summary>
    public Tensor isinf() => Aten.isinf.Call(this);

    /// <summary>NaN and infinities replaced; by default NaN by 0 and ±∞ by the greatest numbers of the type.</summary>
    public Tensor nan_to_num(double? nan = null, double? posinf = null, double? neginf = null) => Aten.nan_to_num.Call(this, nan, posinf, neginf);

    /// <summary>eˣ ÷ Σ eˣ along a dimension.</summary>
    public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.softmax.Call(this, dim, dtype);

    /// <summary>ln of <see cref="softmax"/>.</summary>
    public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.log_softmax.Call(this, dim, dtype);

    /// <summary>Sum of all elements.</summary>
    public Tensor sum() => Aten.sum.Call(this);

    /// <summary>Sums along a dimension.</summary>
    public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Aten.sum_d.Call(this, dim, keepdim, type);

    /// <summary>Sums along dimensions.</summary>
    public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Aten.sum_d.Call(this, dim, keepdim, type);

    /// <summary>Mean of all elements; NaN of none.</summary>
    public Tensor mean() => Aten.mean.Call(this);

    /// <summary>Means along dimensions.</summary>
    public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Aten.mean_d.Call(this, dimensions, keepdim, type);

    /// <summary>Variance of all elements, divisor N − 1 if unbiased, else N.</summary>
    public Tensor var(bool unbiased = true) => Aten.variance.Call(this, AtenArgument.None, unbiased ? 1 : 0, false);

    /// <summary>Variances along a dimension, divisor N − 1 if unbiased, else N.</summary>
    public Tensor var(long dim, bool unbiased = true, bool keepdim = false) => Aten.variance.Call(this, dim, unbiased ? 1 : 0, keepdim);

    /// <summary>Standard deviation of all elements, divisor N − 1 if unbiased, else N.</summary>
    public Tensor std(bool unbiased = true) => Aten.std.Call(this, AtenArgument.None, unbiased ? 1 : 0, false);

    /// <summary>Standard deviations along a dimension, divisor N − 1 if unbiased, else N.</summary>
    public Tensor std(long dim, bool unbiased = true, bool keepdim = false) => Aten.std.Call(this, dim, unbiased ? 1 : 0, keepdim);

    /// <summary>Greatest of all elements; NaN if any is.</summary>
    public Tensor max() => Aten.max.Call(this);

    /// <summary>Greatest along a dimension, and where.</summary>
    public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Aten.max_d.Call2(this, dim, keepdim);

    /// <summary>Smallest of all elements; NaN if any is.</summary>
    public Tensor min() => Aten.min.Call(this);

    /// <summary>Smallest along a dimension, and where.</summary>
    public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Aten.min_d.Call2(this, dim, keepdim);

    /// <summary>Greatest along dimensions; ties share the gradient.</summary>
    public Tensor amax(long[] dims, bool keepdim = false) => Aten.amax.Call(this, dims, keepdim);

    /// <summary>Smallest along dimensions; ties share the gradient.</summary>
    public Tensor amin(long[] dims, bool keepdim = false) => Aten.amin.Call(this, dims, keepdim);

    /// <summary>Position of the greatest along a dimension.</summary>
    public Tensor argmax(long dim, bool keepdim = false) => Aten.argmax.Call(this, dim, keepdim);

    /// <summary>Position of the smallest along a dimension.</summary>
    public Tensor argmin(long dim, bool keepdim = false) => Aten.argmin.Call(this, dim, keepdim);

    /// <summary>True if any element is.</summary>
    public Tensor any() => Aten.any.Call(this);

    /// <summary>True where any element along a dimension is.</summary>
    public Tensor any(long dim, bool keepdim = false) => Aten.any_d.Call(this, dim, keepdim);

    /// <summary>True if all elements are.</summary>
    public Tensor all() => Aten.all.Call(this);

    /// <summary>True where all elements along a dimension are.</summary>
    public Tensor all(long dim, bool keepdim = false) => Aten.all_d.Call(this, dim, keepdim);

    /// <summary>(Σ|x|ᵖ)^(1/p) of all elements.</summary>
    public Tensor norm(float p = 2.0f) => Aten.norm.Call(this, (double)p, Array.Empty<long>(), false);

    /// <summary>(Σ|x|ᵖ)^(1/p) along a dimension.</summary>
    public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) => Aten.norm.Call(this, (double)p, dim, keepdim);

    /// <summary>ln Σ eˣ along a dimension.</summary>
    public Tensor logsumexp(long dim, bool keepdim = false) => Aten.logsumexp.Call(this, dim, keepdim);

    /// <summary>Running sums along a dimension.</summary>
    public Tensor cumsum(long dim, ScalarType? type = null) => Aten.cumsum.Call(this, dim, type);

    /// <summary>Product of all elements.</summary>
    public Tensor prod() => Aten.prod.Call(this);

    /// <summary>Median of all elements, the lower of the middle two.</summary>
    public Tensor median() => Aten.median.Call(this);

    /// <summary>Sorted along a dimension, with the positions before; stable.</summary>
    public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false) => Aten.sort.Call2(this, true, dim, descending);

    /// <summary>Positions that would sort along a dimension.</summary>
    public Tensor argsort(long dim = -1, bool descending = false)
    {
        (Tensor values, Tensor indices) = sort(dim, descending);
        values.Dispose();
        return indices;
    }

    /// <summary>The k greatest (or smallest) along a dimension, and where.</summary>
    public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) => Aten.topk.Call2(this, k, dim, largest, sorted);

    /// <summary>True when shape and all elements are equal; NaN equals nothing.</summary>
    public bool equal(Tensor other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!shape.AsSpan().SequenceEqual(other.shape)) return false;
        using Tensor same = Aten.eq.Call(this, other);
        using Tensor every = Aten.all.Call(same);
        return every.item<bool>();
    }
}
