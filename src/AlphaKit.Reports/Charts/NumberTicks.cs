namespace AlphaKit.Reports;

/// <summary>Round positions for the ticks of a number axis.</summary>
internal static class NumberTicks
{
    /// <summary>
    /// Multiples of a step of 1, 2, 2.5 or 5 times a power of ten within [min, max]; the smallest step that gives at most
    /// <paramref name="intervals"/> intervals.
    /// </summary>
    /// <returns>Ascending; one value where min equals max.</returns>
    public static IReadOnlyList<double> Linear(double min, double max, int intervals = 5)
    {
        if (min >= max) return [min];
        double step = Step((max - min) / intervals);
        long first = (long)Math.Ceiling((min / step) - 1e-9), last = (long)Math.Floor((max / step) + 1e-9);
        List<double> ticks = [];
        for (long k = first; k <= last; k++) ticks.Add(Math.Round(k * step, Decimals(step) + 1) + 0.0);
        return ticks;
    }

    /// <summary>The smallest of 1, 2, 2.5, 5 times a power of ten that is not below <paramref name="atLeast"/>.</summary>
    public static double Step(double atLeast)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        foreach (double leading in (ReadOnlySpan<double>)[1, 2, 2.5, 5])
        {
            if (leading * power >= atLeast * (1 - 1e-9)) return leading * power;
        }

        return 10 * power;
    }

    /// <summary>Round values for a logarithmic axis: 1-2-5 steps, powers of ten alone where those are too many, linear steps where too few.</summary>
    public static IReadOnlyList<double> Logarithmic(double min, double max, int intervals = 6)
    {
        ReadOnlySpan<double> fine = [1, 1.5, 2, 3, 4, 5, 7], medium = [1, 2, 5], coarse = [1];
        List<double> ticks = Within(fine, min, max);
        if (ticks.Count > intervals + 2) ticks = Within(medium, min, max);
        if (ticks.Count > intervals + 2) ticks = Within(coarse, min, max);
        return ticks.Count >= 3 ? ticks : Linear(min, max, intervals);
    }

    /// <summary>Decimals needed to write a tick list without loss.</summary>
    public static int DecimalsFor(IReadOnlyList<double> ticks) => ticks.Count < 2 ? 2 : Enumerable.Range(1, ticks.Count - 1).Max(i => Decimals(ticks[i] - ticks[i - 1]));

    /// <summary>Labels of ticks, all with the same number of decimals.</summary>
    public static IReadOnlyList<string> Labels(IReadOnlyList<double> ticks, ValueFormat format) => format switch
    {
        ValueFormat.Percent => [.. ticks.Select(t => Show.Percent(t, Math.Max(0, DecimalsFor(ticks) - 2)))],
        ValueFormat.Cny => [.. ticks.Select(Show.CnyTick)],
        _ => [.. ticks.Select(t => Show.Fixed(t, DecimalsFor(ticks)))],
    };

    private static int Decimals(double step)
    {
        for (int decimals = 0; decimals < 12; decimals++)
        {
            double scaled = step * Math.Pow(10, decimals);
            if (Math.Abs(scaled - Math.Round(scaled)) < 1e-6 * scaled) return decimals;
        }

        return 12;
    }

    private static List<double> Within(ReadOnlySpan<double> leading, double min, double max)
    {
        List<double> ticks = [];
        for (int power = (int)Math.Floor(Math.Log10(min)); power <= (int)Math.Ceiling(Math.Log10(max)); power++)
        {
            foreach (double value in leading)
            {
                double tick = power < 0 ? value / Math.Pow(10, -power) : value * Math.Pow(10, power);
                if (tick >= min && tick <= max) ticks.Add(tick);
            }
        }

        return ticks;
    }
}
