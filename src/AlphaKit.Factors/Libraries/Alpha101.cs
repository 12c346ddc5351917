using System.Globalization;

namespace AlphaKit.Factors;

/// <summary>
/// The 101 formulaic alphas of Z. Kakushadze, all of them, each as text in the expression language: read one, change it, parse it again.
/// <code>
/// string text = Alpha101.Formula(6);                      // -correlation(open, volume / adj_factor, 10)
/// Factor alpha = FactorExpression.Parse(text);            // the same as Alpha101.Get(6)
/// FactorSet few = FactorSet.Of(Alpha101.All.Take(20));
/// </code>
/// </summary>
/// <remarks>
/// Source: Z. Kakushadze, 101 Formulaic Alphas, Wilmott 84 (2016) 72–81, arXiv:1601.00991, appendix A. The paper leaves much open; the
/// readings taken here: prices are adjusted, volume too (volume / adj_factor); adv{d} is the mean amount of d days, and volume that is divided
/// by or compared with adv{d} is the amount; fractional windows are floored, as the paper says; windows are strict (one missing day makes the
/// result missing); rank and ts_rank are percentiles k/n, ties share the average; ts_arg_max counts from the oldest day, 1 to d, the first
/// extreme wins; std and covariance divide by n − 1; every level of industry is the Shenwan level-1 industry; what is divided by zero is
/// missing. A panel of one day ranks the members of the universe only. The reading of each alpha and where other libraries differ:
/// docs/alpha101.md.
/// </remarks>
/// <threadsafety>Safe for concurrent use; a formula is parsed when it is first asked for.</threadsafety>
public static partial class Alpha101
{
    /// <summary>How many there are.</summary>
    public const int Count = 101;

    /// <summary>All of them in the paper's order: alpha001 to alpha101.</summary>
    public static IReadOnlyList<NamedFactor> All { get; } = Array.AsReadOnly(
        [.. Enumerable.Range(1, Count).Select(number => new NamedFactor(
            NameOf(number),
            () => FactorExpression.Parse(Text(number)),
            string.Create(CultureInfo.InvariantCulture, $"Alpha {number} of Kakushadze, 101 Formulaic Alphas (2016).")))]);

    internal static FactorSet Set { get; } = FactorSet.Of(All);

    /// <summary>The alpha of that number.</summary>
    /// <param name="number">1 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such alpha.</exception>
    public static Factor Get(int number) => All[Checked(number) - 1].Expression;

    /// <summary>Its formula, as it stands in this library; <see cref="FactorExpression.Parse(string)"/> makes the alpha of it.</summary>
    /// <param name="number">1 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such alpha.</exception>
    public static string Formula(int number) => Text(Checked(number));

    /// <summary>Its name: alpha001 to alpha101.</summary>
    /// <param name="number">1 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such alpha.</exception>
    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"alpha{Checked(number):000}");

    private static int Checked(int number) => number is >= 1 and <= Count
        ? number
        : throw new ArgumentOutOfRangeException(nameof(number), number, $"The alphas are numbered 1 to {Count}.");
}
