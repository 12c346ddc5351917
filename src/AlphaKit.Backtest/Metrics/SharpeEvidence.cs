namespace AlphaKit.Backtest;

/// <summary>
/// How much a Sharpe ratio proves, given the length of the record, the shape of the returns and how many strategies were tried before this one was
/// chosen: the probabilistic and the deflated Sharpe ratio (D. H. Bailey and M. López de Prado, "The Deflated Sharpe Ratio", Journal of Portfolio
/// Management 40(5), 2014). All ratios here are per day, not annualised.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record SharpeEvidence
{
    private const double EulerMascheroni = 0.57721566490153286;

    private SharpeEvidence()
    {
    }

    /// <summary>mean(r) / standard deviation (n − 1) of r, per day.</summary>
    public required double Sharpe { get; init; }

    /// <summary>Days.</summary>
    public required int Days { get; init; }

    /// <summary>Skewness of the daily returns.</summary>
    public required double Skewness { get; init; }

    /// <summary>Kurtosis of the daily returns; 3 for a normal distribution.</summary>
    public required double Kurtosis { get; init; }

    /// <summary>How many strategies were tried.</summary>
    public required int Trials { get; init; }

    /// <summary>Variance of the daily Sharpe ratios across the trials.</summary>
    public required double TrialVariance { get; init; }

    /// <summary>
    /// The highest daily Sharpe ratio that so many trials without any skill are expected to show: √V ((1 − γ) Φ⁻¹(1 − 1/K) + γ Φ⁻¹(1 − 1/(K e))),
    /// γ = 0.5772…; 0 for a single trial.
    /// </summary>
    public double ExpectedMaximum => Trials == 1 ? 0 : Math.Sqrt(TrialVariance)
        * (((1 - EulerMascheroni) * NormalDistribution.Quantile(1 - (1.0 / Trials))) + (EulerMascheroni * NormalDistribution.Quantile(1 - (1 / (Trials * Math.E)))));

    /// <summary>Deflated Sharpe ratio: the probability that the true ratio is above <see cref="ExpectedMaximum"/>, 0 to 1.</summary>
    public double Deflated => Probability(ExpectedMaximum);

    /// <summary>Probabilistic Sharpe ratio: the probability that the true ratio is above 0, as if it had been the only trial.</summary>
    public double Probabilistic => Probability(0);

    /// <summary>
    /// The probability that the true daily Sharpe ratio is above a value: Φ((SR − SR*) √(n − 1) / √(1 − γ₃ SR + (γ₄ − 1)/4 SR²)). NaN where the
    /// ratio or a moment is.
    /// </summary>
    /// <param name="above">SR*, per day.</param>
    public double Probability(double above)
    {
        double spread = 1 - (Skewness * Sharpe) + ((Kurtosis - 1) / 4 * Sharpe * Sharpe);
        return spread > 0 ? NormalDistribution.Cumulative((Sharpe - above) * Math.Sqrt(Days - 1) / Math.Sqrt(spread)) : double.NaN;
    }

    /// <summary>Evidence from the chosen strategy and the daily Sharpe ratios of all that were tried.</summary>
    /// <param name="returns">Daily returns of the chosen strategy, in excess of the riskless return.</param>
    /// <param name="trialSharpes">Daily (not annualised) Sharpe ratio of every strategy tried, the chosen one among them; finite.</param>
    /// <exception cref="ArgumentException">There is no trial, or a ratio is not finite.</exception>
    public static SharpeEvidence Of(ReadOnlySpan<double> returns, IReadOnlyList<double> trialSharpes)
    {
        ArgumentNullException.ThrowIfNull(trialSharpes);
        if (trialSharpes.Count == 0) throw new ArgumentException("At least the chosen strategy itself was tried.", nameof(trialSharpes));
        for (int i = 0; i < trialSharpes.Count; i++)
        {
            if (!double.IsFinite(trialSharpes[i])) throw new ArgumentException($"The Sharpe ratio of trial {i} is {trialSharpes[i]}: it must be finite; leave out strategies that never traded.", nameof(trialSharpes));
        }

        double deviation = trialSharpes.Count == 1 ? 0 : ReturnStatistics.StandardDeviation([.. trialSharpes]);
        return Of(returns, trialSharpes.Count, deviation * deviation);
    }

    /// <summary>Evidence from the chosen strategy, the number of trials and how their Sharpe ratios varied.</summary>
    /// <param name="returns">Daily returns of the chosen strategy, in excess of the riskless return.</param>
    /// <param name="trials">How many strategies were tried, at least 1.</param>
    /// <param name="trialVariance">
    /// Variance of their daily Sharpe ratios; NaN takes 1/(n − 1), what independent trials without skill show over as many days.
    /// </param>
    public static SharpeEvidence Of(ReadOnlySpan<double> returns, int trials, double trialVariance = double.NaN)
    {
        double deviation = ReturnStatistics.StandardDeviation(returns);
        double sharpe = deviation > 0 ? ReturnStatistics.Mean(returns) / deviation : double.NaN;
        return Of(sharpe, returns.Length, ReturnStatistics.Skewness(returns), ReturnStatistics.Kurtosis(returns), trials, double.IsNaN(trialVariance) ? 1.0 / (returns.Length - 1) : trialVariance);
    }

    /// <summary>Evidence from the moments alone.</summary>
    /// <param name="sharpe">Daily Sharpe ratio.</param>
    /// <param name="days">Days, at least 2.</param>
    /// <param name="skewness">Skewness of the daily returns.</param>
    /// <param name="kurtosis">Kurtosis of the daily returns; 3 for a normal distribution.</param>
    /// <param name="trials">How many strategies were tried, at least 1.</param>
    /// <param name="trialVariance">Variance of their daily Sharpe ratios, not negative.</param>
    public static SharpeEvidence Of(double sharpe, int days, double skewness, double kurtosis, int trials, double trialVariance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        if (!(trialVariance >= 0 && double.IsFinite(trialVariance))) throw new ArgumentOutOfRangeException(nameof(trialVariance), trialVariance, "Must be a variance: finite and not negative.");
        return new SharpeEvidence { Sharpe = sharpe, Days = days, Skewness = skewness, Kurtosis = kurtosis, Trials = trials, TrialVariance = trialVariance };
    }
}
