using AlphaKit.Testing;

namespace AlphaKit.Portfolio.Tests;

public sealed class ReturnWindowHistoryTests
{
    private static readonly FactorWorld World = new(40, 120, 2, 5);
    private static readonly ReturnWindowOptions Window = new() { Days = 60 };

    public static TheoryData<string> Models => new("sample", "identity", "constant", "components");

    [Theory]
    [MemberData(nameof(Models))]
    public async Task The_risk_of_a_day_does_not_change_with_the_future(string name)
    {
        IReadOnlyList<LookAheadViolation> violations = await LookAheadDetector.FindAsync(
            World.Market,
            [World.Panel.Calendar[80]],
            async (m, stop) =>
            {
                RiskHistory h = await Model(name).EstimateAsync(m, new RiskRange { From = World.Panel.Calendar[70], To = World.Panel.Calendar[90] }, null, stop);
                return [new Table("risk", TableColumn.Date("date", h.Calendar), TableColumn.Number("variance", h.Calendar.Select(d => h.At(d).Variance([.. Enumerable.Range(0, 40).Select(i => i - 15.0)]))))];
            },
            Clock.Close);
        Assert.Empty(violations);
    }

    [Fact]
    public async Task The_sample_covariance_is_that_of_the_window()
    {
        RiskHistory h = await Model("sample").EstimateAsync(World.Market, new RiskRange { From = World.Panel.Calendar[100], To = World.Panel.Calendar[100] });
        FactorRisk risk = h.At(h.Calendar.First);
        FieldMatrix close = World.Panel[Field.AdjustedClose];
        double[][] r = [.. new[] { 3, 11 }.Select(i => Enumerable.Range(41, 60).Select(t => (double)(float)(((double)close[t, i] / close[t - 1, i]) - 1)).ToArray())];
        double a = r[0].Average(), b = r[1].Average(), expected = r[0].Zip(r[1], (x, y) => (x - a) * (y - b)).Sum() / 60;
        double[] product = new double[40], unit = new double[40];
        unit[11] = 1;
        risk.CovarianceTimes(unit, product);
        Assert.Equal(expected, product[3], 1e-12);
        Assert.Equal(Clock.Close, h.KnownAt);
    }

    [Fact]
    public async Task Too_few_days_are_said()
    {
        await Assert.ThrowsAsync<InsufficientDataException>(() => Model("sample").EstimateAsync(World.Market, new RiskRange { From = World.Panel.Calendar[3], To = World.Panel.Calendar[30] }));
        RiskHistory h = await Model("sample").EstimateAsync(World.Market, new RiskRange { From = World.Panel.Calendar[50], To = World.Panel.Calendar[70] });
        Assert.Equal(World.Panel.Calendar[60], h.Calendar.First);
        Assert.Single(h.Notes);
    }

    [Fact]
    public async Task Shares_with_gaps_or_without_movement_are_not_covered()
    {
        FieldMatrix truth = World.Panel[Field.AdjustedClose];
        Panel panel = World.Panel.With(Field.AdjustedClose, FieldMatrix.Create(truth.Rows, truth.Columns, (t, row) =>
        {
            truth.Row(t).CopyTo(row);
            row[2] = 10;
            if (t % 3 == 0) row[5] = float.NaN;
        }));
        RiskHistory h = await Model("identity").EstimateAsync(new MemoryMarket(panel), new RiskRange { From = World.Panel.Calendar[100], To = World.Panel.Calendar[100] });
        FactorRisk risk = h.At(h.Calendar.First);
        Assert.Equal(38, risk.Symbols.Count);
        Assert.Equal([-1, -1], new[] { risk.RowOf(panel.Symbols[2]), risk.RowOf(panel.Symbols[5]) });
    }

    private static IRiskModel Model(string name) => name switch
    {
        "sample" => new SampleCovarianceModel(Window),
        "identity" => new LedoitWolfModel(ShrinkageTarget.ScaledIdentity, Window),
        "constant" => new LedoitWolfModel(ShrinkageTarget.ConstantCorrelation, Window),
        _ => new PrincipalComponentModel(3, Window),
    };
}
