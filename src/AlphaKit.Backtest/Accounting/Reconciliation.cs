namespace AlphaKit.Backtest;

/// <summary>Runs the log of fills and events again from the initial cash, without the ledger, and compares cash and shares.</summary>
internal static class Reconciliation
{
    /// <summary>Checks the cash of every day and the shares at the end.</summary>
    /// <exception cref="LedgerException">Something differs.</exception>
    public static void Check(RunLog log, MarketFrame frame, Ledger ledger, long initialCash)
    {
        long cash = initialCash, receivables = 0;
        long[] shares = new long[frame.Axes.Count];
        int fill = 0, happening = 0;
        for (int t = 0; t < log.Days.Count; t++)
        {
            int row = frame.First + t;
            for (; happening < log.Happenings.Count && log.Happenings[happening].Day == row; happening++)
            {
                Happening event_ = log.Happenings[happening];
                cash += event_.Cash;
                receivables += event_.Receivable;
                shares[event_.Column] += event_.Shares;
            }

            for (; fill < log.Fills.Count && log.Fills[fill].Day == row; fill++)
            {
                ref readonly Fill trade = ref log.Fills[fill];
                bool buy = trade.Side == TradeSide.Buy;
                cash += (buy ? -trade.Amount : trade.Amount) - trade.Fees.Total - trade.DividendTax;
                shares[trade.Column] += buy ? trade.Shares : -trade.Shares;
                if (shares[trade.Column] < 0) throw new LedgerException(frame.Calendar[row], shares[trade.Column], $"the log sells more of {frame.Axes.Symbols[trade.Column]} than it bought.");
            }

            DayClose day = log.Days[t];
            if (cash != day.Cash) throw new LedgerException(frame.Calendar[row], PriceUnits.ToYuan(day.Cash - cash), "cash must follow from the log of fills and events.");
            if (receivables != day.Receivables) throw new LedgerException(frame.Calendar[row], PriceUnits.ToYuan(day.Receivables - receivables), "receivables must follow from the log of events.");
        }

        DateOnly last = frame.Calendar[frame.Last];
        if (fill != log.Fills.Count || happening != log.Happenings.Count) throw new LedgerException(last, log.Fills.Count - fill, "the log holds entries out of order.");
        for (int i = 0; i < shares.Length; i++)
        {
            long held = ledger.Find(i)?.Shares ?? 0;
            if (held != shares[i]) throw new LedgerException(last, held - shares[i], $"the shares of {frame.Axes.Symbols[i]} must follow from the log of fills and events.");
        }
    }
}
