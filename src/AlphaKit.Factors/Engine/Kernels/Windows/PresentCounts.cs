using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// How many values are present up to each row, from row <c>first</c> on: whole numbers below 2²⁴ in floats, so that the difference of two
/// rows is exactly the number present in between.
/// </summary>
internal static unsafe class PresentCounts<F, D>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    /// <summary>Counts of x (and y, jointly, when given); row r stands at result + r·block, rows first − 1 to rows − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float* Of(Tile tile, Series x, Series y, int column, int block, int first)
    {
        float* start = tile.Scratch.Take<float>((nint)(tile.Rows - first + 1) * block);
        float* result = start + ((nint)(1 - first) * block);
        for (int v = 0; v < block; v += F.Width)
        {
            F count = F.All(0f);
            F.Store(result + ((nint)(first - 1) * block) + v, count);
            for (nint r = first; r < tile.Rows; r++)
            {
                F value = F.Load(x.Rows + (r * x.Stride) + column + v);
                F present = F.Equal(value, value);
                if (y.Rows != null)
                {
                    F other = F.Load(y.Rows + (r * y.Stride) + column + v);
                    present &= F.Equal(other, other);
                }

                count = F.CountWhere(present, count);
                F.Store(result + (r * block) + v, count);
            }
        }

        return result;
    }

    /// <summary>A copy of rows first to rows − 1 with the missing values replaced; row r stands at result + r·block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float* Filled(Tile tile, Series x, Series y, int column, int block, int first, float with)
    {
        float* result = tile.Scratch.Take<float>((nint)(tile.Rows - first) * block) - ((nint)first * block);
        F fill = F.All(with);
        for (nint r = first; r < tile.Rows; r++)
        {
            for (int v = 0; v < block; v += F.Width)
            {
                F value = F.Load(x.Rows + (r * x.Stride) + column + v);
                F present = F.Equal(value, value);
                if (y.Rows != null)
                {
                    F other = F.Load(y.Rows + (r * y.Stride) + column + v);
                    present &= F.Equal(other, other);
                }

                F.Store(result + (r * block) + v, F.Select(present, value, fill));
            }
        }

        return result;
    }
}
