namespace AlphaKit.Data.Simulation;

/// <summary>The constants of the return and trading model; daily scale. The documentation page on the simulated market explains each.</summary>
internal static class ModelParameters
{
    public const double MarketDrift = 0.0002;
    public const double MarketVolatility = 0.0160;
    public const double MarketTail = 8;
    public const double GarchNews = 0.09;
    public const double GarchMemory = 0.89;
    public const double BetaDispersion = 0.2;
    public const double IndustryVolatility = 0.0075;
    public const double IndustryTail = 6;
    public const int Styles = 4;
    public const double SpecificVolatility = 0.0260;
    public const double SpecificDispersion = 0.25;
    public const double SpecificTail = 4;
    public const double SpecificNews = 0.10;
    public const double SpecificMemory = 0.88;
    public const double OvernightShare = 0.2;

    /// <summary>Correlation of the standardised main-flow ratio with the planted signal.</summary>
    public const double FlowOnSignal = 0.75;

    /// <summary>Loading of the standardised main-flow ratio on the day's own specific shock.</summary>
    public const double FlowOnReturn = 0.30;

    /// <summary>Log turnover per unit of the planted signal.</summary>
    public const double TurnoverOnSignal = 0.15;

    /// <summary>Standard deviation of the main-flow ratio.</summary>
    public const double FlowScale = 0.06;

    public static ReadOnlySpan<double> StyleVolatility => [0.0045, 0.0030, 0.0035, 0.0035];

    /// <summary>Variance over the cross-section of a day's specific returns.</summary>
    public static double SpecificVariance => SpecificVolatility * SpecificVolatility * Math.Exp(2 * SpecificDispersion * SpecificDispersion);

    /// <summary>Variance over the cross-section that betas, industries and styles add.</summary>
    public static double CommonVariance
    {
        get
        {
            double sum = (BetaDispersion * BetaDispersion * MarketVolatility * MarketVolatility) + (IndustryVolatility * IndustryVolatility);
            foreach (double volatility in StyleVolatility) sum += volatility * volatility;
            return sum;
        }
    }
}
