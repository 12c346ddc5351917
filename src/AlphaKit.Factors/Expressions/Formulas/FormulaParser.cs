using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>Reads one formula by recursive descent; infix signs by precedence.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>Most parentheses, calls and prefixes inside each other.</summary>
    private const int MaxNesting = 2 * Factor.MaxDepth;

    private static readonly Dictionary<string, Operator> Infix = Operators.All
        .Where(o => FactorPrinter.Binding(o) is not null)
        .ToDictionary(o => o.Sign, StringComparer.Ordinal);

    private readonly string _formula;
    private readonly FormulaScope _scope;
    private readonly Dictionary<string, Factor?> _definitions;
    private readonly List<FormulaToken> _tokens;
    private readonly Dictionary<string, Factor> _parts = new(StringComparer.Ordinal);
    private int _at;
    private int _nesting;

    private FormulaParser(string formula, FormulaScope scope, Dictionary<string, Factor?> definitions)
    {
        _formula = formula;
        _scope = scope;
        _definitions = definitions;
        _tokens = FormulaLexer.Cut(formula);
    }

    private FormulaToken Token => _tokens[_at];

    private FormulaToken Following => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    /// <summary>Reads a formula.</summary>
    /// <param name="formula">The text.</param>
    /// <param name="scope">The user's own names.</param>
    /// <param name="definitions">The definitions read so far; null for those being read, outermost first.</param>
    /// <exception cref="FormulaException">The formula is wrong.</exception>
    public static Factor Parse(string formula, FormulaScope scope, Dictionary<string, Factor?> definitions)
    {
        FormulaParser parser = new(formula, scope, definitions);
        if (parser.Token.Kind == TokenKind.End) throw parser.Error(parser.Token, "The formula is empty. Write something like close / delay(close, 20) - 1.");
        parser.Parts();
        Factor factor = parser.Expression(Precedence.Conditional);
        if (parser.Token.Kind != TokenKind.End) throw parser.Error(parser.Token, $"Unexpected '{parser.Token.Text}' after the end of the expression.{parser.Trailing()}");
        return factor;
    }

    /// <summary>The parts that a formula names in front: <c>@1 = …; @2 = …;</c></summary>
    private void Parts()
    {
        while (Token.Kind == TokenKind.Part && Following is { Kind: TokenKind.Sign, Text: "=" })
        {
            FormulaToken name = Token;
            if (_parts.ContainsKey(name.Text)) throw Error(name, $"The part '{name.Text}' is defined twice.");
            _at += 2;
            Factor part = Expression(Precedence.Conditional);
            if (!IsSign(";")) throw Error(Token, $"Expected ; after the part '{name.Text}'.");
            _at++;
            _parts.Add(name.Text, part);
        }
    }

    /// <summary>Everything that binds at least as tightly as asked.</summary>
    private Factor Expression(Precedence least)
    {
        int start = Token.Start;
        Factor left = Operand();
        Precedence tightest = Precedence.Primary;
        while (true)
        {
            if (IsSign("?") && least == Precedence.Conditional) return Conditional(left, start);
            if (Token.Kind != TokenKind.Sign || !Infix.TryGetValue(Token.Text, out Operator? sign)) return left;
            Precedence binding = FactorPrinter.Binding(sign)!.Value;
            if (binding < least) return left;
            if (binding == Precedence.Comparison && tightest == Precedence.Comparison)
                throw Error(Token, "Comparisons do not chain: write a < b && b < c, or parentheses.");
            tightest = binding;
            int leftEnd = Before();
            _at++;
            int from = Token.Start;
            Factor right = Nested(() => Expression(binding == Precedence.Power ? Precedence.Prefix : binding + 1));
            left = Apply(sign, [left, right], [(start, leftEnd), (from, Before())], [], [], MinPeriods.Full, default, (start, Before()));
        }
    }

    private OperatorFactor Conditional(Factor condition, int start)
    {
        _at++;
        Factor then = Nested(() => Expression(Precedence.Conditional));
        if (!IsSign(":")) throw Error(Token, Token.Kind == TokenKind.End ? "The formula ends inside a condition: a ? b : c needs its : c." : $"Expected : and the other side of the condition, found '{Token.Text}'.");
        _at++;
        Factor otherwise = Nested(() => Expression(Precedence.Conditional));
        return Apply(Operators.Where, [condition, then, otherwise], [], [], [], MinPeriods.Full, default, (start, Before()));
    }

    /// <summary>A prefix with what it belongs to, or a primary; a power binds tighter than the prefix in front of it.</summary>
    private Factor Operand()
    {
        FormulaToken token = Token;
        if (IsSign("-") && Following.Kind == TokenKind.Number && !(_tokens[_at + 2] is { Kind: TokenKind.Sign, Text: "^" }))
        {
            _at += 2;
            return -_tokens[_at - 1].Value;
        }

        if (IsSign("-") || IsSign("!"))
        {
            _at++;
            Factor operand = Nested(() => Expression(Precedence.Prefix));
            return Apply(token.Text == "-" ? Operators.Negate : Operators.Not, [operand], [], [], [], MinPeriods.Full, default, (token.Start, Before()));
        }

        return Primary();
    }

    private Factor Primary()
    {
        FormulaToken token = Token;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return token.Value;
            case TokenKind.Word:
                _at++;
                return IsSign("(") ? Nested(() => Call(token)) : Name(token);
            case TokenKind.Sign when token.Text == "(":
                _at++;
                Factor inner = Nested(() => Expression(Precedence.Conditional));
                if (!IsSign(")")) throw Error(Token, Token.Kind == TokenKind.End ? $"The parenthesis of column {token.Start + 1} is not closed." : $"Expected ), found '{Token.Text}'.");
                _at++;
                return inner;
            case TokenKind.Part:
                _at++;
                return _parts.TryGetValue(token.Text, out Factor? part) ? part
                    : throw Error(token, $"There is no part '{token.Text}' in front of this; parts are written {token.Text} = …; before the formula.");
            case TokenKind.Text:
                throw Error(token, $"A text stands only in {FormulaNames.FieldFunction}(\"name\").");
            case TokenKind.End:
                throw Error(token, "The formula ends where a field, a number or a function is expected.");
            default:
                throw Error(token, token.Text == "+" ? "There is no prefix +; leave it out." : $"Expected a field, a number or a function, found '{token.Text}'.");
        }
    }

    /// <summary>Applies an operator, turning what is wrong with the arguments into an error at their place.</summary>
    private OperatorFactor Apply(
        Operator @operator,
        Factor[] inputs,
        List<(int Start, int End)> inputSpans,
        double[] parameters,
        (int Start, int End)[] parameterSpans,
        MinPeriods minPeriods,
        (int Start, int End) minSpan,
        (int Start, int End) whole)
    {
        if (OperatorFactor.Misfit(@operator, inputs, parameters, minPeriods) is (int at, string problem))
        {
            int parameter = at - inputs.Length;
            (int Start, int End) span = at < inputs.Length ? inputSpans[at] : parameter < parameters.Length ? parameterSpans[parameter] : minSpan;
            throw Error(span.End > span.Start ? span : whole, problem);
        }

        if (inputs.Max(i => i.Depth) >= Factor.MaxDepth) throw Error((whole.Start, whole.Start + 1), TooDeep);
        return OperatorFactor.Apply(@operator, inputs, parameters, minPeriods);
    }

    private Factor Nested(Func<Factor> read)
    {
        if (++_nesting > MaxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw Error(Token, TooDeep);
        Factor factor = read();
        _nesting--;
        return factor;
    }

    private static string TooDeep => $"The formula is nested too deeply; {Factor.MaxDepth} operators inside each other are allowed.";

    private bool IsSign(string sign) => Token.Kind == TokenKind.Sign && Token.Text == sign;

    /// <summary>Where the token before the present one ends.</summary>
    private int Before() => _at == 0 ? 0 : _tokens[_at - 1].End;

    private string Trailing() => Token.Text switch
    {
        ")" => " No parenthesis is open here.",
        "," => " A comma stands only between the arguments of a function.",
        _ when Token.Kind is TokenKind.Word or TokenKind.Number || Token.Text == "(" => " A sign such as + or * is missing before it.",
        _ => "",
    };

    private FormulaException Error(FormulaToken token, string problem) => Error((token.Start, token.End), problem);

    private FormulaException Error((int Start, int End) span, string problem) =>
        new(_formula, span.Start + 1, Math.Max(1, span.End - span.Start), problem);
}
