using System.Diagnostics.CodeAnalysis;

namespace AlphaKit.Torch;

/// <content>Arithmetic and comparison. Shapes broadcast as in PyTorch.</content>
[SuppressMessage("Usage", "CA2225", Justification = "The named forms are PyTorch's: add, sub, mul, div.")]
public partial class Tensor
{
    /// <summary>left + right.</summary>
    public static Tensor operator +(Tensor left, Tensor right) => Aten.add.Call(left, right);

    /// <summary>left + right.</summary>
    public static Tensor operator +(Tensor left, Scalar right) => Aten.add_s.Call(left, right);

    /// <summary>left + right.</summary>
    public static Tensor operator +(Scalar left, Tensor right) => Aten.add_s.Call(right, left);

    /// <summary>left − right.</summary>
    public static Tensor operator -(Tensor left, Tensor right) => Aten.sub.Call(left, right);

    /// <summary>left − right.</summary>
    public static Tensor operator -(Tensor left, Scalar right) => Aten.sub_s.Call(left, right);

    /// <summary>left − right.</summary>
    public static Tensor operator -(Scalar left, Tensor right) => Aten.rsub_s.Call(right, left);

    /// <summary>−value.</summary>
    public static Tensor operator -(Tensor value) => Aten.neg.Call(value);

    /// <summary>left × right, element by element.</summary>
    public static Tensor operator *(Tensor left, Tensor right) => Aten.mul.Call(left, right);

    /// <summary>left × right.</summary>
    public static Tensor operator *(Tensor left, Scalar right) => Aten.mul_s.Call(left, right);

    /// <summary>left × right.</summary>
    public static Tensor operator *(Scalar left, Tensor right) => Aten.mul_s.Call(right, left);

    /// <summary>left ÷ right; integers give floats, ÷ 0 gives ±∞ or NaN.</summary>
    public static Tensor operator /(Tensor left, Tensor right) => Aten.div.Call(left, right);

    /// <summary>left ÷ right.</summary>
    public static Tensor operator /(Tensor left, Scalar right) => Aten.div_s.Call(left, right);

    /// <summary>left ÷ right.</summary>
    public static Tensor operator /(Scalar left, Tensor right)
    {
        using Tensor inverse = Aten.reciprocal.Call(right);
        return Aten.mul_s.Call(inverse, left);
    }

    /// <summary>this + alpha × other.</summary>
    public Tensor add(Tensor other, double alpha = 1) => alpha == 1 ? Aten.add.Call(this, other) : Aten.add.Call(this, other, alpha);

    /// <summary>this + other.</summary>
    public Tensor add(Scalar other) => Aten.add_s.Call(this, other);

    /// <summary>this − other.</summary>
    public Tensor sub(Tensor other) => Aten.sub.Call(this, other);

    /// <summary>this − other.</summary>
    public Tensor sub(Scalar other) => Aten.sub_s.Call(this, other);

    /// <summary>this × other, element by element.</summary>
    public Tensor mul(Tensor other) => Aten.mul.Call(this, other);

    /// <summary>this × other.</summary>
    public Tensor mul(Scalar other) => Aten.mul_s.Call(this, other);

    /// <summary>this ÷ other.</summary>
    public Tensor div(Tensor other) => Aten.div.Call(this, other);

    /// <summary>this ÷ other.</summary>
    public Tensor div(Scalar other) => Aten.div_s.Call(this, other);

    /// <summary>this to a power.</summary>
    public Tensor pow(Tensor exponent) => Aten.pow.Call(this, exponent);

    /// <summary>this to a power.</summary>
    public Tensor pow(Scalar exponent) => Aten.pow_s.Call(this, exponent);

    /// <summary>The remainder of a division by a number; its sign is that of the divisor.</summary>
    public Tensor remainder(Scalar other) => Aten.remainder.Call(this, other);

    /// <summary>The greater of two, element by element; NaN if either is.</summary>
    public Tensor maximum(Tensor other) => Aten.maximum.Call(this, other);

    /// <summary>The smaller of two, element by element; NaN if either is.</summary>
    public Tensor minimum(Tensor other) => Aten.minimum.Call(this, other);

    /// <summary>Held between two bounds; null leaves a side open.</summary>
    public Tensor clamp(double? min = null, double? max = null) => Aten.clamp.Call(this, min, max);

    /// <summary>True where equal.</summary>
    public Tensor eq(Tensor other) => Aten.eq.Call(this, other);

    /// <summary>True where equal.</summary>
    public Tensor eq(Scalar other) => Aten.eq_s.Call(this, other);

    /// <summary>True where different.</summary>
    public Tensor ne(Tensor other) => Aten.ne.Call(this, other);

