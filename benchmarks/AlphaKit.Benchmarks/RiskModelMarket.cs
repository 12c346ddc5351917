using System.Runtime.CompilerServices;

namespace AlphaKit.Benchmarks;

/// <summary>
/// A market that exists only in memory and only daily: returns from a market, industries and size, with what a risk model reads. Statements
/// come quarterly. It is made for its size, not for its realism.
/// </summary>
internal sealed class RiskModelMarket : IMarketData
{
    private static readonly Field[] s_fields = [Field.AdjustedClose, Field.MarketCap, Field.Industry, Field.TurnoverRate, Field.Pb, Field.IsSt];
    private readonly Panel _panel;

    public RiskModelMarket(int shares, int days)
    {
        List<DateOnly> dates = [];
        for (DateOnly d = new(2015, 1, 5); dates.Count < days; d = d.AddDays(1))
        {
            if (d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) dates.Add(d);
        }

        Calendar = new TradingCalendar(dates);
        Symbol[] symbols = [.. Enumerable.Range(0, shares).Select(i => Symbol.From(600_000 + i, Exchange.Shanghai))];
        Securities = new SecurityMaster(symbols.Select(s => new Security(s, s.Code, new DateOnly(2000, 1, 4))));
        Coverage = new MarketCoverage(s_fields, [Datasets.FinancialStatements]);
        RandomStream random = RandomStream.Create(1, "benchmarks/risk-model");
        double[] beta = new double[shares], own = new double[shares], price = new double[shares], cap = new double[shares], size = new double[shares], industryReturn = new double[31];
        for (int i = 0; i < shares; i++)
        {
            (beta[i], own[i], price[i], size[i]) = (1 + (0.3 * random.NextNormal()), 0.015 + (0.01 * random.NextDouble()), 10, random.NextNormal());
            cap[i] = 1e10 * Math.Exp(size[i]);
        }

        FieldMatrixBuilder[] fields = [.. s_fields.Select(_ => new FieldMatrixBuilder(days, shares))];
        for (int t = 0; t < days; t++)
        {
            double market = 0.014 * random.NextNormal(), small = 0.006 * random.NextNormal();
            for (int k = 0; k < industryReturn.Length; k++) industryReturn[k] = 0.01 * random.NextNormal();
            for (int i = 0; i < shares; i++)
            {
                double r = (beta[i] * market) + (size[i] * small) + industryReturn[i % 31] + (own[i] * random.NextNormal());
                price[i] *= 1 + Math.Clamp(r, -0.1, 0.1);
                bool trades = random.NextDouble() > 0.01;
                fields[0].Row(t)[i] = trades ? (float)price[i] : float.NaN;
                fields[1].Row(t)[i] = (float)(cap[i] * price[i] / 10);
                fields[2].Row(t)[i] = i % 31;
                fields[3].Row(t)[i] = trades ? (float)(0.02 * Math.Exp(0.5 * random.NextNormal())) : float.NaN;
                fields[4].Row(t)[i] = (float)(price[i] / 5);
                fields[5].Row(t)[i] = i % 50 == 0 ? 1 : 0;
            }
        }

        _panel = new Panel(new PanelAxes(Calendar, symbols), s_fields.Select((f, k) => KeyValuePair.Create(f, fields[k].Build())));
    }

    public string DataVersion => "risk model benchmark";

    public PriceBasis PriceBasis => PriceBasis.Raw;

    public TradingCalendar Calendar { get; }

    public SecurityMaster Securities { get; }

    public MarketCoverage Coverage { get; }

    public ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(_panel.Between(query.From, query.To));

    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        if (!dataset.Name.Equals(Datasets.FinancialStatements.Name, StringComparison.Ordinal)) yield break;
        int quarters = (Calendar.Last.Year - Calendar.First.Year + 6) * 4;
        RandomStream random = RandomStream.Create(1, "benchmarks/risk-model-statements");
        for (int q = 0; q < quarters; q++)
        {
            int year = Calendar.First.Year - 5 + (q / 4), quarter = (q % 4) + 1;
            DateOnly end = new DateOnly(year, 3 * quarter, 1).AddMonths(1).AddDays(-1), announced = end.AddDays(60);
            if (announced < query.From || announced > query.To) continue;
            foreach (Symbol symbol in _panel.Symbols)
            {
                double assets = 1e10 * Math.Exp(0.3 * random.NextNormal()), part = quarter / 4.0, margin = 0.03 + (0.02 * random.NextNormal()), debt = 0.3 + (0.4 * random.NextDouble());
                yield return Row(StatementKind.Income, new() { ["n_income_attr_p"] = margin * assets * part, ["revenue"] = 0.6 * (1 + debt) * assets * part });
                yield return Row(StatementKind.CashFlow, new() { ["n_cashflow_act"] = (margin + (0.02 * debt)) * assets * part });
                yield return Row(StatementKind.BalanceSheet, new() { ["total_assets"] = assets, ["total_liab"] = debt * assets, ["total_hldr_eqy_exc_min_int"] = (0.95 - debt) * assets, ["lt_borr"] = 0.2 * debt * assets, ["bond_payable"] = 0.05 * assets });

                TRow Row(StatementKind kind, Dictionary<string, double> items) =>
                    (TRow)(object)new FinancialStatement(symbol, kind, end, announced, announced, items);
            }
        }
    }
}
