using System.Globalization;
using AlphaKit.Backtest;
using AlphaKit.Data;
using AlphaKit.TestSupport;

namespace AlphaKit.EndToEnd.Tests;

/// <summary>A weekly strategy through the first morning after the Chinese New Year of 2020, when most of the market opened at its lower limit.</summary>
public sealed class CrashWeekTests
{
    private static readonly DateOnly Morning = new(2020, 2, 3);

    [SharedDataFact("ashare_2020/daily.csv.gz")]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "crash_week_differences")]
    public async Task A_weekly_strategy_lists_what_it_could_not_sell_and_its_ledger_reconciles()
    {
        TableMarket market = await TushareFolder.OpenAsync(SharedData.PathOf("ashare_2020")!);
        BacktestOptions options = new() { From = new(2020, 1, 6), To = new(2020, 2, 14), InitialCash = 50_000_000m, Schedule = Schedule.Weekly };
        BacktestResult result = await Backtester.RunAsync(market, new Rotation(), options);
        Panel panel = await market.PanelAsync(new PanelQuery { From = market.Calendar.First, To = options.To, Fields = [Field.Open, Field.Close, Field.PreClose, Field.IsSt] });

        // What could not be sold that morning opened at the lower limit of its board, and what was sold did not.
        List<string> wrong = [];
        int listed = 0;
        foreach (int r in RowsOf(result.Rejections, Morning).Where(r => result.Rejections["reason"].Exact(r) == nameof(UnfilledReason.AtLowerLimit)))
        {
            listed++;
            if (!OpenedAtLimit(panel, result.Rejections["symbol"].Exact(r)) || result.Rejections["detail"].Exact(r).Length == 0) wrong.Add($"unfilled {result.Rejections["symbol"].Exact(r)}");
        }

        foreach (int r in RowsOf(result.Trades, Morning).Where(r => result.Trades["side"].Exact(r) == "Sell"))
        {
            if (OpenedAtLimit(panel, result.Trades["symbol"].Exact(r))) wrong.Add($"sold {result.Trades["symbol"].Exact(r)}");
        }

        Assert.True(listed > 20, $"{listed} sales were refused at the lower limit");
        wrong.AddRange(Differences(result, panel, options.InitialCash));
        Assert.True(wrong.Count == 0, string.Join("; ", wrong.Take(5)));
        Claim.Exactly("crash_week_differences", wrong.Count, 0);
    }

    // Cash and positions of every day, from the trades, the events and the closing prices alone.
    private static IEnumerable<string> Differences(BacktestResult result, Panel panel, decimal cash)
    {
        Dictionary<string, long> shares = [];
        Dictionary<string, decimal> last = [];
        for (int d = 0; d < result.Daily.RowCount; d++)
        {
            DateOnly day = result.Daily["date"].Dates[d];
            foreach (int r in RowsOf(result.Events, day))
            {
                cash += Money(result.Events, "cash", r);
                Add(result.Events["symbol"].Exact(r), (long)Money(result.Events, "shares", r));
            }

            foreach (int r in RowsOf(result.Trades, day))
            {
                bool buy = result.Trades["side"].Exact(r) == "Buy";
                cash += (buy ? -1 : 1) * Money(result.Trades, "amount", r);
                foreach (string cost in new[] { "commission", "stamp_duty", "transfer_fee", "other_fees", "dividend_tax" }) cash -= Money(result.Trades, cost, r);
                Add(result.Trades["symbol"].Exact(r), (buy ? 1 : -1) * (long)Money(result.Trades, "shares", r));
            }

            decimal value = 0m;
            foreach ((string symbol, long held) in shares)
            {
                int column = panel.Axes.ColumnOf(Symbol.Parse(symbol));
                float close = panel[Field.Close, day][column];
                if (close > 0) last[symbol] = Math.Round((decimal)close, 2);
                value += held * last[symbol];
            }

            if (cash != Money(result.Daily, "cash", d)) yield return $"cash of {day}: {Money(result.Daily, "cash", d)}, counted {cash}";
            if (value != Money(result.Daily, "positions_value", d)) yield return $"positions of {day}: {Money(result.Daily, "positions_value", d)}, counted {value}";
            decimal net = cash + value + Money(result.Daily, "receivables", d) - Money(result.Daily, "liabilities", d);
            if (net != Money(result.Daily, "nav", d)) yield return $"net asset value of {day}";
        }

        void Add(string symbol, long change)
        {
            shares[symbol] = shares.GetValueOrDefault(symbol) + change;
            if (last.ContainsKey(symbol)) return;
            int column = panel.Axes.ColumnOf(Symbol.Parse(symbol));
            last[symbol] = 0m;
            foreach (DateOnly day in panel.Calendar.Where(c => panel[Field.Close, c][column] > 0).Take(1)) last[symbol] = Math.Round((decimal)panel[Field.Close, day][column], 2);
        }
    }

    private static bool OpenedAtLimit(Panel panel, string code)
    {
        Symbol symbol = Symbol.Parse(code);
        int column = panel.Axes.ColumnOf(symbol);
        decimal open = Math.Round((decimal)panel[Field.Open, Morning][column], 2), reference = Math.Round((decimal)panel[Field.PreClose, Morning][column], 2);
        decimal rate = panel[Field.IsSt, Morning][column] > 0 ? 0.05m : symbol.Board == Board.Star ? 0.2m : 0.1m; // the rules of that day, by hand
        return open <= Math.Round(reference * (1 - rate), 2, MidpointRounding.AwayFromZero);
    }

    private static IEnumerable<int> RowsOf(Table table, DateOnly day) => Enumerable.Range(0, table.RowCount).Where(r => table["date"].Dates[r] == day);

    private static decimal Money(Table table, string column, int row) => decimal.Parse(table[column].Exact(row), CultureInfo.InvariantCulture);

    /// <summary>A hundred names in equal weights, those that fell most over a week.</summary>
    private sealed class Rotation : ITargetSource
    {
        public string Name => "weekly rotation";

        public IReadOnlyList<Field> RequiredFields => [Field.Close];

        public TargetWeights Decide(DecisionContext context)
        {
            FieldMatrix close = context.Past[Field.Close];
            int last = close.Rows - 1, before = Math.Max(0, last - 5);
            int[] chosen = [.. Enumerable.Range(0, close.Columns)
                .Where(i => close[last, i] > 3 && close[before, i] > 0)
                .OrderBy(i => close[last, i] / close[before, i]).ThenBy(i => i).Take(100)];
            return TargetWeights.From(chosen.Select(i => KeyValuePair.Create(context.Past.Symbols[i], 0.0095)));
        }
    }
}
