using System.Text;
using AlphaKit.TestSupport;

namespace AlphaKit.Factors.Tests.Expressions;

/// <summary>The table of operators in docs/formulas.md is the catalogue.</summary>
public sealed class FormulaPageTests
{
    private const string Begin = "<!-- operators -->\n", End = "<!-- /operators -->";

    [Fact]
    public void The_page_of_formulas_shows_the_catalogue_as_it_is()
    {
        string path = Path.Combine(SharedData.RepositoryRoot, "docs", "formulas.md");
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        int from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, to = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(from >= Begin.Length && to >= from, "docs/formulas.md has lost its marks around the operators.");
        string written = page[..from] + Tables() + page[to..];
        if (Environment.GetEnvironmentVariable("AK_UPDATE_DOCS") == "1") File.WriteAllText(path, written);
        Assert.True(
            File.ReadAllText(path).ReplaceLineEndings("\n") == written,
            "docs/formulas.md does not show the operators as they are: run ./eng/docs.sh to write it anew.");
    }

    private static string Tables()
    {
        StringBuilder text = new();
        foreach ((OperatorKind kind, string title) in new[]
        {
            (OperatorKind.Elementwise, "Element by element"), (OperatorKind.Window, "Over a window"),
            (OperatorKind.Recursive, "Recursive"), (OperatorKind.CrossSection, "Across the shares of a day"),
        })
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n### {title}\n\n| formula | in C# | also read | meaning | missing where |\n| --- | --- | --- | --- | --- |\n");
            foreach (Operator o in Operators.All.Where(o => o.Kind == kind))
                text.Append("| ").AppendJoin(" | ", Code(Usage(o)), Code(InCSharp(o)), string.Join(" ", o.Aliases.Select(Code)), Escape(o.Definition), Escape(o.Missing)).Append(" |\n");
        }

        return text.Append('\n').ToString();
    }

    private static string Usage(Operator o)
    {
        string[] inputs = [.. o.Inputs];
        if (o == Operators.Where) return "condition ? then : otherwise";
        if (o.Sign.Length > 0) return inputs.Length == 1 ? o.Sign + inputs[0] : o.Sign == "^" ? "x^y" : $"{inputs[0]} {o.Sign} {inputs[1]}";
        if (o.Variadic) inputs[^1] = $"[{inputs[^1]}, …]";
        IEnumerable<string> parameters = o.Parameters.Select(p => p.Default is double value ? $"{p.Name}: {p.Print(value)}" : p.Name);
        return $"{o.FormulaName}({string.Join(", ", [.. inputs, .. parameters, .. o.HasMinPeriods ? ["min: full"] : Array.Empty<string>()])})";
    }

    private static string InCSharp(Operator o) => o.Name is "Add" or "Subtract" or "Multiply" or "Divide" or "Negate" ? Usage(o) : $"Op.{o.Method}";

    private static string Code(string text) => $"`{Escape(text)}`";

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
