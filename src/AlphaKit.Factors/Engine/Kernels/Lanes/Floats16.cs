using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlphaKit.Factors;

/// <summary>16 floats in one vector of 512 bits.</summary>
internal readonly unsafe struct Floats16 : IFloats<Floats16, Doubles8>
{
    private readonly Vector512<float> _lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Floats16(Vector512<float> lanes) => _lanes = lanes;

    public static int Width => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Load(float* from) => new(Vector512.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* to, Floats16 value) => value._lanes.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stream(float* to, Floats16 value) => value._lanes.StoreAlignedNonTemporal(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 All(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator +(Floats16 a, Floats16 b) => new(a._lanes + b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator -(Floats16 a, Floats16 b) => new(a._lanes - b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator *(Floats16 a, Floats16 b) => new(a._lanes * b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator /(Floats16 a, Floats16 b) => new(a._lanes / b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator &(Floats16 a, Floats16 b) => new(a._lanes & b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator |(Floats16 a, Floats16 b) => new(a._lanes | b._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator ~(Floats16 a) => new(~a._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Max(Floats16 a, Floats16 b) => new(Avx512F.IsSupported
        ? Avx512F.Max(a._lanes, b._lanes)
        : Vector512.ConditionalSelect(Vector512.GreaterThan(a._lanes, b._lanes), a._lanes, b._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Min(Floats16 a, Floats16 b) => new(Avx512F.IsSupported
        ? Avx512F.Min(a._lanes, b._lanes)
        : Vector512.ConditionalSelect(Vector512.LessThan(a._lanes, b._lanes), a._lanes, b._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Less(Floats16 a, Floats16 b) => new(Vector512.LessThan(a._lanes, b._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 LessOrEqual(Floats16 a, Floats16 b) => new(Vector512.LessThanOrEqual(a._lanes, b._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Equal(Floats16 a, Floats16 b) => new(Vector512.Equals(a._lanes, b._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Select(Floats16 mask, Floats16 yes, Floats16 no) => new(Vector512.ConditionalSelect(mask._lanes, yes._lanes, no._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 SelectLess(Floats16 a, Floats16 b, Floats16 yes, Floats16 no) => new(Avx512F.IsSupported
        ? Avx512F.BlendVariable(no._lanes, yes._lanes, Avx512F.CompareLessThan(a._lanes, b._lanes))
        : Vector512.ConditionalSelect(Vector512.LessThan(a._lanes, b._lanes), yes._lanes, no._lanes));

    /// <summary>One instruction where there is one: numbers of the four classes quiet and signalling NaN, −∞ and +∞ are replaced, all others stay.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Finite(Floats16 a) => new(Avx512F.IsSupported
        ? Avx512F.Fixup(a._lanes, a._lanes, Vector512.Create(0x00330033), 0)
        : Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Abs(a._lanes), Vector512.Create(float.PositiveInfinity)), a._lanes, Vector512.Create(float.NaN)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 CountWhere(Floats16 mask, Floats16 value) => new(Vector512.ConditionalSelect(mask._lanes, value._lanes + Vector512<float>.One, value._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllSet(Floats16 mask) => mask._lanes.ExtractMostSignificantBits() == 0xFFFF;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllOrdinary(Floats16 a) => Vector512.LessThanAll(
        (a._lanes.AsUInt32() & Vector512.Create(0x7FFFFFFFu)) - Vector512.Create(0x2B800000u), Vector512.Create(0x5D800000u - 0x2B800000u));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Floats16 mask) => (uint)mask._lanes.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Fma(Floats16 a, Floats16 b, Floats16 c) => new(Vector512.FusedMultiplyAdd(a._lanes, b._lanes, c._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 NegatedFma(Floats16 a, Floats16 b, Floats16 c) => new(Avx512F.IsSupported
        ? Avx512F.FusedMultiplyAddNegated(a._lanes, b._lanes, c._lanes)
        : Vector512.FusedMultiplyAdd(-a._lanes, b._lanes, c._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Abs(Floats16 a) => new(Vector512.Abs(a._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Sqrt(Floats16 a) => new(Vector512.Sqrt(a._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Floor(Floats16 a) => new(Vector512.Floor(a._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Log(Floats16 a) => new(Vector512.Log(a._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Exp(Floats16 a) => new(Vector512.Exp(a._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Lower(Floats16 a) => new(Vector512.WidenLower(a._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Upper(Floats16 a) => new(Vector512.WidenUpper(a._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Narrow(Doubles8 lower, Doubles8 upper) => new(Vector512.Narrow(lower.Lanes, upper.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Gather(float* from, Floats16 offsets) => new(Vector512.Create(GatherHalf(from, offsets._lanes.GetLower()), GatherHalf(from + 8, offsets._lanes.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 CountLess(Floats16 a, Floats16 b, Floats16 wholes) => new(Vector512.ConditionalSelect(
        Vector512.LessThan(a._lanes, b._lanes).AsInt32(), wholes._lanes.AsInt32() + Vector512<int>.One, wholes._lanes.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 CountLessOrEqual(Floats16 a, Floats16 b, Floats16 wholes) => new(Vector512.ConditionalSelect(
        Vector512.LessThanOrEqual(a._lanes, b._lanes).AsInt32(), wholes._lanes.AsInt32() + Vector512<int>.One, wholes._lanes.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Counted(Floats16 wholes) => new(Vector512.ConvertToSingle(wholes._lanes.AsInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIntegers(int* to, Floats16 value) => Vector512.ConvertToInt32(value._lanes).Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 LoadIntegers(int* from) => new(Vector512.ConvertToSingle(Vector512.Load(from)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 RoughLog2(Floats16 a) => new(Vector512.ConvertToSingle(a._lanes.AsInt32() - Vector512.Create(0x3f800000)) * Vector512.Create(1f / (1 << 23)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> GatherHalf(float* from, Vector256<float> offsets)
    {
        Vector256<int> at = Vector256.ConvertToInt32(offsets) + Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);
        if (Avx2.IsSupported) return Avx2.GatherVector256(from, at, sizeof(float));
        return Vector256.Create(from[at[0]], from[at[1]], from[at[2]], from[at[3]], from[at[4]], from[at[5]], from[at[6]], from[at[7]]);
    }
}
