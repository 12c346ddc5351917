namespace AlphaKit.Factors;

/// <summary>Steps that make days and factors comparable 标准化.</summary>
public static class Standardise
{
    /// <summary>
    /// (x − mean)/standard deviation over the day's universe members. A day whose values are all equal, or that has too few of them for a
    /// deviation, becomes missing as a whole and is counted in <see cref="FeatureTensor.Notes"/>.
    /// </summary>
    /// <param name="deviation">Divide by n − 1 (default) or by n.</param>
    public static CrossSectionStep ZScore(Deviation deviation = Deviation.Sample) => Enum.IsDefined(deviation)
        ? new ZScoreStep(deviation)
        : throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "Must be Sample or Population.");

    private sealed class ZScoreStep(Deviation deviation) : CrossSectionStep
    {
        public override string Name => deviation == Deviation.Sample ? "Standardise.ZScore()" : "Standardise.ZScore(Population)";

        public override StepOutcome Apply(CrossSection day)
        {
            Span<double> present = Moments.Present(day.Values);
            double mean = Moments.Mean(present), sigma = Moments.Deviation(present, deviation);
            if (!(sigma > 0)) return StepOutcome.AllMissing;
            foreach (ref double value in day.Values) value = (value - mean) / sigma;
            return StepOutcome.Done;
        }
    }
}
