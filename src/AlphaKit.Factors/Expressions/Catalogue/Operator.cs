using System.Text;

namespace AlphaKit.Factors;

/// <summary>
/// One entry of the operator catalogue (<see cref="Operators"/>): everything about an operator except how it is computed. <see cref="Op"/>,
/// the parser, the printer, the documentation and the engine's table of kernels all read it.
/// </summary>
internal sealed class Operator
{
    /// <summary>The name that everything knows the operator by; also the method of <see cref="Op"/> unless <see cref="Method"/> says otherwise.</summary>
    public required string Name { get; init; }

    /// <summary>The method of <see cref="Op"/>; differs where a public type bears the name and a <c>using static Op</c> would hide it.</summary>
    public string Method { get => field ?? Name; init; }

    /// <summary>Canonical name in formulas: the lower snake case of <see cref="Name"/>.</summary>
    public string FormulaName => field ??= Custom?.Name ?? SnakeCase(Name);

    /// <summary>What it needs to see.</summary>
    public required OperatorKind Kind { get; init; }

    /// <summary>The names of the inputs, the series.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>The last input may come any number of times, zero included.</summary>
    public bool Variadic { get; init; }

    /// <summary>The parameters, which follow the inputs.</summary>
    public IReadOnlyList<OperatorParameter> Parameters { get; init; } = [];

    /// <summary>Has a <see cref="MinPeriods"/> (<c>min:</c> in formulas). Its window is then the first parameter.</summary>
    public bool HasMinPeriods { get; init; }

    /// <summary>What it computes, in one line.</summary>
    public required string Definition { get; init; }

    /// <summary>When the result is missing, beyond what the kind says.</summary>
    public required string Missing { get; init; }

    /// <summary>Other names in formulas.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The infix or prefix sign in formulas, empty for none.</summary>
    public string Sign { get; init; } = "";

    /// <summary>Trading days before T that the operator itself needs, from its parameters.</summary>
    public Func<IReadOnlyList<double>, int> LookBack { get; init; } = static _ => 0;

    /// <summary>
    /// Trading days before T from which on the value of an older start weighs less than 1e-6; equal to <see cref="LookBack"/> unless the
    /// operator is recursive. <see cref="Unbounded"/> where no number of days is enough.
    /// </summary>
    public Func<IReadOnlyList<double>, int> WarmUp { get => field ?? LookBack; init; }

    /// <summary>Values that the window must hold for the result to be defined at all, from the parameters.</summary>
    public Func<IReadOnlyList<double>, int> LeastValues { get; init; } = static _ => 1;

    /// <summary>The <see cref="WarmUp"/> of an operator that never forgets.</summary>
    public const int Unbounded = int.MaxValue;

    /// <summary>The result leaves row T itself out, and is known before the open of T.</summary>
    public Func<IReadOnlyList<double>, bool> KnownBeforeOpen { get; init; } = static _ => false;

    /// <summary>The user's operator, when <see cref="Kind"/> is <see cref="OperatorKind.Custom"/>.</summary>
    public CustomOperator? Custom { get; init; }

    /// <summary>What the user's operator needs to see; otherwise the same as <see cref="Kind"/>.</summary>
    public OperatorKind CustomKind { get => Custom is null ? Kind : field; init; }

    /// <inheritdoc/>
    public override string ToString() => FormulaName;

    /// <summary><c>TsArgMax</c> → <c>ts_arg_max</c>.</summary>
    public static string SnakeCase(string name)
    {
        StringBuilder text = new();
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
