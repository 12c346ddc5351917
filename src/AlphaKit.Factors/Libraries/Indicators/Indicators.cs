namespace AlphaKit.Factors;

/// <summary>
/// Technical indicators 技术指标 as factors, written in the expression language: what they return can be printed, changed and combined like any
/// other expression. Where Chinese terminals and Western books differ, both are here under a named option.
/// <code>
/// Factor rsi = Indicators.Rsi(14);
/// MacdLines macd = Indicators.Macd(bar: MacdBar.Doubled);
/// Factor squeeze = Indicators.Bollinger().Width / Op.Mean(Indicators.Bollinger().Width, 120);
/// </code>
/// </summary>
/// <remarks>
/// <para>O, H, L, C, V stand for the series of <see cref="Bars"/>; x(−k) is the value of k trading days ago. Percentages run to 100.</para>
/// <para>Missing values: windows are strict – one missing day in the window makes the result missing. Recursive means are missing on the missing
/// day, keep their state and go on from it. A division by zero (no range, no movement, no volume) is missing.</para>
/// <para>Warm-up is the first row, counted from 0, with a value on complete data, and equals <see cref="Factor.LookBack"/>. Recursive
/// indicators (named so) go on remembering older days with fading weight: see <see cref="Op.Ema"/>.</para>
/// <para>No indicator adds up from the first day of the panel: a line whose level depends on where the data begin says nothing across shares.
/// The cumulative ones (OBV, A/D, ASI) are sums over a stated number of days.</para>
/// </remarks>
/// <threadsafety>Safe for concurrent use.</threadsafety>
public static partial class Indicators
{
    /// <summary>Largest value of <see cref="DaysTopped"/> and <see cref="DaysUndercut"/>: half a year.</summary>
    public const int MostDaysTopped = 120;

    /// <summary>
    /// The operators of the indicators that the language cannot express, for formulas: <c>new FormulaScope { Operators = Indicators.Operators }</c>
    /// makes <c>parabolic_sar(high, low, 0.02, 0.2)</c> readable.
    /// </summary>
    public static IReadOnlyList<CustomOperator> Operators { get; } = [ParabolicSarOperator.Instance, SuperTrendOperator.Instance, DaysToppedOperator.Instance];

    private static Bars Or(Bars? bars) => bars ?? Bars.Adjusted;

    /// <summary>max(H − L, |H − C(−1)|, |L − C(−1)|).</summary>
    private static Factor Range(Bars b) => Op.Larger(b.High - b.Low, Op.Larger(Op.Abs(b.High - b.Before), Op.Abs(b.Low - b.Before)));

    /// <summary>x, where the condition holds and 0 elsewhere.</summary>
    private static Factor When(Factor condition, Factor x) => Op.Where(condition, x, 0);

    private static Factor Up(Factor x) => Op.Larger(x, 0);

    private static void Ordered(int fast, int slow, string name)
    {
        if (fast >= slow) throw new ArgumentOutOfRangeException(name, slow, $"Must be more than the {fast} days of the faster mean.");
    }

    private static double Positive(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be a positive number.");

    private static T Known<T>(T value, string name)
        where T : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"Must be one of {string.Join(", ", Enum.GetNames<T>())}.");
}
