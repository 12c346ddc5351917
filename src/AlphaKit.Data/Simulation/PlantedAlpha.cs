namespace AlphaKit.Data.Simulation;

/// <summary>
/// The signal that predicts specific returns in a <see cref="SimulatedMarket"/>, and how strongly it does so in theory. With s the signal
/// of a share at the close of T (an AR(1) process of unit variance whose half-life is the horizon), the standardised specific return of
/// T + 1 is κ·s + √(1 − κ²)·ε; κ follows from the strength asked for. With another <see cref="AlphaPattern"/> than Linear, κ is the same and
/// <see cref="Signal"/> holds the pattern's driver in the place of s; its strength over several days has no closed form and is measured.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class PlantedAlpha
{
    private readonly AlphaLaw _law;

    internal PlantedAlpha(World world)
    {
        Options = world.Options;
        _law = AlphaLaw.From(Options.AlphaStrength, Options.AlphaHorizon);
        Axes = new PanelAxes(new TradingCalendar(world.Days), world.Paths.Select(p => p.Profile.Symbol));
        Signal = FieldMatrix.Create(Axes.Days, Axes.Count, (t, row) =>
        {
            for (int k = 0; k < row.Length; k++)
            {
                StockPath path = world.Paths[k];
                int i = t - path.First;
                if (i >= 0 && i < path.Count && path.Traded(i)) row[k] = path.Driver[i];
            }
        });
    }

    /// <summary>The days and shares of <see cref="Signal"/>.</summary>
    public PanelAxes Axes { get; }

    /// <summary>The signal at each close, standard normal over shares; missing on days without trading.</summary>
    public FieldMatrix Signal { get; }

    /// <summary>When a row is known: after the close of its day.</summary>
    public Clock KnownAt { get; } = Clock.Close;

    /// <summary>The days over which <see cref="Ic"/> is stated.</summary>
    public int Horizon => Options.AlphaHorizon;

    /// <summary>Autocorrelation φ of the signal from one day to the next: 2^(−1/horizon).</summary>
    public double Persistence => _law.Persistence;

    /// <summary>κ: the correlation of the signal with the next day's standardised specific return.</summary>
    public double DailyLoading => _law.Loading;

    /// <summary>Correlation with the sum of the standardised specific returns of the next <see cref="Horizon"/> days: the strength asked for.</summary>
    /// <exception cref="InvalidOperationException">The pattern is not Linear.</exception>
    public double Ic => Closed().Correlation(0, Horizon);

    /// <summary>Rank correlation that belongs to <see cref="Ic"/> under a normal copula: 6/π · asin(IC / 2).</summary>
    /// <exception cref="InvalidOperationException">The pattern is not Linear.</exception>
    public double RankIc => ToRank(Ic);

    /// <summary>
    /// Share of the cross-sectional standard deviation of returns that is specific: √(specific variance / (specific + betas, industries,
    /// styles)), from the model's constants. The factor by which common movements attenuate the correlation with plain returns.
    /// </summary>
    public static double SpecificShare => Math.Sqrt(ModelParameters.SpecificVariance / (ModelParameters.SpecificVariance + ModelParameters.CommonVariance));

    /// <summary>Correlation of the main money-flow ratio (large and extra-large bought less sold, over the amount) with the signal.</summary>
    public static double FlowCorrelation => ModelParameters.FlowOnSignal;

    private SimulationOptions Options { get; }

    /// <summary>Expected mean rank correlation of the signal at T with plain close-to-close returns from T + delay to T + delay + horizon.</summary>
    /// <param name="delay">Days between the signal's close and the start of the return; not negative.</param>
    /// <param name="horizon">Length of the return in trading days; positive.</param>
    /// <returns>6/π · asin(ρ·a / 2), with ρ from the law of the signal and a = <see cref="SpecificShare"/>; limits and unequal volatilities change it by a few per cent.</returns>
    /// <exception cref="InvalidOperationException">The pattern is not Linear.</exception>
    public double ExpectedRankIc(int delay, int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delay);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        return ToRank(Closed().Correlation(delay, horizon) * SpecificShare);
    }

    private AlphaLaw Closed() => Options.AlphaPattern == AlphaPattern.Linear ? _law : throw new InvalidOperationException(
        $"The strength of the pattern {Options.AlphaPattern} has no closed form; measure {nameof(Signal)} against a label with FactorAnalysis.");

    private static double ToRank(double correlation) => 6 / Math.PI * Math.Asin(correlation / 2);
}
