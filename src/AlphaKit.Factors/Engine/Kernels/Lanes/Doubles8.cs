using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlphaKit.Factors;

/// <summary>8 doubles in one vector of 512 bits.</summary>
internal readonly unsafe struct Doubles8 : IDoubles<Doubles8>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles8(Vector512<double> lanes) => Lanes = lanes;

    public static int Width => 8;

    public Vector512<double> Lanes { [MethodImpl(MethodImplOptions.AggressiveInlining)] get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Load(double* from) => new(Vector512.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Widen(float* from) => new(Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Double(Vector256.Load(from))
        : Vector512.Create(Vector256.WidenLower(Vector256.Load(from)), Vector256.WidenUpper(Vector256.Load(from))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(double* to, Doubles8 value) => value.Lanes.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 All(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 operator +(Doubles8 a, Doubles8 b) => new(a.Lanes + b.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 operator -(Doubles8 a, Doubles8 b) => new(a.Lanes - b.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 operator *(Doubles8 a, Doubles8 b) => new(a.Lanes * b.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 operator /(Doubles8 a, Doubles8 b) => new(a.Lanes / b.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 operator &(Doubles8 a, Doubles8 b) => new(a.Lanes & b.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 operator |(Doubles8 a, Doubles8 b) => new(a.Lanes | b.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Fma(Doubles8 a, Doubles8 b, Doubles8 c) => new(Vector512.FusedMultiplyAdd(a.Lanes, b.Lanes, c.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Less(Doubles8 a, Doubles8 b) => new(Vector512.LessThan(a.Lanes, b.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 LessOrEqual(Doubles8 a, Doubles8 b) => new(Vector512.LessThanOrEqual(a.Lanes, b.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Equal(Doubles8 a, Doubles8 b) => new(Vector512.Equals(a.Lanes, b.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Select(Doubles8 mask, Doubles8 yes, Doubles8 no) => new(Vector512.ConditionalSelect(mask.Lanes, yes.Lanes, no.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Max(Doubles8 a, Doubles8 b) => new(Avx512F.IsSupported
        ? Avx512F.Max(a.Lanes, b.Lanes)
        : Vector512.ConditionalSelect(Vector512.GreaterThan(a.Lanes, b.Lanes), a.Lanes, b.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Min(Doubles8 a, Doubles8 b) => new(Avx512F.IsSupported
        ? Avx512F.Min(a.Lanes, b.Lanes)
        : Vector512.ConditionalSelect(Vector512.LessThan(a.Lanes, b.Lanes), a.Lanes, b.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Abs(Doubles8 a) => new(Vector512.Abs(a.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Sqrt(Doubles8 a) => new(Vector512.Sqrt(a.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Log(Doubles8 a) => new(Vector512.Log(a.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Exp(Doubles8 a) => new(Vector512.Exp(a.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 Floor(Doubles8 a) => new(Vector512.Floor(a.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles8 InverseSqrt(Doubles8 a)
    {
        Vector512<double> y = (Vector512.Create(0x5FE6EB50C7B537A9L) - (a.Lanes.AsInt64() >>> 1)).AsDouble();
        Vector512<double> half = a.Lanes * Vector512.Create(-0.5), more = Vector512.Create(1.5);
        y *= Vector512.FusedMultiplyAdd(half * y, y, more);
        y *= Vector512.FusedMultiplyAdd(half * y, y, more);
        y *= Vector512.FusedMultiplyAdd(half * y, y, more);
        return new(y);
    }
}
