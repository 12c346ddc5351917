using System.Numerics;

namespace AlphaKit;

/// <summary>
/// A seeded stream of random numbers with a name: xoshiro256** (Blackman and Vigna, 2018), its state filled by SplitMix64 from the seed and
/// the SHA-256 of the name. Equal seed and name give equal numbers on every machine; streams of other names are independent, so that adding
/// a draw in one place changes nothing in another.
/// </summary>
/// <threadsafety>Not safe for concurrent use: give each worker its own stream by <see cref="Fork(string)"/>.</threadsafety>
public sealed class RandomStream
{
    private readonly ulong _seed;
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;
    private double _spareNormal = double.NaN;

    private RandomStream(ulong seed, string name)
    {
        _seed = seed;
        Name = name;
        ulong x = seed ^ ContentHash.ToUInt64(name);
        _s0 = SplitMix(ref x);
        _s1 = SplitMix(ref x);
        _s2 = SplitMix(ref x);
        _s3 = SplitMix(ref x);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Opens a stream.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="name">What the numbers are for, for example <c>simulation/returns</c>.</param>
    public static RandomStream Create(ulong seed, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new RandomStream(seed, name);
    }

    /// <summary>A stream below this one, independent of how much was drawn from it.</summary>
    /// <param name="name">Name of the part.</param>
    public RandomStream Fork(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new RandomStream(_seed, $"{Name}/{name}");
    }

    /// <summary>A stream below this one for the <paramref name="index"/>th part.</summary>
    /// <param name="index">Number of the part.</param>
    public RandomStream Fork(long index) => Fork(index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>64 uniform bits.</summary>
    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1) with 53 bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [<paramref name="min"/>, <paramref name="max"/>).</summary>
    /// <param name="min">Lower bound, inclusive.</param>
    /// <param name="max">Upper bound, exclusive; finite and above <paramref name="min"/>.</param>
    /// <exception cref="ArgumentException">The bounds are not finite, or not in order.</exception>
    public double NextDouble(double min, double max)
    {
        if (!(min < max) || !double.IsFinite(max - min)) throw new ArgumentException($"The bounds {min} and {max} must be finite and ascend.", nameof(max));

        // Rounding may reach the upper bound; it is not part of the interval.
        return Math.Min(min + ((max - min) * NextDouble()), Math.BitDecrement(max));
    }

    /// <summary>Uniform integer in [0, <paramref name="exclusiveMax"/>), without bias (Lemire 2019).</summary>
    /// <param name="exclusiveMax">Upper bound, exclusive; positive.</param>
    public int NextInt32(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMax);
        uint range = (uint)exclusiveMax;
        ulong product = (NextUInt64() >> 32) * range;
        if ((uint)product < range)
        {
            uint threshold = (0u - range) % range;
            while ((uint)product < threshold) product = (NextUInt64() >> 32) * range;
        }

        return (int)(product >> 32);
    }

    /// <summary>Standard normal, by Marsaglia's polar method.</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(_spareNormal))
        {
            double spare = _spareNormal;
            _spareNormal = double.NaN;
            return spare;
        }

        double u, v, s;
        do
        {
            u = (2 * NextDouble()) - 1;
            v = (2 * NextDouble()) - 1;
            s = (u * u) + (v * v);
        }
        while (s is >= 1 or 0);
        double scale = Math.Sqrt(-2 * Math.Log(s) / s);
        _spareNormal = v * scale;
        return u * scale;
    }

    /// <summary>Exponential with mean one.</summary>
    public double NextExponential() => -Math.Log(1 - NextDouble());

    /// <summary>Gamma with the given shape and scale one (Marsaglia and Tsang 2000).</summary>
    /// <param name="shape">Shape, positive.</param>
    public double NextGamma(double shape)
    {
        if (!(shape > 0)) throw new ArgumentOutOfRangeException(nameof(shape), shape, "Must be positive.");
        if (shape < 1) return NextGamma(shape + 1) * Math.Pow(1 - NextDouble(), 1 / shape);
        double d = shape - (1.0 / 3), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = NextNormal(), v = 1 + (c * x);
            if (v <= 0) continue;
            v = v * v * v;
            double u = 1 - NextDouble();
            if (Math.Log(u) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v))) return d * v;
        }
    }

    /// <summary>Student t with the given degrees of freedom, scaled to variance one.</summary>
    /// <param name="degreesOfFreedom">More than two.</param>
    public double NextStudentT(double degreesOfFreedom)
    {
        if (!(degreesOfFreedom > 2)) throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Must be above two for a finite variance.");
        double chiSquare = 2 * NextGamma(degreesOfFreedom / 2);
        return NextNormal() * Math.Sqrt((degreesOfFreedom - 2) / chiSquare);
    }

    /// <summary>Shuffles in place (Fisher–Yates).</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="items">The items.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextInt32(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong SplitMix(ref ulong x)
    {
        ulong z = x += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
