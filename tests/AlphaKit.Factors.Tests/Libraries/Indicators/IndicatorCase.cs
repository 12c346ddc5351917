namespace AlphaKit.Factors.Tests.Libraries.Technical;

/// <summary>One output of an indicator with one choice of options, and everything that must be said about it.</summary>
internal sealed record IndicatorCase
{
    /// <summary>Output and options, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>The indicator as the library gives it.</summary>
    public required Factor Factor { get; init; }

    /// <summary>The same written a second time, as plain loops over one share.</summary>
    public required Func<SlowBars, double[]> Definition { get; init; }

    /// <summary>First row with a value on complete data.</summary>
    public required int WarmUp { get; init; }

    /// <summary>What <see cref="AlphaKit.Factors.Factor.LookBack"/> must say: the warm-up, but for a custom recursion that needs a day to begin.</summary>
    public int LookBack { get => field < 0 ? WarmUp : field; init; } = -1;

    /// <summary>When row T is known: the open, for a line that is wholly a matter of earlier days and stays there through a suspension.</summary>
    public Clock KnownAt { get; init; } = Clock.Close;

    /// <summary>The value when every price is 12.5 and every day's turnover the same; NaN where the definition divides by zero.</summary>
    public required double OnConstantPrices { get; init; }

    /// <summary>
    /// Trading days after a one-day spike from which the value is that of constant prices again; null when the spike is never wholly
    /// forgotten (a recursive mean) – then the definition alone says what comes after it.
    /// </summary>
    public required int? ForgetsSpikeAfter { get; init; }

    /// <summary>Allowed relative error: float storage of the intermediate series.</summary>
    public double Relative { get; init; } = 5e-6;

    /// <summary>Allowed absolute error, where differences of large numbers cancel.</summary>
    public double Absolute { get; init; } = 2e-5;
}
