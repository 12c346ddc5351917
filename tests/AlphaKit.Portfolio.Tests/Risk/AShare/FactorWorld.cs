using System.Runtime.CompilerServices;

namespace AlphaKit.Portfolio.Tests;

/// <summary>A market in memory whose daily fields are given.</summary>
internal sealed class MemoryMarket(Panel panel, SecurityMaster? securities = null, IReadOnlyList<FinancialStatement>? statements = null) : IMarketData
{
    public string DataVersion => "memory";

    public PriceBasis PriceBasis => PriceBasis.Raw;

    public TradingCalendar Calendar => panel.Calendar;

    public SecurityMaster Securities { get; } = securities ?? new SecurityMaster(panel.Symbols.Select(s => new Security(s, s.Code, new DateOnly(2000, 1, 4))));

    public MarketCoverage Coverage { get; } = new(panel.Fields, statements is null ? [] : [Datasets.FinancialStatements], new Dictionary<string, string> { ["industry"] = "the test has none." });

    public ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Panel part = panel.Between(query.From, query.To);
        return ValueTask.FromResult(new Panel(part.Axes, query.Fields.Union(query.Universe.RequiredFields).Select(f => KeyValuePair.Create(f, part[f]))).Within(query.Universe, Securities));
    }

    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach (FinancialStatement s in statements ?? [])
        {
            if (s.Announced >= query.From && s.Announced <= query.To) yield return (TRow)(object)s;
        }
    }
}

/// <summary>
/// A market whose risk is known: r = f_country + X f_style + f_industry + u with styles size and beta-like exposures that the model itself computes
/// from capitalisation, industries of known volatility, and specific volatilities that differ from share to share.
/// </summary>
internal sealed class FactorWorld
{
    public const double CountryVolatility = 0.014;
    public const double SizeVolatility = 0.006;
    public const double IndustryVolatility = 0.007;

    public FactorWorld(int shares, int days, int industries, ulong seed)
    {
        Industries = industries;
        RandomStream random = RandomStream.Create(seed, "factor-world");
        List<DateOnly> dates = [];
        for (DateOnly d = new(2015, 1, 5); dates.Count < days; d = d.AddDays(1))
        {
            if (d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) dates.Add(d);
        }

        // Capitalisations do not move with prices here (shares are bought back), so that the exposure to size is the same on all days.
        double[] log = [.. Enumerable.Range(0, shares).Select(_ => random.NextNormal())], cap = [.. log.Select(x => 1e10 * Math.Exp(x))];
        Specific = [.. Enumerable.Range(0, shares).Select(_ => 0.012 * Math.Exp(0.3 * random.NextNormal()))];
        double mean = log.Average(), deviation = Math.Sqrt(log.Select(x => (x - mean) * (x - mean)).Average());
        double[] clipped = [.. log.Select(x => Math.Clamp(x, mean - (3 * deviation), mean + (3 * deviation)))];
        double clippedMean = clipped.Average(), clippedDeviation = Math.Sqrt(clipped.Select(x => (x - clippedMean) * (x - clippedMean)).Average());
        double centre = clipped.Zip(cap, (x, c) => x * c).Sum() / cap.Sum();
        Size = [.. clipped.Select(x => (x - centre) / clippedDeviation)];
        double[] share = [.. Enumerable.Range(0, industries).Select(k => Enumerable.Range(0, shares).Where(i => i % industries == k).Sum(i => cap[i]) / cap.Sum())];
        double[] price = [.. Enumerable.Repeat(100.0, shares)], industry = new double[industries];
        Field[] fields = [Field.AdjustedClose, Field.MarketCap, Field.Industry, Field.IsSt];
        FieldMatrixBuilder[] builders = [.. fields.Select(_ => new FieldMatrixBuilder(days, shares))];
        for (int t = 0; t < days; t++)
        {
            double country = CountryVolatility * random.NextNormal(), size = SizeVolatility * random.NextNormal(), common = 0;
            for (int k = 0; k < industries; k++)
            {
                industry[k] = IndustryVolatility * random.NextNormal();
                common += share[k] * industry[k];
            }

            for (int i = 0; i < shares; i++)
            {
                price[i] *= 1 + country + (Size[i] * size) + industry[i % industries] - common + (Specific[i] * random.NextNormal());
                builders[0].Row(t)[i] = (float)price[i];
                builders[1].Row(t)[i] = (float)cap[i];
                builders[2].Row(t)[i] = i % industries;
                builders[3].Row(t)[i] = 0;
            }
        }

        Panel = new Panel(new PanelAxes(new TradingCalendar(dates), RiskSamples.Symbols(shares)), fields.Select((f, k) => KeyValuePair.Create(f, builders[k].Build())));
        Shares = share;
    }

    public int Industries { get; }

    /// <summary>Specific volatility of each share.</summary>
    public double[] Specific { get; }

    /// <summary>Exposure to size, by the definition.</summary>
    public double[] Size { get; }

    /// <summary>Share of each industry in the capitalisation.</summary>
    public double[] Shares { get; }

    public Panel Panel { get; }

    public MemoryMarket Market => new(Panel);
}
