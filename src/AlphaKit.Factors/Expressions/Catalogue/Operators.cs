namespace AlphaKit.Factors;

/// <summary>The operator catalogue. Windows end at T; a row before the panel's first counts as missing.</summary>
internal static partial class Operators
{
    private static readonly Lazy<IReadOnlyList<Operator>> Everything = new(() => [.. Elementwise(), .. Windows(), .. Recursive(), .. CrossSections()]);

    private static readonly Lazy<Dictionary<string, Operator>> ByName = new(() => All
        .SelectMany(o => o.Aliases.Prepend(o.FormulaName), (o, name) => (o, name))
        .ToDictionary(x => x.name, x => x.o, StringComparer.Ordinal));

    // Properties, not fields: the fields of a partial class are initialised in no stated order.
    private static OperatorParameter Ddof => new("ddof", ParameterKind.Choice, 0, 1, 0) { Words = ["1", "0"] };

    private static OperatorParameter FirstValueSeed => new("seed", ParameterKind.Choice, 0, 1, 0) { Words = ["first", "average"] };

    private static OperatorParameter AverageSeed => FirstValueSeed with { Default = 1 };

    /// <summary>Every operator but the custom ones, in the order of documentation.</summary>
    public static IReadOnlyList<Operator> All => Everything.Value;

    /// <summary>Every name and alias in formulas.</summary>
    public static IEnumerable<string> Names => ByName.Value.Keys;

    /// <summary>The operator of that name or alias, in lower case; null when there is none.</summary>
    public static Operator? Find(string name) => ByName.Value.GetValueOrDefault(name);

    private static OperatorParameter Window(int least) => new("days", ParameterKind.Days, least, Op.MaxDays);

    private static OperatorParameter Number(string name, double? @default = null) =>
        new(name, ParameterKind.Number, double.MinValue, double.MaxValue, @default);

    private static int DaysMinusOne(IReadOnlyList<double> parameters) => (int)parameters[0] - 1;

    /// <summary>2 with divisor n − 1, 1 with divisor n.</summary>
    private static int LeastForDeviation(IReadOnlyList<double> parameters) => parameters[1] == (double)Deviation.Sample ? 2 : 1;

    /// <summary>Smallest n with (1 − alpha)ⁿ &lt; 1e-6, at least the days of the start.</summary>
    private static int Fading(double alpha, int start) =>
        alpha >= 1 ? start : start + (int)Math.Ceiling(Math.Log(1e-6) / Math.Log(1 - alpha));
}