    /// <summary>True where different.</summary>
    public Tensor ne(Scalar other) => Aten.ne_s.Call(this, other);

    /// <summary>True where below.</summary>
    public Tensor lt(Tensor other) => Aten.lt.Call(this, other);

    /// <summary>True where below.</summary>
    public Tensor lt(Scalar other) => Aten.lt_s.Call(this, other);

    /// <summary>True where at most.</summary>
    public Tensor le(Tensor other) => Aten.le.Call(this, other);

    /// <summary>True where at most.</summary>
    public Tensor le(Scalar other) => Aten.le_s.Call(this, other);

    /// <summary>True where above.</summary>
    public Tensor gt(Tensor other) => Aten.gt.Call(this, other);

    /// <summary>True where above.</summary>
    public Tensor gt(Scalar other) => Aten.gt_s.Call(this, other);

    /// <summary>True where at least.</summary>
    public Tensor ge(Tensor other) => Aten.ge.Call(this, other);

    /// <summary>True where at least.</summary>
    public Tensor ge(Scalar other) => Aten.ge_s.Call(this, other);

    /// <summary>True where both are.</summary>
    public Tensor logical_and(Tensor other) => Aten.logical_and.Call(this, other);

    /// <summary>True where either is.</summary>
    public Tensor logical_or(Tensor other) => Aten.logical_or.Call(this, other);

    /// <summary>True where this is not.</summary>
    public Tensor logical_not() => Aten.logical_not.Call(this);

    /// <summary>Matrix product over the last two dimensions, the others broadcast.</summary>
    public Tensor matmul(Tensor target) => Aten.matmul.Call(this, target);

    /// <summary>Product of two matrices.</summary>
    public Tensor mm(Tensor target) => Aten.mm.Call(this, target);

    /// <summary>Products of two stacks of matrices.</summary>
    public Tensor bmm(Tensor batch2) => Aten.bmm.Call(this, batch2);

    /// <summary>Inner product of two vectors.</summary>
    public Tensor dot(Tensor other) => Aten.dot.Call(this, other);

    /// <summary>Adds alpha × other in place.</summary>
    /// <returns>This tensor, as all in-place forms return.</returns>
    public Tensor add_(Tensor other, double alpha = 1) => After(Aten.add_, other, alpha);

    /// <summary>Adds a number in place.</summary>
    public Tensor add_(Scalar other) => After(Aten.add_s_, other);

    /// <summary>Subtracts in place.</summary>
    public Tensor sub_(Tensor other) => After(Aten.sub_, other);

    /// <summary>Subtracts a number in place.</summary>
    public Tensor sub_(Scalar other) => After(Aten.sub_s_, other);

    /// <summary>Multiplies in place.</summary>
    public Tensor mul_(Tensor other) => After(Aten.mul_, other);

    /// <summary>Multiplies by a number in place.</summary>
    public Tensor mul_(Scalar other) => After(Aten.mul_s_, other);

    /// <summary>Divides in place.</summary>
    public Tensor div_(Tensor other) => After(Aten.div_, other);

    /// <summary>Divides by a number in place.</summary>
    public Tensor div_(Scalar other) => After(Aten.div_s_, other);

    /// <summary>Holds between two bounds in place.</summary>
    public Tensor clamp_(double? min = null, double? max = null) => After(Aten.clamp_, min, max);

    /// <summary>Sets every element to 0.</summary>
    public Tensor zero_() => After(Aten.zero_);

    /// <summary>Sets every element.</summary>
    public Tensor fill_(Scalar value) => After(Aten.fill_, value);

    /// <summary>Copies another tensor's elements in, converted and broadcast.</summary>
    public Tensor copy_(Tensor source) => After(Aten.copy_, source);

    /// <summary>Draws every element uniformly between two bounds.</summary>
    public Tensor uniform_(double from, double to) => After(Aten.uniform_, from, to);

    /// <summary>Draws every element from a normal distribution.</summary>
    public Tensor normal_(double mean = 0, double stddev = 1) => After(Aten.normal_, mean, stddev);

    /// <summary>Draws every element: 1 with the given probability, else 0.</summary>
    public Tensor bernoulli_(double p = 0.5) => After(Aten.bernoulli_, p);

    /// <summary>Sets the elements where the mask is true.</summary>
    public Tensor masked_fill_(Tensor mask, Scalar value) => After(Aten.masked_fill_, mask, value);

    private Tensor After(AtenOperator op)
    {
        op.Do(this);
        return this;
    }

    private Tensor After(AtenOperator op, AtenArgument a)
    {
        op.Do(this, a);
        return this;
    }

    private Tensor After(AtenOperator op, AtenArgument a, AtenArgument b)
    {
        op.Do(this, a, b);
        return this;
    }
}
