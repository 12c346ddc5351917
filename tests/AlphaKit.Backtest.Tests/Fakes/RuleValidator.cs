namespace AlphaKit.Backtest.Tests;

/// <summary>Checks the tables of a result against the rules, from the tables and the market alone; shares no code with the engine.</summary>
internal static class RuleValidator
{
    /// <summary>The first rule broken, or null.</summary>
    public static async Task<string?> FirstBreachAsync(BacktestResult result, FakeMarket market, DealPrice deal, decimal initialCash)
    {
        Panel panel = await market.PanelAsync(new PanelQuery
        {
            From = market.Calendar.First, To = market.Calendar.Last,
            Fields = [Field.Open, Field.High, Field.Low, Field.Close, Field.PreClose, Field.Vwap, Field.Volume, Field.IsSuspended, Field.IsSt],
        });
        Dictionary<Symbol, DateOnly> listings = [];
        List<CorporateAction> actions = [];
        await foreach (CorporateAction action in market.ReadAsync(Datasets.CorporateActions, DatasetQuery.All)) actions.Add(action);

        List<(DateOnly Day, int Order, Symbol Symbol, long Shares, DateOnly SellableFrom, int Row)> moves = [];
        for (int r = 0; r < result.Events.RowCount; r++)
        {
            long shares = (long)result.Events.Money("shares", r);
            if (shares <= 0) continue;
            Symbol symbol = Symbol.Parse(result.Events.Cell("symbol", r));
            DateOnly day = result.Events["date"].Dates[r];
            moves.Add((day, 0, symbol, shares, actions.First(a => a.Symbol == symbol && a.ExDate == day).ShareListingDate ?? day, -1));
        }

        for (int r = 0; r < result.Trades.RowCount; r++)
        {
            DateOnly day = result.Trades["date"].Dates[r];
            long shares = (long)result.Trades.Money("shares", r) * (result.Trades.Cell("side", r) == "Buy" ? 1 : -1);
            moves.Add((day, 1 + r, Symbol.Parse(result.Trades.Cell("symbol", r)), shares, day.AddDays(1), r));
        }

        Dictionary<Symbol, List<(DateOnly From, long Shares)>> lots = [];
        Dictionary<(DateOnly, Symbol), string> traded = [];
        foreach (var move in moves.OrderBy(m => m.Day).ThenBy(m => m.Order))
        {
            if (!lots.TryGetValue(move.Symbol, out var held)) lots[move.Symbol] = held = [];
            if (move.Row >= 0)
            {
                string order = result.Trades.Cell("order", move.Row);
                if (!traded.TryAdd((move.Day, move.Symbol), order) && traded[(move.Day, move.Symbol)] != order) return $"{move.Symbol} was traded by two orders on {move.Day}";
                if (FillBreach(result, panel, move.Row, deal, held.Sum(l => l.Shares)) is { } breach) return breach;
            }

            if (move.Shares > 0)
            {
                held.Add((move.SellableFrom, move.Shares));
                continue;
            }

            long left = -move.Shares;
            for (int i = 0; i < held.Count && left > 0; i++)
            {
                if (held[i].From > move.Day) continue;
                long taken = Math.Min(left, held[i].Shares);
                held[i] = (held[i].From, held[i].Shares - taken);
                left -= taken;
            }

            if (left > 0) return $"{left} shares of {move.Symbol} sold on {move.Day} were bought that day, not listed, or never held";
        }

        return DailyBreach(result, initialCash);
    }

    private static string? FillBreach(BacktestResult result, Panel panel, int row, DealPrice deal, long held)
    {
        Table trades = result.Trades;
        Symbol symbol = Symbol.Parse(trades.Cell("symbol", row));
        DateOnly day = trades["date"].Dates[row];
        int t = panel.Calendar.IndexOf(day), i = panel.Axes.ColumnOf(symbol);
        bool buy = trades.Cell("side", row) == "Buy";
        long shares = (long)trades.Money("shares", row);
        decimal price = trades.Money("price", row), open = Quote(Field.Open), high = Quote(Field.High), low = Quote(Field.Low), close = Quote(Field.Close);
        if (panel[Field.IsSuspended][t, i] > 0 || !(panel[Field.Volume][t, i] > 0)) return $"{symbol} dealt on {day} without trading";
        (decimal up, decimal down) = RandomMarket.Limits(symbol, Quote(Field.PreClose), panel[Field.IsSt][t, i] > 0);
        if (price < down || price > up) return $"{symbol} dealt on {day} at {price}, outside {down} to {up}";
        bool locked = deal switch
        {
            DealPrice.Open => buy ? open >= up : open <= down,
            DealPrice.Close => buy ? close >= up : close <= down,
            _ => buy ? low >= up : high <= down,
        };
        if (locked) return $"{symbol} dealt on {day} at its limit";
        (long least, long step) = symbol.Board switch { Board.Star => (200, 1), Board.Beijing => (100, 1), _ => (100L, 100L) };
        if (shares != held && (shares < least || shares % step != 0)) return $"{shares} shares of {symbol} is no order size (held {held})";
        if (buy && (shares < least || shares % step != 0)) return $"{shares} shares of {symbol} cannot be bought";
        long largest = symbol.Board switch { Board.Star => 100_000, Board.ChiNext => 300_000, _ => 1_000_000 };
        if (shares > largest) return $"{shares} shares of {symbol} in one order, above {largest}";
        decimal amount = Math.Round(shares * price, 2, MidpointRounding.AwayFromZero);
        if (amount != trades.Money("amount", row)) return $"amount of {symbol} on {day}";
        if (trades.Money("commission", row) != Math.Max(5m, Math.Round(amount * 0.00025m, 2, MidpointRounding.AwayFromZero))) return $"commission of {symbol} on {day}";
        if (trades.Money("stamp_duty", row) != (buy ? 0m : Math.Round(amount * 0.0005m, 2, MidpointRounding.AwayFromZero))) return $"stamp duty of {symbol} on {day}";
        return null;

        decimal Quote(Field field) => Math.Round((decimal)panel[field][t, i], 2);
    }

    private static string? DailyBreach(BacktestResult result, decimal initialCash)
    {
        decimal before = initialCash;
        for (int r = 0; r < result.Daily.RowCount; r++)
        {
            decimal nav = result.Daily.Money("nav", r), cash = result.Daily.Money("cash", r);
            if (cash < 0) return $"cash is {cash} on row {r}";
            if (nav != cash + result.Daily.Money("positions_value", r) + result.Daily.Money("receivables", r) - result.Daily.Money("liabilities", r)) return $"nav on row {r}";
            if (Math.Abs((double)((nav / before) - 1m) - result.Daily["return"].Numbers[r]) > 1e-12) return $"return on row {r}";
            before = nav;
        }

        return null;
    }
}
