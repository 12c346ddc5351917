namespace AlphaKit.Factors;

/// <summary>
/// A vector of floats of one width. Kernels are written against this interface once and compiled for every width; no operation here
/// mixes lanes, so a kernel gives the same bits at any width. Masks are all ones or all zeros per lane.
/// </summary>
internal unsafe interface IFloats<TSelf, TDoubles>
    where TSelf : unmanaged, IFloats<TSelf, TDoubles>
    where TDoubles : unmanaged, IDoubles<TDoubles>
{
    static abstract int Width { get; }

    static abstract TSelf Load(float* from);

    static abstract void Store(float* to, TSelf value);

    /// <summary>Past the caches; the address must be aligned to the vector.</summary>
    static abstract void Stream(float* to, TSelf value);

    static abstract TSelf All(float value);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    static abstract TSelf operator &(TSelf a, TSelf b);

    static abstract TSelf operator |(TSelf a, TSelf b);

    static abstract TSelf operator ~(TSelf a);

    /// <summary>The larger value; b where a side is NaN.</summary>
    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>The smaller value; b where a side is NaN.</summary>
    static abstract TSelf Min(TSelf a, TSelf b);

    static abstract TSelf Less(TSelf a, TSelf b);

    static abstract TSelf LessOrEqual(TSelf a, TSelf b);

    static abstract TSelf Equal(TSelf a, TSelf b);

    static abstract TSelf Select(TSelf mask, TSelf yes, TSelf no);

    /// <summary>yes where a is less than b, no elsewhere.</summary>
    static abstract TSelf SelectLess(TSelf a, TSelf b, TSelf yes, TSelf no);

    /// <summary>Whatever is not finite becomes the one NaN of <see cref="float.NaN"/>.</summary>
    static abstract TSelf Finite(TSelf a);

    /// <summary>value + 1 where the mask is set.</summary>
    static abstract TSelf CountWhere(TSelf mask, TSelf value);

    static abstract bool AllSet(TSelf mask);

    /// <summary>True if the size of every lane is at least 2⁻⁴⁰ and below 2⁶⁰.</summary>
    static abstract bool AllOrdinary(TSelf a);

    static abstract uint Bits(TSelf mask);

    /// <summary>a·b + c with one rounding.</summary>
    static abstract TSelf Fma(TSelf a, TSelf b, TSelf c);

    /// <summary>c − a·b with one rounding.</summary>
    static abstract TSelf NegatedFma(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Abs(TSelf a);

    static abstract TSelf Sqrt(TSelf a);

    static abstract TSelf Floor(TSelf a);

    static abstract TSelf Log(TSelf a);

    static abstract TSelf Exp(TSelf a);

    static abstract TDoubles Lower(TSelf a);

    static abstract TDoubles Upper(TSelf a);

    static abstract TSelf Narrow(TDoubles lower, TDoubles upper);

    /// <summary>Lane i reads from[offsets[i] + i], the offsets being whole numbers.</summary>
    static abstract TSelf Gather(float* from, TSelf offsets);

    /// <summary>Whole numbers of 32 bits, one more where a is less than b. All(0f) is zero; <see cref="Counted"/> makes floats of them.</summary>
    static abstract TSelf CountLess(TSelf a, TSelf b, TSelf wholes);

    /// <summary>Whole numbers of 32 bits, one more where a is not greater than b.</summary>
    static abstract TSelf CountLessOrEqual(TSelf a, TSelf b, TSelf wholes);

    /// <summary>The whole numbers of <see cref="CountLess"/> as floats.</summary>
    static abstract TSelf Counted(TSelf wholes);

    /// <summary>Writes the lanes as whole numbers, rounded towards zero.</summary>
    static abstract void StoreIntegers(int* to, TSelf value);

    static abstract TSelf LoadIntegers(int* from);

    /// <summary>A monotone piecewise linear logarithm to base 2, from the exponent and the fraction.</summary>
    static abstract TSelf RoughLog2(TSelf a);
}
