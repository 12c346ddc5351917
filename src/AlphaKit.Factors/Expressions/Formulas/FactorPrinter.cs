using System.Globalization;
using System.Text;

namespace AlphaKit.Factors;

/// <summary>Writes expressions in the formula language, with the parentheses that the parser needs and no others.</summary>
internal sealed class FactorPrinter
{
    /// <summary>From about this many characters on, parts that occur more than once are written once and named.</summary>
    private const long LongText = 4096;

    private readonly StringBuilder _text = new();
    private readonly DistinctNodes _nodes = new();
    private readonly Dictionary<int, string> _names = [];

    private FactorPrinter()
    {
    }

    /// <summary>The canonical text.</summary>
    public static string Print(Factor factor)
    {
        FactorPrinter printer = new();
        int root = printer._nodes.Add(factor);
        if (printer.PlainLength(root) > LongText) printer.WriteParts(root);
        printer.Write(factor, Precedence.Conditional);
        return printer._text.ToString();
    }

    /// <summary>How tightly an infix sign binds.</summary>
    public static Precedence? Binding(Operator @operator) => @operator.Inputs.Count != 2 ? null : @operator.Sign switch
    {
        "||" => Precedence.Or,
        "&&" => Precedence.And,
        "<" or "<=" or ">" or ">=" or "==" or "!=" => Precedence.Comparison,
        "+" or "-" => Precedence.Sum,
        "*" or "/" => Precedence.Product,
        "^" => Precedence.Power,
        _ => null,
    };

    /// <summary>About how many characters an expression has when every part is written wherever it occurs.</summary>
    private long PlainLength(int root)
    {
        long[] lengths = new long[root + 1];
        for (int k = 0; k <= root; k++)
        {
            lengths[k] = _nodes.Nodes[k] is OperatorFactor o ? o.Operator.FormulaName.Length + (4 * o.Parameters.Length) + 2 : 6;
            foreach (int input in _nodes.InputsOf(k)) lengths[k] = Math.Min(lengths[k] + lengths[input] + 2, long.MaxValue / 4);
        }

        return lengths[root];
    }

    /// <summary>Writes what occurs more than once, inputs before users.</summary>
    private void WriteParts(int root)
    {
        int[] uses = new int[root + 1];
        for (int k = 0; k <= root; k++)
        {
            foreach (int input in _nodes.InputsOf(k)) uses[input]++;
        }

        for (int k = 0; k < root; k++)
        {
            if (uses[k] < 2 || _nodes.Nodes[k] is not OperatorFactor) continue;
            string name = string.Create(CultureInfo.InvariantCulture, $"@{_names.Count + 1}");
            _text.Append(name).Append(" = ");
            Write(_nodes.Nodes[k], Precedence.Conditional);
            _text.Append("; ");
            _names.Add(k, name);
        }
    }

    private void Write(Factor factor, Precedence least)
    {
        StringBuilder text = _text;
        if (_names.Count > 0 && _names.TryGetValue(_nodes[factor], out string? part))
        {
            text.Append(part);
            return;
        }

        bool parentheses = Level(factor) < least;
        if (parentheses) text.Append('(');
        switch (factor)
        {
            case FieldFactor field:
                text.Append(FormulaNames.Of(field.Field));
                break;
            case ConstantFactor constant:
                text.Append(constant.Value.ToString("R", CultureInfo.InvariantCulture));
                break;
            case OperatorFactor node when Level(factor) == Precedence.Primary:
                WriteCall(node);
                break;
            case OperatorFactor node:
                WriteSigns(node);
                break;
        }

        if (parentheses) text.Append(')');
    }

    private static Precedence Level(Factor factor) => factor switch
    {
        ConstantFactor { Value: < 0 } => Precedence.Prefix,
        OperatorFactor { Operator.Sign: "?:" } => Precedence.Conditional,
        OperatorFactor { Operator: { Inputs.Count: 1, Sign.Length: > 0 } } => Precedence.Prefix,
        OperatorFactor node => Binding(node.Operator) ?? Precedence.Primary,
        _ => Precedence.Primary,
    };

    private void WriteSigns(OperatorFactor node)
    {
        StringBuilder text = _text;
        Precedence level = Level(node);
        Factor[] x = node.Inputs;
        switch (level)
        {
            case Precedence.Conditional:
                Write(x[0], Precedence.Or);
                text.Append(" ? ");
                Write(x[1], Precedence.Conditional);
                text.Append(" : ");
                Write(x[2], Precedence.Conditional);
                break;
            case Precedence.Prefix:
                // -5 is a number and -(5) the negation of one; --x is avoided.
                text.Append(node.Operator.Sign);
                bool apart = node.Operator == Operators.Negate && (x[0] is ConstantFactor || x[0] is OperatorFactor { Operator.Name: nameof(Operators.Negate) });
                if (apart) text.Append('(');
                Write(x[0], apart ? Precedence.Conditional : Precedence.Prefix);
                if (apart) text.Append(')');
                break;
            case Precedence.Power:
                Write(x[0], Precedence.Primary);
                text.Append('^');
                Write(x[1], Precedence.Prefix);
                break;
            default:
                Write(x[0], level == Precedence.Comparison ? Precedence.Sum : level);
                text.Append(' ').Append(node.Operator.Sign).Append(' ');
                Write(x[1], level + 1);
                break;
        }
    }

    private void WriteCall(OperatorFactor node)
    {
        StringBuilder text = _text;
        text.Append(node.Operator.FormulaName).Append('(');
        for (int k = 0; k < node.Inputs.Length; k++)
        {
            if (k > 0) text.Append(", ");
            Write(node.Inputs[k], Precedence.Conditional);
        }

        for (int k = 0; k < node.Parameters.Length; k++)
        {
            OperatorParameter parameter = node.Operator.Parameters[k];
            if (parameter.Default == node.Parameters[k]) continue;
            text.Append(", ");
            if (parameter.Default is not null) text.Append(parameter.Name).Append(": ");
            text.Append(parameter.Print(node.Parameters[k]));
        }

        if (node.MinPeriods != MinPeriods.Full) text.Append(CultureInfo.InvariantCulture, $", min: {node.MinPeriods.Count}");
        text.Append(')');
    }
}
