using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlphaKit.Factors;

/// <summary>8 floats in one vector of 256 bits.</summary>
internal readonly unsafe struct Floats8 : IFloats<Floats8, Doubles4>
{
    private readonly Vector256<float> _lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Floats8(Vector256<float> lanes) => _lanes = lanes;

    public static int Width => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Load(float* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* to, Floats8 value) => value._lanes.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stream(float* to, Floats8 value) => value._lanes.StoreAlignedNonTemporal(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 All(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator +(Floats8 a, Floats8 b) => new(a._lanes + b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator -(Floats8 a, Floats8 b) => new(a._lanes - b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator *(Floats8 a, Floats8 b) => new(a._lanes * b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator /(Floats8 a, Floats8 b) => new(a._lanes / b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator &(Floats8 a, Floats8 b) => new(a._lanes & b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator |(Floats8 a, Floats8 b) => new(a._lanes | b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator ~(Floats8 a) => new(~a._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Max(Floats8 a, Floats8 b) => new(Avx.IsSupported
        ? Avx.Max(a._lanes, b._lanes)
        : Vector256.ConditionalSelect(Vector256.GreaterThan(a._lanes, b._lanes), a._lanes, b._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Min(Floats8 a, Floats8 b) => new(Avx.IsSupported
        ? Avx.Min(a._lanes, b._lanes)
        : Vector256.ConditionalSelect(Vector256.LessThan(a._lanes, b._lanes), a._lanes, b._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Less(Floats8 a, Floats8 b) => new(Vector256.LessThan(a._lanes, b._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 LessOrEqual(Floats8 a, Floats8 b) => new(Vector256.LessThanOrEqual(a._lanes, b._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Equal(Floats8 a, Floats8 b) => new(Vector256.Equals(a._lanes, b._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Select(Floats8 mask, Floats8 yes, Floats8 no) => new(Vector256.ConditionalSelect(mask._lanes, yes._lanes, no._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 SelectLess(Floats8 a, Floats8 b, Floats8 yes, Floats8 no) => new(Avx.IsSupported
        ? Avx.BlendVariable(no._lanes, yes._lanes, Avx.CompareLessThan(a._lanes, b._lanes))
        : Vector256.ConditionalSelect(Vector256.LessThan(a._lanes, b._lanes), yes._lanes, no._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Finite(Floats8 a) => SelectLess(Abs(a), All(float.PositiveInfinity), a, All(float.NaN));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 CountWhere(Floats8 mask, Floats8 value) => new(value._lanes + (mask._lanes & Vector256<float>.One));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllSet(Floats8 mask) => mask._lanes.ExtractMostSignificantBits() == 0xFF;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllOrdinary(Floats8 a) => Vector256.LessThanAll(
        (a._lanes.AsInt32() & Vector256.Create(0x7FFFFFFF)) - Vector256.Create(0x2B800000) ^ Vector256.Create(int.MinValue),
        Vector256.Create((0x5D800000 - 0x2B800000) ^ int.MinValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Floats8 mask) => (uint)mask._lanes.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Fma(Floats8 a, Floats8 b, Floats8 c) => new(Vector256.FusedMultiplyAdd(a._lanes, b._lanes, c._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 NegatedFma(Floats8 a, Floats8 b, Floats8 c) => new(System.Runtime.Intrinsics.X86.Fma.IsSupported
        ? System.Runtime.Intrinsics.X86.Fma.MultiplyAddNegated(a._lanes, b._lanes, c._lanes)
        : Vector256.FusedMultiplyAdd(-a._lanes, b._lanes, c._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Abs(Floats8 a) => new(Vector256.Abs(a._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Sqrt(Floats8 a) => new(Vector256.Sqrt(a._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Floor(Floats8 a) => new(Vector256.Floor(a._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Log(Floats8 a) => new(Vector256.Log(a._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Exp(Floats8 a) => new(Vector256.Exp(a._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Lower(Floats8 a) => new(Vector256.WidenLower(a._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Upper(Floats8 a) => new(Vector256.WidenUpper(a._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Narrow(Doubles4 lower, Doubles4 upper) => new(Vector256.Narrow(lower.Lanes, upper.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Gather(float* from, Floats8 offsets) => new(GatherHalf(from, offsets._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 CountLess(Floats8 a, Floats8 b, Floats8 wholes) => new((wholes._lanes.AsInt32() - Vector256.LessThan(a._lanes, b._lanes).AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 CountLessOrEqual(Floats8 a, Floats8 b, Floats8 wholes) => new((wholes._lanes.AsInt32() - Vector256.LessThanOrEqual(a._lanes, b._lanes).AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Counted(Floats8 wholes) => new(Vector256.ConvertToSingle(wholes._lanes.AsInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIntegers(int* to, Floats8 value) => Vector256.ConvertToInt32(value._lanes).Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 LoadIntegers(int* from) => new(Vector256.ConvertToSingle(Vector256.Load(from)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 RoughLog2(Floats8 a) => new(Vector256.ConvertToSingle(a._lanes.AsInt32() - Vector256.Create(0x3f800000)) * Vector256.Create(1f / (1 << 23)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> GatherHalf(float* from, Vector256<float> offsets)
    {
        Vector256<int> at = Vector256.ConvertToInt32(offsets) + Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);
        if (Avx2.IsSupported) return Avx2.GatherVector256(from, at, sizeof(float));
        return Vector256.Create(from[at[0]], from[at[1]], from[at[2]], from[at[3]], from[at[4]], from[at[5]], from[at[6]], from[at[7]]);
    }
}
