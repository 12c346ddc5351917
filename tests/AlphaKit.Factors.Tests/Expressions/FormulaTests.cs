using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Expressions;

/// <summary>What formulas mean, and how expressions print.</summary>
public sealed class FormulaTests
{
    public static TheoryData<string, Factor> Meanings => new()
    {
        { "close", Close },
        { "raw_close", Field.Close },
        { "adjusted_close", Close },
        { "turnover_rate_free", Field.FreeTurnoverRate },
        { "Rank(CORRELATION(close, volume, 10))", Rank(Op.Correlation(Close, Volume, 10)) },
        { "returns", (Close / Delay(Close, 1)) - 1 },
        { "adv20", Mean(Amount, 20) },
        { "cap", Field.MarketCap },
        { "1 + 2 * 3 ^ 2 ^ 0.5", (Factor)1 + ((Factor)2 * Power(3, Power(2, 0.5))) },
        { "open - high - low", Open - High - Low },
        { "open - (high - low)", Open - (High - Low) },
        { "open / high / low", Open / High / Low },
        { "-close^2", -Power(Close, 2) },
        { "(-2)^close", Power(-2, Close) },
        { "-2^close", -Power(2, Close) },
        { "close^-2", Power(Close, -2) },
        { "close - -5", Close - -5 },
        { "-(5)", -(Factor)5 },
        { "!(close > open) && volume != 0 || low <= 1e-3", (!(Close > Open) & NotEqual(Volume, 0)) | (Low <= 0.001) },
        { "open > close ? 1 : close > low ? 2 : 3", Where(Open > Close, 1, Where(Close > Low, 2, 3)) },
        { "where(returns < 0, std(returns, 20), close)", Where(Returns < 0, Std(Returns, 20), Close) },
        { "std(close, 20, ddof: 0, min: 5)", Std(Close, 20, Deviation.Population, MinPeriods.AtLeast(5)) },
        { "std(close, 20, min: skip_missing)", Std(Close, 20, Deviation.Sample, MinPeriods.SkipMissing) },
        { "stddev(close, 20)", Std(Close, 20) },
        { "ts_argmax(close, 5) + ts_arg_min(close, 6)", TsArgMax(Close, 5) + TsArgMin(Close, 6) },
        { "max(open, close) - min(open, 0)", Larger(Open, Close) - Smaller(Open, 0) },
        { "wilder(close, 14, seed: first)", Wilder(Close, 14, Seed.FirstValue) },
        { "ema(close, 12, seed: average)", Ema(Close, 12, Seed.Average) },
        { "sma(close, 3, 1, min: 1)", Sma(Close, 3, 1, MinPeriods.AtLeast(1)) },
        { "indneutralize(vwap, industry)", Op.GroupNeutralise(Vwap, Field.Industry) },
        { "neutralise(vwap, industry, log(cap), adv5)", Op.GroupNeutralise(Vwap, Field.Industry, Log(Cap), Adv(5)) },
        { "ts_quantile(close, 20, 0.25)", TsQuantile(Close, 20, 0.25) },
        { "clip(close, -3, 3)", Clip(Close, -3, 3) },
        { "scale(close)", Scale(Close) },
        { "scale(close, a: 2)", Scale(Close, 2) },
        { "decay_linear(close, 3) + wma(close, 3)", Wma(Close, 3) + DecayLinear(Close, 3) },
        { "delay(close, 0)", Delay(Close, 0) },
        { " (\n close\t) ", Close },
        { "field(\"index_weight:000905.SH\")", Field.IndexWeight(Symbol.Parse("000905.SH")) },
    };

    public static TheoryData<string> Canonical =>
    [
        "close / delay(close, 20) - 1", "open - (high - low)", "(open - high) * low", "-close^2", "(-close)^2", "-(-close)", "-(5)", "-5", "(-5)^close",
        "2^(-close)^2", "2^-close", "(2^close)^3", "2^close^3", "(open < high) < low", "open < high && low < close || !(vwap == 1)",
        "(open || high) && low", "open > 1 ? high : low > 2 ? close : vwap", "(open > 1 ? high : low) > 2 ? close : vwap", "rank(open > 1 ? 2 : 3)",
        "(open ? high : low) + 1", "std(close, 20, ddof: 0, min: 5)", "covariance(open, close, 9, ddof: 0)", "ema(close, 9, seed: average)", "wilder(close, 9, seed: first, min: 1)",
        "neutralise(close, industry)", "neutralise(close, industry, market_cap, volume)", "winsorise_mad(close)", "winsorise_mad(close, k: 5)", "clip(close, -0.5, 1E+20)",
        "1E-05 * close", "raw_close + raw_vwap + vwap", "!!close", "-!close", "field(\"index_weight:000905.SH\")",
    ];

