namespace AlphaKit.Backtest.Tests;

/// <summary>
/// Checks the log of a run in decimals against the rules of spring 2024, written down here once more; knows the market and the log, and nothing
/// of the engine.
/// </summary>
internal sealed class StreamValidator(FastMarket market, DealPrice deal, decimal initialCash, double participation, IReadOnlySet<int> limitedOrders)
{
    private readonly List<(int From, long Shares)>[] _lots = [.. RandomMarket.Symbols.Select(_ => new List<(int, long)>())];
    private readonly decimal[] _mark = new decimal[RandomMarket.Symbols.Length];
    private decimal _cash = initialCash, _receivable;
    private int _fill, _happening;

    /// <summary>Deals looked at.</summary>
    public int Fills => _fill;

    /// <summary>The first rule broken, or null.</summary>
    public string? FirstBreach(RunLog log, int first)
    {
        for (int i = 0; i < _mark.Length; i++) _mark[i] = Price(Field.Close, 0, i);
        for (int t = 0; t < log.Days.Count; t++)
        {
            int row = first + t;
            for (int i = 0; i < _mark.Length; i++)
            {
                if (Price(Field.PreClose, row, i) is > 0 and decimal reference) _mark[i] = reference;
            }

            for (; _happening < log.Happenings.Count && log.Happenings[_happening].Day == row; _happening++) Take(log.Happenings[_happening], row);
            HashSet<int> sold = [], bought = [];
            for (; _fill < log.Fills.Count && log.Fills[_fill].Day == row; _fill++)
            {
                Fill fill = log.Fills[_fill];
                if (fill.Side == TradeSide.Sell && bought.Count > 0) return $"a sale after a purchase on row {row}";
                (fill.Side == TradeSide.Buy ? bought : sold).Add(fill.Column);
                if (Breach(fill, row) is { } breach) return $"{breach} ({RandomMarket.Symbols[fill.Column]}, row {row}, {fill})";
                if (_cash < 0) return $"cash is {_cash} within row {row}";
            }

            if (CloseBreach(log.Days[t], row) is { } open) return open;
        }

        foreach (Unfilled unfilled in Enumerable.Range(0, log.Unfilled.Count).Select(i => log.Unfilled[i]))
        {
            if (unfilled.Filled >= unfilled.Wanted && unfilled.Wanted > 0) return $"an order filled in full is listed as unfilled: {unfilled}";
        }

        return _fill == log.Fills.Count && _happening == log.Happenings.Count ? null : "the log holds entries out of order";
    }

    private void Take(in Happening happening, int row)
    {
        _cash += happening.Cash / 10_000m;
        _receivable += happening.Receivable / 10_000m;
        if (happening.Shares <= 0) return;
        (int column, DateOnly day) = (happening.Column, market.Calendar[row]);
        CorporateAction action = market.Actions.First(a => a.Symbol == RandomMarket.Symbols[column] && a.ExDate == day);
        _lots[column].Add((market.Calendar.IndexOf(action.ShareListingDate!.Value), happening.Shares));
    }

    private string? Breach(in Fill fill, int row)
    {
        int i = fill.Column;
        Symbol symbol = RandomMarket.Symbols[i];
        bool buy = fill.Side == TradeSide.Buy;
        long shares = fill.Shares, held = _lots[i].Sum(l => l.Shares);
        if (market.Truth[Field.IsSuspended][row, i] > 0) return "dealt while suspended";
        decimal price = fill.Price / 10_000m, amount = fill.Amount / 10_000m;
        (decimal up, decimal down) = RandomMarket.Limits(symbol, Price(Field.PreClose, row, i), market.Truth[Field.IsSt][row, i] > 0);
        if (price > up || price < down) return $"dealt at {price}, outside {down} to {up}";
        if (price < Price(Field.Low, row, i) || price > Price(Field.High, row, i)) return "dealt at a price the day did not see";
        decimal at = deal == DealPrice.Open ? Price(Field.Open, row, i) : Price(Field.Close, row, i);
        bool limited = limitedOrders.Contains(fill.Order);
        if (!limited && price != at) return "dealt at another price than that of the deal";
        if (!limited && (buy ? at >= up : at <= down)) return "dealt at its limit";
        if (limited && (buy ? Price(Field.Low, row, i) >= up : Price(Field.High, row, i) <= down)) return "a limit order dealt on a locked day";
        (long least, long step, long most) = symbol.Board switch
        {
            Board.Star => (200L, 1L, 100_000L), Board.Beijing => (100L, 1L, 1_000_000L), Board.ChiNext => (100L, 100L, 300_000L), _ => (100L, 100L, 1_000_000L),
        };
        if (shares > most) return "above the largest order";
        if ((buy || shares != held) && (shares < least || shares % step != 0)) return $"no valid order size, {held} held";
        if (shares > Volume(row, i) * participation) return "above its share of volume";
        if (amount != Math.Round(shares * price, 2, MidpointRounding.AwayFromZero)) return "wrong amount";
        decimal commission = Math.Max(5m, Cents(amount * 0.00025m)), stamp = buy ? 0m : Cents(amount * 0.0005m), transfer = Cents(amount * 0.00001m);
        if (fill.Fees.Commission / 10_000m != commission || fill.Fees.StampDuty / 10_000m != stamp || fill.Fees.TransferFee / 10_000m != transfer || fill.Fees.Other != 0) return "wrong fees";
        _cash += (buy ? -amount : amount) - commission - stamp - transfer - (fill.DividendTax / 10_000m);
        if (buy)
        {
            _lots[i].Add((row + 1, shares));
            return null;
        }

        for (int k = 0; k < _lots[i].Count && shares > 0; k++)
        {
            (int from, long own) = _lots[i][k];
            if (from > row) continue;
            long taken = Math.Min(own, shares);
            _lots[i][k] = (from, own - taken);
            shares -= taken;
        }

        return shares > 0 ? $"{shares} shares sold that were bought that day, are not listed, or are not held" : null;
    }

    private string? CloseBreach(in DayClose day, int row)
    {
        decimal value = 0m;
        for (int i = 0; i < _mark.Length; i++)
        {
            if (Price(Field.Close, row, i) is > 0 and decimal close) _mark[i] = close;
            value += _lots[i].Sum(l => l.Shares) * _mark[i];
            _lots[i].RemoveAll(l => l.Shares == 0);
        }

        if (day.Cash / 10_000m != _cash) return $"cash on row {row} is {day.Cash / 10_000m}, the log says {_cash}";
        if (day.Receivables / 10_000m != _receivable) return $"receivables on row {row}";
        if (day.Positions / 10_000m != value) return $"positions on row {row} are worth {day.Positions / 10_000m}, counted {value}";
        return day.NetAssetValue == day.Cash + day.Positions + day.Receivables - day.Liabilities ? null : $"net asset value on row {row}";
    }

    // Mean volume of the days traded before, all within twenty.
    private double Volume(int row, int column)
    {
        double sum = 0;
        int days = 0;
        for (int t = 0; t < row; t++)
        {
            if (!(market.Truth[Field.Volume][t, column] > 0)) continue;
            sum += market.Truth[Field.Volume][t, column];
            days++;
        }

        return sum / days;
    }

    private decimal Price(Field field, int row, int column)
    {
        float price = market.Truth[field][row, column];
        return price > 0 ? Math.Round((decimal)price, 2) : 0m;
    }

    private static decimal Cents(decimal yuan) => Math.Round(yuan, 2, MidpointRounding.AwayFromZero);
}
