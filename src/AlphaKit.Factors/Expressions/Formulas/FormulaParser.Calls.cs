using System.Globalization;

namespace AlphaKit.Factors;

// Calls: inputs first, then parameters, by position or by name.
internal sealed partial class FormulaParser
{
    private const string Min = "min";

    private Factor Call(FormulaToken function)
    {
        string lower = function.Text.ToLowerInvariant();
        if (lower == FormulaNames.FieldFunction) return QuotedField(function);
        if (ForwardWords.Contains(lower)) throw Error(function, LookingAhead(function.Text));
        if (Function(lower) is not Operator called)
        {
            string hint = KnownNames().Contains(lower)
                ? $" '{function.Text}' is a field: leave the parentheses out."
                : Spelling.Hint(function.Text, Operators.Names.Concat(_scope.Operators.Select(o => o.Name)));
            throw Error(function, $"There is no function '{function.Text}'.{hint}");
        }

        Arguments arguments = new(called);
        _at++;
        if (!IsSign(")"))
        {
            while (true)
            {
                ReadArgument(function, arguments);
                if (IsSign(")")) break;
                if (!IsSign(","))
                    throw Error(Token, Token.Kind == TokenKind.End ? $"The parenthesis of {function.Text} in column {function.End + 1} is not closed." : $"Expected , or ) after the argument, found '{Token.Text}'.");
                _at++;
            }
        }

        _at++;
        return Finish(function, arguments);
    }

    private OperatorFactor Finish(FormulaToken function, Arguments arguments)
    {
        Operator called = arguments.Operator;
        (int Start, int End) whole = (function.Start, Before());
        if (arguments.Inputs.Count < called.Inputs.Count - (called.Variadic ? 1 : 0))
            throw Error(whole, $"{function.Text} needs {Plural(called.Inputs.Count - (called.Variadic ? 1 : 0), "input")}, found {arguments.Inputs.Count}: write {Signature(called)}.");
        double[] parameters = new double[called.Parameters.Count];
        for (int k = 0; k < parameters.Length; k++)
        {
            OperatorParameter parameter = called.Parameters[k];
            parameters[k] = arguments.Parameters[k] ?? parameter.Default
                ?? throw Error(whole, $"{function.Text} lacks {parameter.Name} ({parameter.Allowed}): write {Signature(called)}.{SmaHint(called)}");
        }

        return Apply(called, [.. arguments.Inputs], arguments.InputSpans, parameters, arguments.ParameterSpans, arguments.MinPeriods ?? MinPeriods.Full, arguments.MinSpan, whole);
    }

    private void ReadArgument(FormulaToken function, Arguments arguments)
    {
        Operator called = arguments.Operator;
        if (Token.Kind == TokenKind.Word && Following is { Kind: TokenKind.Sign, Text: ":" })
        {
            ReadNamed(function, arguments);
            return;
        }

        int position = arguments.Inputs.Count + arguments.Positional;
        bool input = arguments.Positional == 0 && (position < called.Inputs.Count || called.Variadic);
        int start = Token.Start;
        if (arguments.Named) throw Error(Token, "Arguments without a name come before those with one.");
        if (input)
        {
            int first = _at;
            Factor factor = Expression(Precedence.Conditional);
            arguments.Inputs.Add(factor);
            arguments.InputSpans.Add((start, Before()));
            if (position == 1 && function.Text.Length == 3 && called.Aliases.Contains(function.Text.ToLowerInvariant()) && _at == first + 1
                && factor is ConstantFactor { Value: >= 2 } days && days.Value == Math.Floor(days.Value) && (called == Operators.Larger || called == Operators.Smaller))
                throw Error((start, Before()), $"{function.Text} of a series and a number of days could be meant in two ways: write ts_{function.Text} for the window, {called.FormulaName} for the pair.");
            return;
        }

        if (arguments.Positional == called.Parameters.Count)
        {
            Expression(Precedence.Conditional);
            string most = called.Parameters.Count == 0 ? Plural(called.Inputs.Count, "argument") : Plural(called.Inputs.Count + called.Parameters.Count, "argument") + (called.HasMinPeriods ? " and min:" : "");
            throw Error((start, Before()), $"{function.Text} takes {most}: write {Signature(called)}.");
        }

        ReadParameter(function, arguments, arguments.Positional++);
    }

    private void ReadNamed(FormulaToken function, Arguments arguments)
    {
        FormulaToken name = Token;
        string lower = name.Text.ToLowerInvariant();
        Operator called = arguments.Operator;
        _at += 2;
        arguments.Named = true;
        if (lower == Min && called.HasMinPeriods)
        {
            if (arguments.MinPeriods is not null) throw Error(name, $"{Min} is given twice.");
            ReadMinPeriods(arguments);
            return;
        }

        int index = called.Parameters.ToList().FindIndex(p => p.Name == lower);
        if (index < 0)
        {
            string[] names = [.. called.Parameters.Select(p => p.Name), .. called.HasMinPeriods ? [Min] : Array.Empty<string>()];
            string right = names.Length == 0 ? " has no named parameters." : $" has the parameters {string.Join(", ", names)}.";
            throw Error(name, $"{function.Text} has no parameter '{name.Text}'; it{right}");
        }

        if (arguments.Parameters[index] is not null) throw Error(name, $"{name.Text} is given twice.");
        ReadParameter(function, arguments, index);
    }

