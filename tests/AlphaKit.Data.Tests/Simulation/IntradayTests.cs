namespace AlphaKit.Data.Simulation.Tests;

public sealed class IntradayTests
{
    private static readonly DateOnly s_day = new(2020, 3, 18);

    [Fact]
    public async Task Minute_bars_reproduce_the_daily_bar()
    {
        SourceTable daily = Markets.Table(Markets.Five, "daily");
        Dictionary<(Symbol, DateOnly), int> rows = daily.Index();
        Dictionary<Symbol, List<MinuteBar>> bars = [];
        await foreach (MinuteBar bar in Markets.Five.ReadAsync(Datasets.MinuteBars, new DatasetQuery { From = s_day, To = s_day }))
        {
            if (!bars.TryGetValue(bar.Symbol, out List<MinuteBar>? list)) bars[bar.Symbol] = list = [];
            list.Add(bar);
        }

        Assert.True(bars.Count > 150);
        foreach ((Symbol symbol, List<MinuteBar> list) in bars)
        {
            int r = rows[(symbol, s_day)];
            Assert.Equal(240, list.Count);
            Assert.Equal(daily.Numbers("open")[r], list[0].Open);
            Assert.Equal(daily.Numbers("close")[r], list[^1].Close);
            Assert.Equal(daily.Numbers("high")[r], list.Max(b => b.High));
            Assert.Equal(daily.Numbers("low")[r], list.Min(b => b.Low));
            Assert.Equal(daily.Numbers("vol")[r] * 100, list.Sum(b => b.Volume));
            Assert.Equal(1, list.Sum(b => b.Amount) / (daily.Numbers("amount")[r] * 1000), 0.02);
            Assert.Equal(new TimeSpan(9, 31, 0), list[0].Time.TimeOfDay);
            Assert.Equal(new TimeSpan(13, 1, 0), list[120].Time.TimeOfDay);
            Assert.Equal(new TimeSpan(15, 0, 0), list[^1].Time.TimeOfDay);
            Assert.All(list, b => Assert.True(b.Low <= Math.Min(b.Open, b.Close) && b.High >= Math.Max(b.Open, b.Close) && (b.Volume > 0) == (b.Trades > 0)));
        }
    }

    [Fact]
    public async Task Volume_is_u_shaped_over_the_day()
    {
        double[] volume = new double[240];
        await foreach (MinuteBar bar in Markets.Five.ReadAsync(Datasets.MinuteBars, new DatasetQuery { From = s_day, To = s_day.AddDays(9) }))
        {
            int minute = (int)bar.Time.TimeOfDay.TotalMinutes - ((9 * 60) + 31);
            volume[minute < 120 ? minute : minute - 90] += bar.Volume;
        }

        double first = volume[1..31].Average(), middle = volume[90..150].Average(), last = volume[207..237].Average();
        Assert.True(first > 1.3 * last && last > 1.1 * middle, $"{first:F0}, {middle:F0}, {last:F0}");
    }

    [Fact]
    public async Task Trades_aggregate_to_minute_bars_and_the_later_order_is_the_active_one()
    {
        Symbol symbol = Markets.Table(Markets.Five, "daily").Symbols()[0];
        DatasetQuery query = new() { From = s_day, To = s_day.AddDays(5), Symbols = [symbol] };
        List<TickTrade> trades = await ToList(Markets.Five.ReadAsync(Datasets.TickTrades, query));
        List<TickOrder> orders = await ToList(Markets.Five.ReadAsync(Datasets.TickOrders, query));
        List<MinuteBar> bars = await ToList(Markets.Five.ReadAsync(Datasets.MinuteBars, query));
        Assert.True(trades.Count > 100);
        foreach (MinuteBar bar in bars)
        {
            // A bar holds the trades after the previous minute's end; the first one the opening call as well.
            DateTime from = bar.Time.TimeOfDay == new TimeSpan(9, 31, 0) ? bar.Time.AddMinutes(-10) : bar.Time.AddMinutes(-1);
            List<TickTrade> own = [.. trades.Where(t => t.Time > from && t.Time <= bar.Time)];
            Assert.Equal(own.Sum(t => t.Volume), bar.Volume);
            Assert.Equal(own.Count, bar.Trades);
            if (own.Count > 0) Assert.Equal(((double)own.Max(t => t.Price), (double)own[^1].Price), (bar.High, bar.Close));
        }

        foreach (IGrouping<DateTime, TickTrade> day in trades.GroupBy(t => t.Time.Date))
        {
            List<TickOrder> placed = [.. orders.Where(o => o.Time.Date == day.Key && o.Kind != TickOrderKind.Cancel)];
            Dictionary<long, TickOrder> byNumber = placed.ToDictionary(o => o.Order);
            Assert.True(placed.Zip(placed.Skip(1)).All(p => p.First.Order < p.Second.Order && p.First.Time <= p.Second.Time));
            List<long> sequence = [.. orders.Where(o => o.Time.Date == day.Key).Select(o => o.Sequence).Concat(day.Select(t => t.Sequence)).Order()];
            Assert.Equal(sequence.Count, sequence.Distinct().Count());
            Dictionary<long, long> filled = [];
            foreach (TickTrade trade in day)
            {
                if (trade.Aggressor != Aggressor.None) Assert.Equal(trade.BuyOrder > trade.SellOrder, trade.Aggressor == Aggressor.Buyer);
                Assert.Equal(TradeSide.Buy, byNumber[trade.BuyOrder].Side);
                Assert.Equal(TradeSide.Sell, byNumber[trade.SellOrder].Side);
                Assert.True(byNumber[trade.BuyOrder].Sequence < trade.Sequence && byNumber[trade.SellOrder].Sequence < trade.Sequence);
                foreach (long order in new[] { trade.BuyOrder, trade.SellOrder }) filled[order] = filled.GetValueOrDefault(order) + trade.Volume;
            }

            Assert.All(filled, f => Assert.True(f.Value <= byNumber[f.Key].Volume));
        }

        Assert.Contains(orders, o => o.Kind == TickOrderKind.Cancel);
    }

    private static async Task<List<T>> ToList<T>(IAsyncEnumerable<T> rows)
    {
        List<T> list = [];
        await foreach (T row in rows) list.Add(row);
        return list;
    }
}