    [Theory]
    [MemberData(nameof(Meanings))]
    public void Formula_means_the_expression(string formula, Factor expected)
    {
        Assert.Equal(expected, FactorExpression.Parse(formula));
        Assert.Equal(expected.GetHashCode(), FactorExpression.Parse(formula).GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Canonical))]
    public void Canonical_formula_is_printed_as_it_is_written(string formula)
    {
        Assert.Equal(formula.Replace("2^(-close)^2", "2^(-close)^2", StringComparison.Ordinal), FactorExpression.Parse(formula).ToString());
    }

    [Fact]
    public void Every_alias_names_its_operator_and_no_name_is_used_twice()
    {
        string[] names = [.. Operators.All.SelectMany(o => o.Aliases.Prepend(o.FormulaName))];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(Operators.All, o => Assert.All(o.Aliases, a => Assert.Same(o, Operators.Find(a))));
        Assert.Equal("ts_arg_max", Operators.TsArgMax.FormulaName);
    }

    [Fact]
    public void Every_operator_is_a_method_of_Op_or_a_sign()
    {
        HashSet<string> methods = [.. typeof(Op).GetMethods().Select(m => m.Name), nameof(Factor.Add), nameof(Factor.Subtract), nameof(Factor.Multiply), nameof(Factor.Divide), nameof(Factor.Negate)];
        Assert.All(Operators.All, o => Assert.Contains(o.Method, methods));
    }

    [Fact]
    public void No_member_of_Op_hides_a_public_type_of_its_neighbours()
    {
        HashSet<string> types = [.. typeof(Op).Assembly.GetExportedTypes().Concat(typeof(Field).Assembly.GetExportedTypes()).Select(t => t.Name)];
        types.Remove(nameof(AlphaKit.Factors.Correlation)); // measures of analysis; using static Op asks for the qualified name there
        Assert.DoesNotContain(typeof(Op).GetMembers().Select(m => m.Name), types.Contains);
    }

    [Fact]
    public void Fields_of_ones_own_are_found_by_their_exact_name_and_win()
    {
        Field mood = Field.Custom("Mood", Unit.None, Clock.Evening), close = Field.Custom("Close", Unit.None, Clock.Open), cap = Field.Custom("cap", Unit.Cny, Clock.Close);
        Factor expected = Abs(mood) + close + cap;
        Assert.Equal("abs(Mood) + field(\"Close\") + field(\"cap\")", expected.ToString());
        Assert.Equal(expected, FactorExpression.Parse("abs(Mood) + Close + cap", mood, close, cap));
        Assert.Equal(expected, FactorExpression.Parse(expected.ToString(), mood, close, cap));
        Assert.Equal(Close, FactorExpression.Parse("close", mood, close, cap));
        Assert.Throws<FormulaException>(() => FactorExpression.Parse("mood", mood));
    }

    [Fact]
    public void Definitions_are_put_in_where_their_name_stands()
    {
        FormulaScope scope = new() { Definitions = new Dictionary<string, string> { ["spread"] = "(high - low) / base", ["base"] = "mean(close, 3)" } };
        Assert.Equal(Rank((High - Low) / Mean(Close, 3)), FactorExpression.Parse("rank(spread)", scope));
    }

    [Fact]
    public void Definitions_that_need_themselves_are_refused()
    {
        FormulaScope scope = new() { Definitions = new Dictionary<string, string> { ["a1"] = "b1 + 1", ["b1"] = "2 * c1", ["c1"] = "rank(a1)" } };
        FormulaException error = Assert.Throws<FormulaException>(() => FactorExpression.Parse("close + a1", scope));
        Assert.Contains("a1 → b1 → c1 → a1", error.Problem, StringComparison.Ordinal);
        Assert.Equal(("rank(a1)", 6), (error.Formula, error.Position));
    }

    [Fact]
    public void A_part_defined_once_and_used_often_is_read_once()
    {
        Dictionary<string, string> definitions = new() { ["d0"] = "close" };
        for (int k = 1; k <= 60; k++) definitions[$"d{k}"] = $"d{k - 1} + d{k - 1}";
        Factor factor = FactorExpression.Parse("d60", new FormulaScope { Definitions = definitions });
        Assert.Equal(factor, FactorExpression.Parse("d60", new FormulaScope { Definitions = definitions }));
        Assert.Equal([Field.AdjustedClose], factor.RequiredFields);
    }

    [Fact]
    public void Depth_is_limited_and_never_a_stack_overflow()
    {
        Factor deep = Close;
        for (int k = 1; k < Factor.MaxDepth; k++) deep = Abs(deep);
        Assert.Throws<ArgumentException>(() => Abs(deep));
        Assert.Equal(deep, FactorExpression.Parse(deep.ToString()));
        Assert.Throws<FormulaException>(() => FactorExpression.Parse($"abs({deep})"));
        foreach (string opening in new[] { "(", "-", "close^", "1 ? 2 : ", "where(1, " })
            Assert.Throws<FormulaException>(() => FactorExpression.Parse(string.Concat(Enumerable.Repeat(opening, 100_000))));
        Assert.Throws<FormulaException>(() => FactorExpression.Parse(string.Join(" + ", Enumerable.Repeat("close", 5000))));
        Assert.Equal(900, FactorExpression.Parse(string.Join(" + ", Enumerable.Repeat("close", 900))).Depth);
    }
}
