using System.Globalization;

namespace AlphaKit.Data.Simulation;

/// <summary>
/// Attaches orders to the day's trades: every trade has a resting order that came earlier and an active order that came later, so that the
/// active side is the one with the larger order number. Some further orders are cancelled.
/// </summary>
internal sealed class IntradayGenerator
{
    private readonly StockPath _path;
    private readonly int _day;
    private readonly Symbol _symbol;
    private readonly DateTime _midnight;
    private readonly RandomStream _stream;
    private readonly List<Order> _orders = [];

    public IntradayGenerator(World world, StockPath path, int day)
    {
        _path = path;
        _day = day;
        _symbol = path.Profile.Symbol;
        DateOnly date = world.DayOf(path, day);
        _midnight = date.ToDateTime(TimeOnly.MinValue);
        _stream = RandomStream.Create(world.Options.Seed, $"simulation/intraday/{_symbol}/{date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
    }

    public IntradayDay Generate()
    {
        PrintPlan plan = PrintPlan.Draw(_path, _day, _stream);
        (int Buy, int Sell, Aggressor Active)[] sides = Attach(plan);
        AddCancelled(plan.Prices.Length / 10);
        return Publish(plan, sides);
    }

    private (int Buy, int Sell, Aggressor Active)[] Attach(PrintPlan plan)
    {
        int n = plan.Prices.Length;
        (int, int, Aggressor)[] sides = new (int, int, Aggressor)[n];
        Aggressor last = Aggressor.None;
        int lastActive = -1;
        for (int k = 0; k < n; k++)
        {
            long lots = plan.Lots[k];
            int price = plan.Prices[k], time = plan.Times[k];
            double u = _stream.NextDouble(), age = _stream.NextExponential(), joined = _stream.NextDouble();
            if (k < plan.Opening || k >= n - plan.Closing)
            {
                bool opening = k < plan.Opening;
                int start = opening ? PrintPlan.OpeningCall - 600_000 : PrintPlan.ClosingCall, length = opening ? 599_000 : 179_000;
                int buy = Add(start + (int)(u * length), TradeSide.Buy, price, lots), sell = Add(start + (int)(joined * length), TradeSide.Sell, price, lots);
                sides[k] = (buy, sell, Aggressor.None);
                continue;
            }

            double buyer = price > plan.Prices[k - 1] ? 0.85 : price < plan.Prices[k - 1] ? 0.15 : 0.5;
            Aggressor active = u < buyer ? Aggressor.Buyer : Aggressor.Seller;
            bool sweeps = lastActive >= 0 && active == last && joined < 0.3 && price == plan.Prices[k - 1] && SameSession(time, plan.Times[k - 1]);
            if (sweeps) plan.Times[k] = time = plan.Times[k - 1];
            int session = time < PrintPlan.Noon + 1 ? PrintPlan.Morning : PrintPlan.Afternoon;
            int resting = Math.Max(session, time - 1 - (int)Math.Min(age * 45_000, 3_600_000));
            TradeSide activeSide = active == Aggressor.Buyer ? TradeSide.Buy : TradeSide.Sell;
            int passive = Add(resting, activeSide == TradeSide.Buy ? TradeSide.Sell : TradeSide.Buy, price, lots);
            int aggressive = sweeps ? lastActive : Add(time, activeSide, price, 0);
            _orders[aggressive].Lots += lots;
            sides[k] = active == Aggressor.Buyer ? (aggressive, passive, active) : (passive, aggressive, active);
            (last, lastActive) = (active, aggressive);
        }

        return sides;
    }

    private static bool SameSession(int a, int b) => a <= PrintPlan.Noon == b <= PrintPlan.Noon;

    private int Add(int time, TradeSide side, int price, long lots)
    {
        _orders.Add(new Order { Time = time, Side = side, Price = price, Lots = lots });
        return _orders.Count - 1;
    }

    private void AddCancelled(int count)
    {
        for (int c = 0; c < count; c++)
        {
            bool buy = _stream.NextDouble() < 0.5;
            int away = 1 + _stream.NextInt32(20), down = Math.Max(1, _path.Down[_day]), up = _path.Up[_day] == 0 ? int.MaxValue : _path.Up[_day];
            int price = buy ? Math.Max(down, _path.Low[_day] - away) : Math.Min(up, _path.High[_day] + away);
            int length = PrintPlan.Noon - PrintPlan.Morning;
            int start = _stream.NextDouble() < 0.5 ? PrintPlan.Morning : PrintPlan.Afternoon;
            if (start == PrintPlan.Afternoon) length = PrintPlan.ClosingCall - PrintPlan.Afternoon;
            int time = start + _stream.NextInt32(length - 1000);
            int order = Add(time, buy ? TradeSide.Buy : TradeSide.Sell, price, 1 + _stream.NextInt32(30));
            _orders[order].Cancelled = time + 1 + _stream.NextInt32(start + length - time - 1);
        }
    }

    private IntradayDay Publish(PrintPlan plan, (int Buy, int Sell, Aggressor Active)[] sides)
    {
        // Messages in order of time; at one instant orders come before cancellations before trades.
        List<(int Time, int Rank, int Index)> messages = [];
        for (int o = 0; o < _orders.Count; o++)
        {
            messages.Add((_orders[o].Time, 0, o));
            if (_orders[o].Cancelled > 0) messages.Add((_orders[o].Cancelled, 1, o));
        }

        for (int k = 0; k < sides.Length; k++) messages.Add((plan.Times[k], 2, k));
        messages.Sort();
        long number = 0, sequence = 0;
        List<TickOrder> orders = new(messages.Count);
        List<TickTrade> trades = new(sides.Length);
        foreach ((int time, int rank, int index) in messages)
        {
            sequence++;
            DateTime at = _midnight.AddMilliseconds(time);
            if (rank == 2)
            {
                (int buy, int sell, Aggressor active) = sides[index];
                trades.Add(new TickTrade(_symbol, at, sequence, plan.Prices[index] / 100m, plan.Lots[index] * 100, _orders[buy].Number, _orders[sell].Number, active));
                continue;
            }

            Order order = _orders[index];
            if (rank == 0) order.Number = ++number;
            orders.Add(new TickOrder(_symbol, at, sequence, order.Number, rank == 0 ? TickOrderKind.Limit : TickOrderKind.Cancel, order.Side, order.Price / 100m, order.Lots * 100));
        }

        return new IntradayDay(MinuteBars(trades), trades, orders);
    }

    private List<MinuteBar> MinuteBars(List<TickTrade> trades)
    {
        List<MinuteBar> bars = new(240);
        int next = 0;
        double last = (double)trades[0].Price;
        for (int m = 1; m <= 240; m++)
        {
            int end = m <= 120 ? PrintPlan.Morning + (m * 60_000) : PrintPlan.Afternoon + ((m - 120) * 60_000);
            DateTime time = _midnight.AddMilliseconds(end);
            int first = next;
            double high = double.MinValue, low = double.MaxValue, amount = 0;
            long volume = 0;
            while (next < trades.Count && trades[next].Time <= time)
            {
                double price = (double)trades[next].Price;
                high = Math.Max(high, price);
                low = Math.Min(low, price);
                volume += trades[next].Volume;
                amount += price * trades[next++].Volume;
            }

            double open = first < next ? (double)trades[first].Price : last;
            last = first < next ? (double)trades[next - 1].Price : last;
            bars.Add(first < next
                ? new MinuteBar(_symbol, time, open, high, low, last, volume, Math.Round(amount, 2), next - first)
                : new MinuteBar(_symbol, time, last, last, last, last, 0, 0, 0));
        }

        return bars;
    }

    private sealed class Order
    {
        public required int Time { get; init; }

        public required TradeSide Side { get; init; }

        public required int Price { get; init; }

        public long Lots { get; set; }

        public int Cancelled { get; set; }

        public long Number { get; set; }
    }
}
