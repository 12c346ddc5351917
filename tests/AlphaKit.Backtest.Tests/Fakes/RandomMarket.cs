namespace AlphaKit.Backtest.Tests;

/// <summary>A small market from a seed: all boards, limit days, suspensions, ST days, dividends and bonus shares, consistent to the cent.</summary>
internal static class RandomMarket
{
    public static readonly Symbol[] Symbols =
        [.. new[] { "000001.SZ", "300750.SZ", "600000.SH", "600004.SH", "688981.SH", "830799.BJ" }.Select(Symbol.Parse)];

    public static FakeMarket Create(ulong seed, int days = 30)
    {
        RandomStream random = RandomStream.Create(seed, "market");
        FakeMarket market = new(FakeMarket.Weekdays(new DateOnly(2024, 3, 1), days));
        TradingCalendar calendar = market.Calendar;
        foreach (Symbol symbol in Symbols)
        {
            market.Share(symbol, new DateOnly(2015, 1, 5));
            decimal last = Math.Round((decimal)random.NextDouble(2, 120), 2);
            for (int t = 0; t < days; t++)
            {
                decimal reference = last;
                bool st = symbol.Board == Board.Main && random.NextDouble() < 0.1;
                market.Set(Field.IsSt, symbol, calendar[t], st ? 1 : 0);
                if (t > 2 && t < days - 3 && random.NextDouble() < 0.08)
                {
                    CorporateAction action = new(
                        symbol, calendar[t - 2], calendar[t - 1], calendar[t], calendar[t + random.NextInt32(3)], calendar[t + random.NextInt32(3)],
                        Math.Round((decimal)random.NextDouble() * 0.05m * last, 3),
                        BonusRatio: random.NextInt32(3) == 0 ? 0.2m : 0m,
                        TransferRatio: random.NextInt32(3) == 0 ? 0.35m : 0m,
                        RightsRatio: random.NextInt32(6) == 0 ? 0.3m : 0m,
                        RightsPrice: Math.Round(last * 0.7m, 2));
                    market.Action(action);
                    reference = action.ReferencePrice(last);
                }

                last = reference;
                if (random.NextDouble() < 0.06)
                {
                    market.Set(Field.IsSuspended, symbol, calendar[t], 1);
                    continue;
                }

                (decimal up, decimal down) = Limits(symbol, reference, st);
                decimal open = Draw(), high = open, low = open, close = open;
                if (random.NextDouble() > 0.15)
                {
                    close = Draw();
                    high = Math.Max(open, Math.Max(close, Draw()));
                    low = Math.Min(open, Math.Min(close, Draw()));
                }

                market.Bar(symbol, calendar[t], (double)close, (double)open, (double)high, (double)low, (double)reference, random.NextInt32(2_000_000), (double)((high + low) / 2));
                last = close;

                decimal Draw()
                {
                    double u = random.NextDouble();
                    return u < 0.12 ? up : u > 0.88 ? down : Math.Round(down + ((up - down) * (decimal)random.NextDouble()), 2);
                }
            }
        }

        return market;
    }

    /// <summary>Limits of spring 2024, written from the exchanges' rules: ST 5 %, main 10 %, ChiNext and STAR 20 %, Beijing 30 % rounded inwards.</summary>
    public static (decimal Up, decimal Down) Limits(Symbol symbol, decimal reference, bool st)
    {
        decimal p = symbol.Board switch { Board.Main => st ? 0.05m : 0.10m, Board.Beijing => 0.30m, _ => 0.20m };
        return symbol.Board == Board.Beijing
            ? (Math.Max(Math.Floor(reference * (1 + p) * 100) / 100, reference + 0.01m), Math.Min(Math.Ceiling(reference * (1 - p) * 100) / 100, reference - 0.01m))
            : (Math.Max(Math.Round(reference * (1 + p), 2, MidpointRounding.AwayFromZero), reference + 0.01m), Math.Min(Math.Round(reference * (1 - p), 2, MidpointRounding.AwayFromZero), reference - 0.01m));
    }
}
