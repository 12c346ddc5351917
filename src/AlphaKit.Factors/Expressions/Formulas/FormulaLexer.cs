using System.Globalization;

namespace AlphaKit.Factors;

/// <summary>Cuts a formula into words.</summary>
internal static class FormulaLexer
{
    private static readonly string[] Signs = ["<=", ">=", "==", "!=", "&&", "||", "+", "-", "*", "/", "^", "<", ">", "!", "?", ":", "(", ")", ","];

    private static readonly Dictionary<string, string> Instead = new(StringComparer.Ordinal)
    {
        ["**"] = "^", ["="] = "==", ["&"] = "&&", ["|"] = "||", ["−"] = "-", ["–"] = "-", ["×"] = "*", ["÷"] = "/", ["≤"] = "<=", ["≥"] = ">=", ["≠"] = "!=",
        ["（"] = "(", ["）"] = ")", ["，"] = ",", ["："] = ":", ["？"] = "?", ["["] = "(", ["]"] = ")", ["“"] = "\"", ["”"] = "\"", [";"] = ",",
    };

    public static List<FormulaToken> Cut(string formula)
    {
        List<FormulaToken> tokens = [];
        int at = 0;
        while (true)
        {
            while (at < formula.Length && char.IsWhiteSpace(formula[at])) at++;
            if (at == formula.Length) break;
            FormulaToken token = Next(formula, at);
            tokens.Add(token);
            at = token.End;
        }

        tokens.Add(new FormulaToken(TokenKind.End, "", formula.Length, formula.Length));
        return tokens;
    }

    private static FormulaToken Next(string formula, int start)
    {
        char c = formula[start];
        if (char.IsAsciiLetter(c) || c == '_')
        {
            int end = start + 1;
            while (end < formula.Length && IsWordPart(formula[end])) end++;
            return new FormulaToken(TokenKind.Word, formula[start..end], start, end);
        }

        if (char.IsAsciiDigit(c) || (c == '.' && start + 1 < formula.Length && char.IsAsciiDigit(formula[start + 1]))) return Number(formula, start);
        if (c == '"') return Quoted(formula, start);
        if (c == '@' && Digits(formula, start + 1) is int after && after > start + 1) return new FormulaToken(TokenKind.Part, formula[start..after], start, after);
        if (c == ';' || (c == '=' && string.CompareOrdinal(formula, start, "==", 0, 2) != 0))
        {
            // Only the parts in front of a formula have these.
            if (formula.AsSpan().TrimStart() is ['@', ..]) return new FormulaToken(TokenKind.Sign, formula[start..(start + 1)], start, start + 1);
        }

        if (string.CompareOrdinal(formula, start, "**", 0, 2) != 0)
        {
            foreach (string sign in Signs)
            {
                if (string.CompareOrdinal(formula, start, sign, 0, sign.Length) == 0) return new FormulaToken(TokenKind.Sign, sign, start, start + sign.Length);
            }
        }

        int length = c == '*' ? 2 : char.IsSurrogatePair(formula, start) ? 2 : 1;
        string found = formula.Substring(start, length);
        string right = Instead.TryGetValue(found, out string? better) ? $" Write {better} instead." : "";
        throw new FormulaException(formula, start + 1, length, $"Unexpected '{found}'.{right}");
    }

    private static FormulaToken Number(string formula, int start)
    {
        int end = Digits(formula, start);
        if (end < formula.Length && formula[end] == '.') end = Digits(formula, end + 1);
        if (end < formula.Length && formula[end] is 'e' or 'E')
        {
            int exponent = end + 1;
            if (exponent < formula.Length && formula[exponent] is '+' or '-') exponent++;
            end = Digits(formula, exponent);
        }

        bool whole = double.TryParse(formula.AsSpan(start, end - start), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value);
        int rest = end;
        while (rest < formula.Length && (IsWordPart(formula[rest]) || formula[rest] == '.')) rest++;
        if (!whole || rest > end)
            throw new FormulaException(formula, start + 1, rest - start, $"'{formula[start..rest]}' is not a number. Numbers look like 20, 0.5 or 1e-6; names start with a letter.");
        if (!double.IsFinite(value) || (value == 0 && formula.AsSpan(start, end - start).IndexOfAnyInRange('1', '9') is >= 0 and int digit && !InExponent(formula, start, digit)))
            throw new FormulaException(formula, start + 1, end - start, $"The number is too {(value == 0 ? "small" : "large")} for a double.");
        return new FormulaToken(TokenKind.Number, formula[start..end], start, end, value);
    }

    private static FormulaToken Quoted(string formula, int start)
    {
        int end = formula.IndexOf('"', start + 1);
        return end >= 0
            ? new FormulaToken(TokenKind.Text, formula[(start + 1)..end], start, end + 1)
            : throw new FormulaException(formula, start + 1, formula.Length - start, "The quotation mark is not closed.");
    }

    private static bool InExponent(string formula, int start, int digit) => formula.AsSpan(start, digit).IndexOfAny('e', 'E') >= 0;

    private static int Digits(string formula, int at)
    {
        while (at < formula.Length && char.IsAsciiDigit(formula[at])) at++;
        return at;
    }

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
