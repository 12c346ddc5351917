using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AlphaKit.Factors.Tests.Expressions;

/// <summary>What would look ahead does not compile: labels are no factors, and no type of one's own can become one.</summary>
public sealed class LookAheadCompileTests
{
    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => !Path.GetFileName(p).Contains(".Tests", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ]);

    [Theory]
    [InlineData("Factor f = Op.Close / Op.Delay(Op.Close, 20) - 1;")]
    [InlineData("Factor f = Op.Rank(Op.Where(Op.Close > Op.Open, Field.TurnoverRate, 0));")]
    [InlineData("Factor f = Rank(Correlation(Close, Volume, 10)); FactorSet s = FactorSet.Basic.Then(Neutralise.IndustryAndSize()); Industry? i = null;")]
    [InlineData("Factor f = Op.GroupNeutralise(Op.Log(Op.Cap), Field.Industry, Op.Returns); Label l = label; LabelValues v = values;")]
    public void Looking_back_compiles(string code) => Assert.Empty(Errors(code));

    [Theory]
    [InlineData("Factor f = label;", "CS0029")]
    [InlineData("Factor f = (Factor)label;", "CS0030")]
    [InlineData("Factor f = values;", "CS0029")]
    [InlineData("Factor f = values.Values;", "CS0029")]
    [InlineData("Factor f = Op.Rank(label);", "CS1503")]
    [InlineData("Factor f = Op.Delay(values, 6);", "CS1503")]
    [InlineData("Factor f = Op.Correlation(Op.Close, values, 10);", "CS1503")]
    [InlineData("Factor f = Op.GroupNeutralise(Op.Close, Field.Industry, label);", "CS1503")]
    [InlineData("Factor f = Op.Close + label;", "CS0019")]
    [InlineData("Factor f = Op.Close * values;", "CS0019")]
    [InlineData("Factor f = label > 0;", "CS0019")]
    [InlineData("FactorSet s = FactorSet.Basic.Add(\"ahead\", label);", "CS1503")]
    [InlineData("NamedFactor n = new(\"ahead\", values);", "CS1503")]
    [InlineData("FactorReport r = FactorAnalysis.Run(values, values);", "CS1503")]
    [InlineData("Factor f = Op.Lead(Op.Close, 1);", "CS0117")]
    [InlineData("Factor f = Op.Delay(Op.Close, Op.Volume);", "CS1503")]
    [InlineData("if (Op.Close > Op.Open) { }", "CS0029")]
    public void Looking_ahead_does_not_compile(string code, string error) => Assert.Contains(error, Errors(code));

    [Theory]
    [InlineData("class Mine : Factor { }", "CS1729")]
    [InlineData("class Mine : CustomOperator { }", "CS1729")]
    [InlineData("class Mine : WindowOperator { public Mine() : base(\"mine\", [\"x\"], 5, \"mine\") { } public override float Evaluate(OperatorInputs window) => window.Later(0); }", "CS1061")]
    public void No_type_of_ones_own_gets_around_it(string type, string error) => Assert.Contains(error, Errors("", type));

    [Fact]
    public void A_negative_delay_is_an_argument_error_in_code_and_a_formula_error_in_text()
    {
        ArgumentOutOfRangeException inCode = Assert.Throws<ArgumentOutOfRangeException>(() => Op.Delay(Op.Close, -1));
        Assert.Equal(("days", -1.0), (inCode.ParamName, inCode.ActualValue));
        Assert.Contains("look back", Assert.Throws<FormulaException>(() => FactorExpression.Parse("delay(close, -1)")).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("label")]
    [InlineData("label(close, 5)")]
    [InlineData("forward_return(5)")]
    [InlineData("lead(close, 1)")]
    [InlineData("future")]
    public void Labels_do_not_parse(string formula) =>
        Assert.Contains("Label", Assert.Throws<FormulaException>(() => FactorExpression.Parse(formula)).Problem, StringComparison.Ordinal);

    private static string[] Errors(string code, string type = "")
    {
        string source = $$"""
            using AlphaKit;
            using AlphaKit.Factors;
            using static AlphaKit.Factors.Op;
            static class Program
            {
                static void Main() { }
                static void Body(Label label, LabelValues values) { {{code}} }
            }
            {{type}}
            """;
        CSharpCompilation compilation = CSharpCompilation.Create("Attempt", [CSharpSyntaxTree.ParseText(source)], References.Value);
        return [.. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id)];
    }
}
