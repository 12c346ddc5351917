using System.Globalization;

namespace AlphaKit.Factors;

/// <summary>Steps that pull extreme values in 去极值.</summary>
public static class Winsorise
{
    /// <summary>1 / Φ⁻¹(3/4): MAD times this estimates the standard deviation of normal data.</summary>
    public const double NormalScale = 1.482602218505602;

    /// <summary>
    /// Clips to median ± k · scale · MAD of the day's universe members, where MAD = median(|x − median|) and scale = 1.4826
    /// (<see cref="MadScale.Normal"/>) or 1 (<see cref="MadScale.Raw"/>). The median of an even count is the mean of the middle two.
    /// </summary>
    /// <remarks>
    /// When more than half of the values are equal the MAD is 0 and would flatten the factor: such a day is left unchanged and counted in
    /// <see cref="FeatureTensor.Notes"/>. Missing values stay missing.
    /// </remarks>
    /// <param name="k">Half-width of the band, above 0.</param>
    /// <param name="scale">What k counts.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not a positive number.</exception>
    public static CrossSectionStep Mad(double k, MadScale scale = MadScale.Normal)
    {
        if (!(k > 0) || !double.IsFinite(k)) throw new ArgumentOutOfRangeException(nameof(k), k, "Must be above 0 and finite.");
        if (!Enum.IsDefined(scale)) throw new ArgumentOutOfRangeException(nameof(scale), scale, "Must be Normal or Raw.");
        return new MadStep(k, scale);
    }

    private sealed class MadStep(double k, MadScale scale) : CrossSectionStep
    {
        public override string Name => string.Create(CultureInfo.InvariantCulture, $"Winsorise.Mad({k:R}{(scale == MadScale.Raw ? ", Raw" : "")})");

        public override StepOutcome Apply(CrossSection day)
        {
            Span<double> sorted = Moments.Present(day.Values);
            if (sorted.Length == 0) return StepOutcome.Unchanged;
            sorted.Sort();
            double median = Median(sorted);
            for (int i = 0; i < sorted.Length; i++) sorted[i] = Math.Abs(sorted[i] - median);
            sorted.Sort();
            double mad = Median(sorted);
            if (mad == 0) return StepOutcome.Unchanged;
            double reach = k * mad * (scale == MadScale.Normal ? NormalScale : 1);
            foreach (ref double value in day.Values)
            {
                if (!double.IsNaN(value)) value = Math.Clamp(value, median - reach, median + reach);
            }

            return StepOutcome.Done;
        }

        private static double Median(ReadOnlySpan<double> sorted)
        {
            int half = sorted.Length / 2;
            return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] / 2) + (sorted[half] / 2);
        }
    }
}
