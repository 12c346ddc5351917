using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>What several kernels do with a vector of floats.</summary>
internal static unsafe class Lanes<F, D>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    /// <summary>Floats in a line of memory, by which results leave the processor.</summary>
    public const int Line = 16;

    public static F NaN
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => F.All(float.NaN);
    }

    public static F One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => F.All(1f);
    }

    public static F Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => F.All(0f);
    }

    /// <summary>Whatever is not finite becomes NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Finite(F x) => F.Finite(x);

    /// <summary>Writes a row's piece of a result wherever the target says; what is not finite becomes NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(in Target target, int row, int column, F value) => Put(target.Row(row), column, value);

    /// <summary>
    /// Writes a line of results, column to column + <see cref="Line"/> − 1, whole: a kernel with several results at once would otherwise leave half a line
    /// of each waiting for the other half where vectors are shorter, and memory takes a line in two halves many times as slowly.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PutLine(in TargetRow row, int column, float* values)
    {
        for (int i = 0; i < Line; i += F.Width) Put(row, column + i, F.Load(values + i));
    }

    /// <summary>The same where the row's places are known already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(in TargetRow row, int column, F value)
    {
        if (row.Result != null)
        {
            if (row.Streams) F.Stream(row.Result + column, Finite(value));
            else F.Store(row.Result + column, Finite(value));
        }

        if (row.Extra == null) return;
        if (row.Divisor == null) F.Stream(row.Extra + column, Finite(value));
        else F.Stream(row.Extra + column, QuotientOperation.Apply<F, D>(value, F.Load(row.Divisor + column), F.Load(row.Reciprocal + column)));
    }
}
