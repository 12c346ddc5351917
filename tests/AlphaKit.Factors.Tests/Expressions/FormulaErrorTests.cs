using AlphaKit.TestSupport;

namespace AlphaKit.Factors.Tests.Expressions;

/// <summary>What is wrong with a formula, where, and what would be right.</summary>
public sealed class FormulaErrorTests
{
    // formula; the wrong part stands between « and »; a word that the message must hold.
    [Theory]
    [InlineData("rank(«corelation»(close, volume, 10))", "'correlation'")]
    [InlineData("rank(«clsoe»)", "'close'")]
    [InlineData("«close»(1)", "field")]
    [InlineData("1 + «rank»", "rank(x)")]
    [InlineData("«mean(close)»", "days")]
    [InlineData("«correlation(close)»", "2 inputs")]
    [InlineData("rank(close, «5»)", "1 argument")]
    [InlineData("mean(close, «0»)", "1 to 5000")]
    [InlineData("mean(close, «-3»)", "back")]
    [InlineData("delay(close, «-1»)", "back")]
    [InlineData("mean(close, «5001»)", "1 to 5000")]
    [InlineData("mean(close, «2.5»)", "floored")]
    [InlineData("mean(close, «volume»)", "plain number")]
    [InlineData("mean(close, «2 + 3»)", "plain number")]
    [InlineData("std(close, «1»)", "2 to 5000")]
    [InlineData("std(close, 20, «5»)", "min: 5")]
    [InlineData("std(close, 20, «dof»: 0)", "ddof")]
    [InlineData("std(close, 20, ddof: 0, «ddof»: 1)", "twice")]
    [InlineData("mean(close, 20, min: «21»)", "20")]
    [InlineData("mean(close, 20, min: «0»)", "min")]
    [InlineData("mean(close, days: 20, «3»)", "come before")]
    [InlineData("rank(close, «min»: 3)", "no named parameters")]
    [InlineData("close / «0»", "zero")]
    [InlineData("close / «(0)» + 1", "zero")]
    [InlineData("close + 1«)»", "parenthesis")]
    [InlineData("close «open»", "sign")]
    [InlineData("(close + 1«»", "column 1")]
    [InlineData("rank(close«»", "column 5")]
    [InlineData("close +«»", "ends")]
    [InlineData("«»", "empty")]
    [InlineData("   «»", "empty")]
    [InlineData("close «=» open", "==")]
    [InlineData("close «&» open", "&&")]
    [InlineData("close «**» 2", "^")]
    [InlineData("close «−» 2", "-")]
    [InlineData("rank«（»close)", "(")]
    [InlineData("close «$» 2", "$")]
    [InlineData("«1.2.3» + close", "number")]
    [InlineData("«20d» + close", "number")]
    [InlineData("«1e999»", "large")]
    [InlineData("«1e-999»", "small")]
    [InlineData("1 < 2 «<» 3", "chain")]
    [InlineData("«+»close", "prefix")]
    [InlineData("1 ? 2«»", ":")]
    [InlineData("«label»", "ahead")]
    [InlineData("rank(«forward_return»(close, 5))", "ahead")]
    [InlineData("«lead»(close, 1)", "ahead")]
    [InlineData("max(close, «20»)", "ts_max")]
    [InlineData("«sma(close, 20)»", "mean(x, days)")]
    [InlineData("sma(close, 3, «4»)", "exceed")]
    [InlineData("clip(close, 3, «2»)", "below")]
    [InlineData("ema(close, 9, seed: average, min: «3»)", "average")]
    [InlineData("«adv0»", "1 to 5000")]
    [InlineData("«\"close\"»", "field(")]
    [InlineData("field(«close»)", "quotation")]
    [InlineData("field(«\"clse\"»)", "'close'")]
    [InlineData("field(«\"close)»", "quotation")]
    [InlineData("ts_quantile(close, 20, «1.5»)", "at most 1")]
    [InlineData("scale(close, «0»)", "above 0")]
    [InlineData("quantile_bucket(close, «2.5»)", "whole")]
    public void Names_the_column_and_what_would_be_right(string marked, string word)
    {
        int from = marked.IndexOf('«', StringComparison.Ordinal), to = marked.IndexOf('»', StringComparison.Ordinal) - 1;
        string formula = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        FormulaException error = Assert.Throws<FormulaException>(() => FactorExpression.Parse(formula));
        Assert.Equal((formula, from + 1, Math.Max(1, to - from)), (error.Formula, error.Position, error.Length));
        Assert.Contains(word, error.Problem, StringComparison.Ordinal);
        Assert.Contains($"Column {from + 1}: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_marks_the_place() => Assert.Equal(
        "Column 6: There is no field 'clsoe'. Did you mean 'close'? Fields of your own are named in FormulaScope.Fields.\n  rank(clsoe)\n       ^^^^^",
        Assert.Throws<FormulaException>(() => FactorExpression.Parse("rank(clsoe)")).Message);

    [Fact]
    public void Null_is_an_argument_error()
    {
        Assert.Throws<ArgumentNullException>(() => FactorExpression.Parse(null!));
        Assert.Throws<ArgumentNullException>(() => FactorExpression.Parse("close", (FormulaScope)null!));
        Assert.Throws<ArgumentException>(() => new FormulaScope { Definitions = new Dictionary<string, string> { ["rank"] = "close" } });
        Assert.Throws<ArgumentException>(() => new FormulaScope { Fields = [Field.Close, Field.Close] });
    }

    [Fact]
    [Trait("Claim", "formulas_with_stray_errors")]
    public void Mutated_formulas_raise_nothing_else()
    {
        const string letters = "()+-*/^<>=!&|?:,.0123456789eE \"_abcdlnorstu$é\ud83d（−";
        string[] sources =
        [
            "rank(correlation(close, volume, 10))", "open > 1 ? high : low > 2 ? close : -vwap^2", "std(close, 20, ddof: 0, min: 5) / 1e-3", "neutralise(close, industry, log(cap), adv20)",
            "!(close > open) && volume != 0 || low <= 1", "field(\"index_weight:000905.SH\") + returns", "max(open, close) - min(open, 0)",
        ];
        RandomStream random = RandomStream.Create(8, "mutated formulas");
        int parsed = 0, stray = 0;
        for (int round = 0; round < 6_000; round++)
        {
            List<char> text = [.. sources[random.NextInt32(sources.Length)]];
            for (int k = 1 + random.NextInt32(4); k > 0; k--)
            {
                int at = random.NextInt32(text.Count + 1);
                switch (random.NextInt32(4))
                {
                    case 0: text.Insert(at, letters[random.NextInt32(letters.Length)]); break;
                    case 1 when at < text.Count: text.RemoveAt(at); break;
                    case 2 when at < text.Count: text[at] = letters[random.NextInt32(letters.Length)]; break;
                    default: text = [.. text, .. text.Skip(at).Take(8)]; break;
                }
            }

            string formula = new([.. text]);
            try
            {
                Factor factor = FactorExpression.Parse(formula);
                Assert.Equal(factor, FactorExpression.Parse(factor.ToString()));
                parsed++;
            }
            catch (FormulaException error)
            {
                int end = error.Position - 1 + error.Length;
                if (error.Position < 1 || error.Length < 1 || end > Math.Max(formula.Length, error.Position)) stray++;
            }
#pragma warning disable CA1031 // whatever else is raised is counted
            catch (Exception other) when (other is not Xunit.Sdk.XunitException)
#pragma warning restore CA1031
            {
                stray++;
            }
        }

        Claim.Exactly("formulas_with_stray_errors", stray, 0);
        Assert.InRange(parsed, 80, 5_500);
    }
}
