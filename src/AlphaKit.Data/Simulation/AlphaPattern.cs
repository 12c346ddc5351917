namespace AlphaKit.Data.Simulation;

/// <summary>
/// What the planted driver d(t) of the next day's specific return is made of: z(t + 1) = κ·d(t) + √(1 − κ²)·ε(t + 1). s is the signal that the main money
/// flow shows; ε is what prices show of z, as κ is small; and Z(a, b) = Σ ε(t − k) / √(b − a) over k = a … b − 1. Every part has unit variance. Past ε, not
/// past z, drive what follows: momentum that fed on itself would make prices explode.
/// </summary>
public enum AlphaPattern
{
    /// <summary>d = s: one signal, linear; a regression on the flow of the day finds it.</summary>
    Linear = 0,

    /// <summary>d = ½·s − √¾·s·Z(0, 10): a quarter of the variance is linear; the rest is flow that pays after ten falling days and costs after rising ones. No linear model sees that part.</summary>
    Interaction = 1,

    /// <summary>
    /// The state of the market decides: d = s in a bull market (牛市), −Z(0, 5) in a bear market (熊市), Z(20, 120) in between (震荡市). Bull and bear: the
    /// market factor's last 60 days sum to more than half of their standard deviation, up or down.
    /// </summary>
    Regimes = 2,

    /// <summary>d = (−Z(0, 5) + Z(40, 100) + Z(100, 240)) / √3: short reversal that daily bars of the last 40 days show, and momentum before them that only longer sequences reach.</summary>
    Frequencies = 3,
}