    private void ReadMinPeriods(Arguments arguments)
    {
        FormulaToken token = Token;
        (double value, (int, int) span) = Token.Kind == TokenKind.Word ? (0, (token.Start, token.End)) : Literal(Min, "a whole number of values, or full, or skip_missing");
        arguments.MinSpan = span;
        if (token.Kind == TokenKind.Word)
        {
            _at++;
            arguments.MinPeriods = token.Text.ToLowerInvariant() switch
            {
                "full" => MinPeriods.Full,
                "skip_missing" => MinPeriods.SkipMissing,
                _ => throw Error(token, $"{Min} must be a whole number of values, or full, or skip_missing."),
            };
            return;
        }

        if (value < 1 || value > Op.MaxDays || value != Math.Floor(value)) throw Error(span, $"{Min} must be a whole number of values from 1 to the window, or full, or skip_missing.");
        arguments.MinPeriods = MinPeriods.AtLeast((int)value);
    }

    private void ReadParameter(FormulaToken function, Arguments arguments, int index)
    {
        OperatorParameter parameter = arguments.Operator.Parameters[index];
        FormulaToken token = Token;
        double value;
        (int Start, int End) span;
        if (parameter.Kind == ParameterKind.Choice)
        {
            int word = token.Kind is TokenKind.Word or TokenKind.Number ? parameter.Words.ToList().IndexOf(token.Text.ToLowerInvariant()) : -1;
            if (word < 0) throw Error(token, $"{parameter.Name} of {function.Text} must be {parameter.Allowed}.{(token.Kind == TokenKind.Number && arguments.Operator.HasMinPeriods ? $" A minimum of values is written {Min}: {token.Text}." : "")}");
            _at++;
            (value, span) = (word, (token.Start, token.End));
        }
        else
        {
            (value, span) = Literal($"{parameter.Name} of {function.Text}", parameter.Allowed);
            if (parameter.Problem(value) is not null)
            {
                string past = parameter.Kind == ParameterKind.Days && value < 0 ? " A factor can only look back." : "";
                string whole = parameter.Kind == ParameterKind.Days && value != Math.Floor(value) ? $" A fractional window is floored by whoever writes the formula: {Math.Floor(value).ToString(CultureInfo.InvariantCulture)}." : "";
                throw Error(span, $"{parameter.Name} of {function.Text} must be {parameter.Allowed}.{past}{whole}");
            }
        }

        arguments.Parameters[index] = value;
        arguments.ParameterSpans[index] = span;
    }

    /// <summary>A number that stands there as such, with a minus sign perhaps.</summary>
    private (double Value, (int Start, int End) Span) Literal(string what, string allowed)
    {
        FormulaToken first = Token;
        bool negative = IsSign("-");
        FormulaToken number = negative ? Following : first;
        int after = _at + (negative ? 2 : 1);
        if (number.Kind == TokenKind.Number && _tokens[Math.Min(after, _tokens.Count - 1)] is { Kind: TokenKind.Sign, Text: "," or ")" } or { Kind: TokenKind.End })
        {
            _at = after;
            return (negative ? -number.Value : number.Value, (first.Start, number.End));
        }

        if (first.Kind == TokenKind.End) throw Error(first, $"The formula ends where {what} is expected, {allowed}.");
        int start = first.Start;
        Expression(Precedence.Conditional);
        throw Error((start, Before()), $"{what} must be a plain number, {allowed}.");
    }

    private static string Signature(Operator called)
    {
        IEnumerable<string> inputs = called.Inputs.Select((name, k) => called.Variadic && k == called.Inputs.Count - 1 ? $"[{name}, …]" : name);
        IEnumerable<string> parameters = called.Parameters.Select(p => p.Default is double value ? $"{p.Name}: {p.Print(value)}" : p.Name);
        return $"{called.FormulaName}({string.Join(", ", inputs.Concat(parameters))})";
    }

    private static string SmaHint(Operator called) => called == Operators.Sma ? " The plain moving average is mean(x, days)." : "";

    private static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{count} {noun}s");

    /// <summary>The arguments of one call as they are read.</summary>
    private sealed class Arguments(Operator @operator)
    {
        public Operator Operator { get; } = @operator;

        public List<Factor> Inputs { get; } = [];

        public List<(int Start, int End)> InputSpans { get; } = [];

        public double?[] Parameters { get; } = new double?[@operator.Parameters.Count];

        public (int Start, int End)[] ParameterSpans { get; } = new (int, int)[@operator.Parameters.Count];

        public MinPeriods? MinPeriods { get; set; }

        public (int Start, int End) MinSpan { get; set; }

        public int Positional { get; set; }

        public bool Named { get; set; }
    }
}
