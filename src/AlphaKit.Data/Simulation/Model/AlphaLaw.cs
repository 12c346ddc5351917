namespace AlphaKit.Data.Simulation;

/// <summary>How the strength asked for becomes the loading of tomorrow's specific return on today's signal.</summary>
internal readonly record struct AlphaLaw(double Persistence, double Loading)
{
    public static AlphaLaw From(double strength, int horizon)
    {
        double phi = Math.Pow(2, -1.0 / horizon);
        double a = Sum(phi, 0, horizon), b = Overlap(phi, horizon);
        double squared = strength * strength * horizon / ((a * a) - (2 * strength * strength * b));
        return new AlphaLaw(phi, Math.Sqrt(squared));
    }

    /// <summary>Correlation of the signal with the sum of the standardised specific returns of <paramref name="horizon"/> days after <paramref name="delay"/> days.</summary>
    public double Correlation(int delay, int horizon) =>
        Loading * Sum(Persistence, delay, horizon) / Math.Sqrt(horizon + (2 * Loading * Loading * Overlap(Persistence, horizon)));

    private static double Sum(double phi, int delay, int horizon)
    {
        double sum = 0;
        for (int k = 0; k < horizon; k++) sum += Math.Pow(phi, delay + k);
        return sum;
    }

    private static double Overlap(double phi, int horizon)
    {
        double sum = 0;
        for (int k = 1; k < horizon; k++) sum += (horizon - k) * Math.Pow(phi, k);
        return sum;
    }
}
