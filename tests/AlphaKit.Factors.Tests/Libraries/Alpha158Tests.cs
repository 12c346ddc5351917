using AlphaKit.Factors.Tests.Libraries.Golden;
using AlphaKit.TestSupport;

namespace AlphaKit.Factors.Tests.Libraries;

public sealed class Alpha158Tests
{
    /// <summary>The names in the order of Qlib's loader: nine of the bar, four prices, then every rolling feature over its five windows.</summary>
    private static readonly string[] Rolling =
    [
        "ROC", "MA", "STD", "BETA", "RSQR", "RESI", "MAX", "MIN", "QTLU", "QTLD", "RANK", "RSV", "IMAX", "IMIN", "IMXD", "CORR", "CORD",
        "CNTP", "CNTN", "CNTD", "SUMP", "SUMN", "SUMD", "VMA", "VSTD", "WVMA", "VSUMP", "VSUMN", "VSUMD",
    ];

    [Fact]
    public void Has_the_158_names_of_Qlib_in_its_order() => Assert.Equal(
        [
            "KMID", "KLEN", "KMID2", "KUP", "KUP2", "KLOW", "KLOW2", "KSFT", "KSFT2", "OPEN0", "HIGH0", "LOW0", "VWAP0",
            .. Rolling.SelectMany(name => new[] { 5, 10, 20, 30, 60 }.Select(days => $"{name}{days}")),
        ],
        FactorSet.Alpha158.Names);

    [Fact]
    public void Has_the_360_names_of_Qlib_in_its_order() => Assert.Equal(
        new[] { "CLOSE", "OPEN", "HIGH", "LOW", "VWAP", "VOLUME" }.SelectMany(name => Enumerable.Range(0, 60).Select(k => $"{name}{59 - k}")),
        FactorSet.Alpha360.Names);

    [Fact]
    [Trait("Claim", "alpha158_golden_differences")]
    public void Equal_the_values_that_pandas_computes_from_the_expressions_of_Qlib()
    {
        GoldenValues golden = GoldenValues.Load("alpha158.csv");
        Assert.Equal(158 + 20, golden.Names.Count()); // 158, and of the 360 four lags, of which lag 0 of the close and the volume
        FactorSet lags = FactorSet.Of(golden.Names.Where(IsLag).Select(name => new NamedFactor(name[4..], FactorSet.Alpha360[name[4..]])));
        FeatureTensor x158 = FactorSet.Alpha158.Compute(GoldenPanel.Instance), x360 = lags.Compute(GoldenPanel.Instance);
        (int compared, int different) = GoldenCheck.Run(golden, name => IsLag(name) ? x360[name[4..]] : x158[name]);
        Assert.InRange(compared, 4000, 178 * 24);
        Claim.Exactly("alpha158_golden_differences", different, 0);

        static bool IsLag(string name) => name.StartsWith("360:", StringComparison.Ordinal);
    }

    [Fact]
    public void Is_one_for_the_close_of_today_in_the_360() =>
        Assert.All(FactorSet.Alpha360["CLOSE0"].Compute(GoldenPanel.Instance).Values.Column(0), v => Assert.True(v == 1 || float.IsNaN(v)));

    [Fact]
    public void Print_and_parse_back()
    {
        foreach (NamedFactor factor in Factors.Alpha158.All.Concat(Factors.Alpha360.All))
            Assert.Equal(factor.Expression, FactorExpression.Parse(factor.Expression.ToString()));
    }

    [Fact]
    public void Are_known_at_the_close() => Assert.All(Factors.Alpha158.All.Concat(Factors.Alpha360.All), f => Assert.Equal(Clock.Close, f.Expression.KnownAt));

    [Fact]
    public void Look_back_as_many_days_as_the_window_and_one_more_for_changes()
    {
        foreach (int days in Factors.Alpha158.Windows)
        {
            foreach (string name in Rolling)
            {
                bool change = name is "ROC" or "CORD" or "CNTP" or "CNTN" or "CNTD" or "SUMP" or "SUMN" or "SUMD" or "WVMA" or "VSUMP" or "VSUMN" or "VSUMD";
                Assert.Equal(change ? days : days - 1, FactorSet.Alpha158[$"{name}{days}"].LookBack);
            }
        }

        Assert.Equal(0, FactorSet.Alpha158["KMID"].LookBack);
        Assert.Equal(59, FactorSet.Alpha360["VOLUME59"].LookBack);
        Assert.Equal(0, FactorSet.Alpha360["OPEN0"].LookBack);
    }
}
