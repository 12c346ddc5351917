using System.Globalization;
using System.Text;

namespace AlphaKit.Factors;

/// <summary>Writes expressions in the formula language, with the parentheses that the parser needs and no others.</summary>
internal static class FactorPrinter
{
    /// <summary>The canonical text.</summary>
    public static string Print(Factor factor)
    {
        StringBuilder text = new();
        Write(text, factor, Precedence.Conditional);
        return text.ToString();
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

    private static void Write(StringBuilder text, Factor factor, Precedence least)
    {
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
                WriteCall(text, node);
                break;
            case OperatorFactor node:
                WriteSigns(text, node);
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

    private static void WriteSigns(StringBuilder text, OperatorFactor node)
    {
        Precedence level = Level(node);
        Factor[] x = node.Inputs;
        switch (level)
        {
            case Precedence.Conditional:
                Write(text, x[0], Precedence.Or);
                text.Append(" ? ");
                Write(text, x[1], Precedence.Conditional);
                text.Append(" : ");
                Write(text, x[2], Precedence.Conditional);
                break;
            case Precedence.Prefix:
                // -5 is a number and -(5) the negation of one; --x is avoided.
                text.Append(node.Operator.Sign);
                bool apart = node.Operator == Operators.Negate && (x[0] is ConstantFactor || x[0] is OperatorFactor { Operator.Name: nameof(Operators.Negate) });
                if (apart) text.Append('(');
                Write(text, x[0], apart ? Precedence.Conditional : Precedence.Prefix);
                if (apart) text.Append(')');
                break;
            case Precedence.Power:
                Write(text, x[0], Precedence.Primary);
                text.Append('^');
                Write(text, x[1], Precedence.Prefix);
                break;
            default:
                Write(text, x[0], level == Precedence.Comparison ? Precedence.Sum : level);
                text.Append(' ').Append(node.Operator.Sign).Append(' ');
                Write(text, x[1], level + 1);
                break;
        }
    }

    private static void WriteCall(StringBuilder text, OperatorFactor node)
    {
        text.Append(node.Operator.FormulaName).Append('(');
        for (int k = 0; k < node.Inputs.Length; k++)
        {
            if (k > 0) text.Append(", ");
            Write(text, node.Inputs[k], Precedence.Conditional);
        }

        for (int k = 0; k < node.Parameters.Count; k++)
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
