namespace AlphaKit.Factors;

/// <summary>An operation on the elements of up to three series with up to two numbers. A result that is not finite becomes NaN afterwards.</summary>
internal interface IElementOperation
{
    static abstract int Inputs { get; }

    /// <summary>True if results are finite or NaN as they come.</summary>
    static virtual bool IsFinite => false;

    static abstract F Apply<F, D>(F x, F y, F z, F p, F q)
        where F : unmanaged, IFloats<F, D>
        where D : unmanaged, IDoubles<D>;
}
