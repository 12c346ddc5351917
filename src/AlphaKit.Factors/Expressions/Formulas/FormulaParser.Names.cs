using System.Globalization;

namespace AlphaKit.Factors;

// Names without parentheses: fields, definitions, returns, cap, adv20.
internal sealed partial class FormulaParser
{
    private static readonly HashSet<string> ForwardWords = new(StringComparer.Ordinal)
    {
        "label", "forward", "forward_return", "forward_returns", "future", "future_return", "lead", "next", "next_return", "ts_lead", "refx",
    };

    private Factor Name(FormulaToken token)
    {
        string name = token.Text, lower = name.ToLowerInvariant();
        if (_scope.Fields.FirstOrDefault(f => f.Name == name) is Field own) return own;
        if (_scope.Definitions.TryGetValue(name, out string? definition)) return Definition(token, definition);
        if (FormulaNames.Find(lower) is Field field) return field;
        if (FormulaNames.Expressions.TryGetValue(lower, out Func<Factor>? make)) return make();
        if (lower.StartsWith(FormulaNames.AverageTurnover, StringComparison.Ordinal) && lower.Length > 3 && lower.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return int.TryParse(lower.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days is >= 1 and <= Op.MaxDays
                ? Op.Adv(days)
                : throw Error(token, $"The window of {FormulaNames.AverageTurnover} must be 1 to {Op.MaxDays} trading days.");
        }

        if (ForwardWords.Contains(lower)) throw Error(token, LookingAhead(name));
        if (Function(lower) is Operator function) throw Error(token, $"'{name}' is a function: write {Signature(function)}.");
        throw Error(token, $"There is no field '{name}'.{Spelling.Hint(name, KnownNames())} Fields of your own are named in {nameof(FormulaScope)}.{nameof(FormulaScope.Fields)}.");
    }

    private Factor Definition(FormulaToken token, string definition)
    {
        if (_definitions.TryGetValue(token.Text, out Factor? known))
        {
            IEnumerable<string> open = _definitions.Where(d => d.Value is null).Select(d => d.Key).Append(token.Text);
            return known ?? throw Error(token, $"The definition of '{token.Text}' needs itself: {string.Join(" → ", open)}.");
        }

        _definitions.Add(token.Text, null);
        Factor factor = Nested(() => Parse(definition, _scope, _definitions));
        _definitions[token.Text] = factor;
        return factor;
    }

    /// <summary><c>field("name")</c>: a field whose name the language uses otherwise.</summary>
    private Factor QuotedField(FormulaToken function)
    {
        _at++;
        FormulaToken token = Token;
        if (token.Kind != TokenKind.Text) throw Error(token.Kind == TokenKind.End ? function : token, $"{FormulaNames.FieldFunction} takes a name in quotation marks: {FormulaNames.FieldFunction}(\"name\").");
        _at++;
        if (!IsSign(")")) throw Error(Token, "Expected ) after the name of the field.");
        _at++;
        const string weight = "index_weight:";
        if (_scope.Fields.FirstOrDefault(f => f.Name == token.Text) is Field own) return own;
        if (Field.Find(token.Text) is Field field) return field;
        if (token.Text.StartsWith(weight, StringComparison.Ordinal) && Symbol.TryParse(token.Text[weight.Length..], out Symbol index)) return Field.IndexWeight(index);
        throw Error(token, $"There is no field '{token.Text}'.{Spelling.Hint(token.Text, _scope.Fields.Concat(Field.Catalogue).Select(f => f.Name))}");
    }

    private Operator? Function(string lower) => Operators.Find(lower) ?? _scope.Operators.FirstOrDefault(o => o.Name == lower)?.Entry;

    private IEnumerable<string> KnownNames() =>
        [.. _scope.Fields.Select(f => f.Name), .. _scope.Definitions.Keys, .. FormulaNames.FieldNames, .. FormulaNames.Expressions.Keys];

    private static string LookingAhead(string name) =>
        $"'{name}' would look ahead: a factor can only use the past. What comes later is a {nameof(Label)}, which no formula can read.";
}
