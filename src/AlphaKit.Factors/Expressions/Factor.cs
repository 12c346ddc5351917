using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// A factor as an expression: what is to be computed from the fields of a panel, not the computing itself. Expressions are values: they
/// combine by operators and by the functions of <see cref="Op"/>, print canonically, compare by content, and can only look back.
/// <code>
/// Factor momentum = Op.Close / Op.Delay(Op.Close, 20) - 1;
/// FactorValues values = momentum.Compute(panel);
/// </code>
/// </summary>
/// <remarks>
/// Missing values: a result is NaN as soon as an argument of an elementwise operation is NaN; rolling windows follow their
/// <see cref="MinPeriods"/>. Whatever is not finite (a division by zero, the logarithm of a number that is not positive, an infinite input)
/// is missing too.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public abstract partial class Factor : IEquatable<Factor>
{
    /// <summary>Most operators on the longest way from an expression down to a field or number.</summary>
    public const int MaxDepth = 1000;

    private readonly FactorFacts _facts;
    private readonly Lazy<string> _text;
    private readonly Lazy<IReadOnlyList<Field>> _fields;

    private protected Factor(FactorFacts facts, Factor[] inputs)
    {
        _facts = facts;
        Inputs = inputs;
        _text = new Lazy<string>(() => FactorPrinter.Print(this));
        _fields = new Lazy<IReadOnlyList<Field>>(() => FieldsOf([this]).AsReadOnly());
    }

    /// <summary>
    /// Trading days before T that the value of T needs: row T depends on the rows T − <see cref="LookBack"/> to T and on nothing older. The
    /// recursive operators (<see cref="Op.Ema"/> and its kin) count with the days of their first full value only; they go on remembering
    /// older days with fading weight, see <see cref="WarmUp"/>.
    /// </summary>
    public int LookBack => _facts.LookBack;

    /// <summary>
    /// Trading days before T after which older data no longer matters: equal to <see cref="LookBack"/> without recursive operators; with
    /// them, the days after which a recursive mean's start weighs less than a millionth; <see cref="int.MaxValue"/> when the expression never
    /// forgets (<see cref="Op.CumulativeSum"/>, <see cref="Op.AdaptiveMean"/>).
    /// </summary>
    public int WarmUp => _facts.WarmUp;

    /// <summary>When row T is known: the latest clock of the parts. What is delayed by a day or more is known before the open.</summary>
    public Clock KnownAt => _facts.KnownAt;

    /// <summary>The fields that a panel must hold, ordered by name.</summary>
    public IReadOnlyList<Field> RequiredFields => _fields.Value;

    /// <summary>The arguments.</summary>
    internal Factor[] Inputs { get; }

    /// <summary>Nodes on the longest way down, this one included.</summary>
    internal int Depth => _facts.Depth;

    /// <summary>Computes the factor for every symbol and day of a panel, whether in the universe or not.</summary>
    /// <param name="panel">The data; must hold <see cref="RequiredFields"/>.</param>
    /// <param name="options">How to compute; changes the time it takes, never the result.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <exception cref="FieldNotAvailableException">The panel lacks a field.</exception>
    public FactorValues Compute(Panel panel, EngineOptions? options = null, CancellationToken cancellationToken = default) =>
        FactorEngine.Compute([this], panel, options, null, cancellationToken)[0];

    /// <summary>Expressions are equal when they apply the same operators with the same parameters to the same fields and numbers.</summary>
    /// <param name="other">The other expression.</param>
    public bool Equals(Factor? other) => other is not null && Same(this, other, new HashSet<(Factor, Factor)>(ReferencePairs.Instance));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Factor);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => _facts.Hash;

    /// <summary>
    /// The expression in the formula language, canonically: <c>close / delay(close, 20) - 1</c>. Parsing the text gives an equal expression
    /// (given the custom fields and operators, where it has some). A text that would be long because parts occur again and again names them
    /// first: <c>@1 = rank(close); @1 * delay(@1, 5)</c>.
    /// </summary>
    public sealed override string ToString() => _text.Value;

    /// <summary>The fields that expressions read, each once: those of the first ordered by name, then what the second needs besides, and so on.</summary>
    internal static List<Field> FieldsOf(IReadOnlyList<Factor> factors)
    {
        List<Field> fields = [];
        HashSet<Field> known = [];
        HashSet<Factor> seen = new(ReferenceEqualityComparer.Instance);
        Stack<Factor> open = new();
        for (int k = 0; k < factors.Count; k++)
        {
            int first = fields.Count;
            open.Push(factors[k]);
            while (open.TryPop(out Factor? factor))
            {
                if (!seen.Add(factor)) continue;
                if (factor is FieldFactor leaf && known.Add(leaf.Field)) fields.Add(leaf.Field);
                foreach (Factor input in factor.Inputs) open.Push(input);
            }

            fields.Sort(first, fields.Count - first, ByName.Instance);
        }

        return fields;
    }

    /// <summary>The same kind of node with the same data, inputs aside.</summary>
    internal bool IsSameNode(Factor other) => other.Inputs.Length == Inputs.Length && SameNode(other);

    /// <summary>The same kind of node with the same data, inputs aside.</summary>
    private protected abstract bool SameNode(Factor other);

    /// <summary>Pairs already found equal are not entered again: shared parts cost their size once.</summary>
    private static bool Same(Factor a, Factor b, HashSet<(Factor, Factor)> equal)
    {
        if (ReferenceEquals(a, b)) return true;
        if (a._facts != b._facts || a.Inputs.Length != b.Inputs.Length || !a.SameNode(b)) return false;
        if (a.Inputs.Length == 0) return true;
        if (equal.Contains((a, b))) return true;
        for (int k = 0; k < a.Inputs.Length; k++)
        {
            if (!Same(a.Inputs[k], b.Inputs[k], equal)) return false;
        }

        equal.Add((a, b));
        return true;
    }

    /// <summary>Fields by name; of one name by clock, then unit.</summary>
    private sealed class ByName : IComparer<Field>
    {
        public static readonly ByName Instance = new();

        public int Compare(Field? x, Field? y)
        {
            int order = string.CompareOrdinal(x!.Name, y!.Name);
            if (order == 0) order = (int)x.KnownAt - (int)y.KnownAt;
            return order == 0 ? (int)x.Unit - (int)y.Unit : order;
        }
    }

    private sealed class ReferencePairs : IEqualityComparer<(Factor, Factor)>
    {
        public static readonly ReferencePairs Instance = new();

        public bool Equals((Factor, Factor) x, (Factor, Factor) y) => ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((Factor, Factor) pair) => HashCode.Combine(
            RuntimeHelpers.GetHashCode(pair.Item1), RuntimeHelpers.GetHashCode(pair.Item2));
    }
}
