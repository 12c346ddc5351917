using System.Diagnostics;
using System.Globalization;
using AlphaKit.Data;

namespace AlphaKit.Benchmarks;

/// <summary>
/// Thirty statement items (reported, single quarters, trailing years of three kinds of statement) of 5,500 shares joined as known on 2,500 days.
/// The result is 30 × 2,500 × 5,500 floats, 1.65 GB; the floor is the time to write so much memory once, which is measured beside it.
/// </summary>
internal static class Store
{
    private const int Shares = 5_500, Days = 2_500, Quarters = 44, ItemsOfKind = 10;

    public static Action<Action<string>?> Join()
    {
        Lazy<(StatementHistory History, PanelAxes Axes)> data = new(Make);
        return profile =>
        {
            (StatementHistory history, PanelAxes axes) = data.Value;
            long start = Stopwatch.GetTimestamp();
            Panel panel = history.Join(axes);
            double join = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (panel.Fields.Count != 3 * ItemsOfKind || float.IsNaN(panel[panel.Fields[0]].Row(Days - 1)[0])) throw new InvalidOperationException("The join is not what it must be.");
            profile?.Invoke(string.Create(CultureInfo.InvariantCulture, $"  join {join:F3} s"));
            if (profile is not null) return;

            // In the round that warms up, so that it counts for nothing.
            start = Stopwatch.GetTimestamp();
            Parallel.For(0, panel.Fields.Count, i => new FieldMatrixBuilder(Days, Shares).Build());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  allocating and writing as many floats once: {Stopwatch.GetElapsedTime(start).TotalSeconds:F3} s"));
        };
    }

    private static (StatementHistory, PanelAxes) Make()
    {
        DateOnly[] days = [.. Enumerable.Range(0, Days * 7 / 5).Select(i => new DateOnly(2014, 1, 2).AddDays(i)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Take(Days)];
        Symbol[] symbols = [.. Enumerable.Range(0, Shares).Select(i => Symbol.From(600_000 + i, Exchange.Shanghai))];
        StatementKind[] kinds = [StatementKind.Income, StatementKind.CashFlow, StatementKind.BalanceSheet];
        StatementItem[] items =
        [
            .. from kind in kinds
               from i in Enumerable.Range(0, ItemsOfKind)
               select new StatementItem(kind, $"item_{i}", kind == StatementKind.BalanceSheet ? StatementBasis.Reported : (StatementBasis)(i % 3)),
        ];
        return (StatementHistory.Of(Statements(symbols, kinds), items), new PanelAxes(new TradingCalendar(days), symbols));
    }

    /// <summary>Each quarter announced within four months of its end, one in ten restated within the year.</summary>
    private static IEnumerable<FinancialStatement> Statements(Symbol[] symbols, StatementKind[] kinds)
    {
        RandomStream random = RandomStream.Create(5, "statement join");
        foreach (Symbol symbol in symbols)
        {
            foreach (StatementKind kind in kinds)
            {
                for (int quarter = 0; quarter < Quarters; quarter++)
                {
                    DateOnly end = new DateOnly(2013 + (quarter / 4), ((quarter % 4) * 3) + 3, 1).AddMonths(1).AddDays(-1);
                    DateOnly announced = end.AddDays(15 + random.NextInt32(105));
                    yield return Version(announced);
                    if (random.NextDouble() < 0.1) yield return Version(announced.AddDays(30 + random.NextInt32(300)));

                    FinancialStatement Version(DateOnly day)
                    {
                        Dictionary<string, double> values = new(ItemsOfKind, StringComparer.Ordinal);
                        for (int i = 0; i < ItemsOfKind; i++) values.Add(s_names[i], random.NextDouble() * 1e9);
                        return new FinancialStatement(symbol, kind, end, announced, day, values);
                    }
                }
            }
        }
    }

    private static readonly string[] s_names = [.. Enumerable.Range(0, ItemsOfKind).Select(i => $"item_{i}")];
}
