using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlphaKit.Factors;

/// <summary>4 doubles in one vector of 256 bits.</summary>
internal readonly unsafe struct Doubles4 : IDoubles<Doubles4>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Doubles4(Vector256<double> lanes) => Lanes = lanes;

    public static int Width => 4;

    public Vector256<double> Lanes { [MethodImpl(MethodImplOptions.AggressiveInlining)] get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Load(double* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Widen(float* from) => new(Avx.IsSupported
        ? Avx.ConvertToVector256Double(Vector128.Load(from))
        : Vector256.Create(Vector128.WidenLower(Vector128.Load(from)), Vector128.WidenUpper(Vector128.Load(from))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(double* to, Doubles4 value) => value.Lanes.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 All(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 operator +(Doubles4 a, Doubles4 b) => new(a.Lanes + b.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 operator -(Doubles4 a, Doubles4 b) => new(a.Lanes - b.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 operator *(Doubles4 a, Doubles4 b) => new(a.Lanes * b.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 operator /(Doubles4 a, Doubles4 b) => new(a.Lanes / b.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 operator &(Doubles4 a, Doubles4 b) => new(a.Lanes & b.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 operator |(Doubles4 a, Doubles4 b) => new(a.Lanes | b.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Fma(Doubles4 a, Doubles4 b, Doubles4 c) => new(Vector256.FusedMultiplyAdd(a.Lanes, b.Lanes, c.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Less(Doubles4 a, Doubles4 b) => new(Vector256.LessThan(a.Lanes, b.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 LessOrEqual(Doubles4 a, Doubles4 b) => new(Vector256.LessThanOrEqual(a.Lanes, b.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Equal(Doubles4 a, Doubles4 b) => new(Vector256.Equals(a.Lanes, b.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Select(Doubles4 mask, Doubles4 yes, Doubles4 no) => new(Vector256.ConditionalSelect(mask.Lanes, yes.Lanes, no.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Max(Doubles4 a, Doubles4 b) => new(Avx.IsSupported
        ? Avx.Max(a.Lanes, b.Lanes)
        : Vector256.ConditionalSelect(Vector256.GreaterThan(a.Lanes, b.Lanes), a.Lanes, b.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Min(Doubles4 a, Doubles4 b) => new(Avx.IsSupported
        ? Avx.Min(a.Lanes, b.Lanes)
        : Vector256.ConditionalSelect(Vector256.LessThan(a.Lanes, b.Lanes), a.Lanes, b.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Abs(Doubles4 a) => new(Vector256.Abs(a.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Sqrt(Doubles4 a) => new(Vector256.Sqrt(a.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Log(Doubles4 a) => new(Vector256.Log(a.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Exp(Doubles4 a) => new(Vector256.Exp(a.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 Floor(Doubles4 a) => new(Vector256.Floor(a.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles4 InverseSqrt(Doubles4 a)
    {
        Vector256<double> y = (Vector256.Create(0x5FE6EB50C7B537A9L) - (a.Lanes.AsInt64() >>> 1)).AsDouble();
        Vector256<double> half = a.Lanes * Vector256.Create(-0.5), more = Vector256.Create(1.5);
        y *= Vector256.FusedMultiplyAdd(half * y, y, more);
        y *= Vector256.FusedMultiplyAdd(half * y, y, more);
        y *= Vector256.FusedMultiplyAdd(half * y, y, more);
        return new(y);
    }
}
