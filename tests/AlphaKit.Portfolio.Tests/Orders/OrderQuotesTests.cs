namespace AlphaKit.Portfolio.Tests.Orders;

public sealed class OrderQuotesTests
{
    private static readonly Symbol Bank = Symbol.Parse("600000.SH");
    private static readonly Symbol Growth = Symbol.Parse("300750.SZ");
    private static readonly Symbol Gone = Symbol.Parse("600001.SH");
    private static readonly DateOnly Next = new(2024, 3, 11);

    [Fact]
    public void The_next_day_is_quoted_from_the_last_row_and_the_rulebook()
    {
        OrderQuote[] quotes = [.. OrderQuotes.ForNextDay(Past(), Next, Master())];
        Assert.Equal([Growth, Bank, Gone], quotes.Select(q => q.Symbol));

        // 20 % of 150.05 is 30.01; an ST share of the main board moves 5 %: 7.15 × 1.05 = 7.5075 and × 0.95 = 6.7925, to the cent.
        Assert.Equal(new OrderQuote(Growth, 150.05m, new LimitPrices(180.06m, 120.04m), QuoteState.Suspended), quotes[0]);
        Assert.Equal(new OrderQuote(Bank, 7.15m, new LimitPrices(7.51m, 6.79m)), quotes[1]);
        Assert.Equal(QuoteState.NotListed, quotes[2].State);
    }

    [Fact]
    public void A_trading_day_within_the_panel_is_refused() =>
        Assert.Throws<ArgumentException>(() => OrderQuotes.ForNextDay(Past(), new DateOnly(2024, 3, 8), Master()));

    [Fact]
    public void Only_the_last_row_counts()
    {
        Panel past = Past();
        FieldMatrix poisoned = FieldMatrix.Create(2, 4, (t, row) =>
        {
            if (t == 1) past[Field.Close].Row(1).CopyTo(row);
            else row.Fill(1e6f);
        });
        Assert.Equal(OrderQuotes.ForNextDay(past, Next, Master()), OrderQuotes.ForNextDay(past.With(Field.Close, poisoned), Next, Master()));
    }

    private static SecurityMaster Master() => new(
        [new Security(Bank, "", new DateOnly(1999, 11, 10)), new Security(Growth, "", new DateOnly(2018, 6, 11)), new Security(Gone, "", new DateOnly(2000, 1, 4), new DateOnly(2024, 3, 11))]);

    private static Panel Past()
    {
        PanelAxes axes = new(new TradingCalendar([new DateOnly(2024, 3, 7), new DateOnly(2024, 3, 8)]), new[] { Growth, Bank, Gone, Symbol.Parse("600002.SH") }.Order());
        float[] close = [150.05f, 7.15f, 1f, float.NaN], suspended = [1, 0, 0, 0], special = [0, 1, 0, 0];
        return new Panel(axes, [new(Field.Close, Rows(close)), new(Field.IsSuspended, Rows(suspended)), new(Field.IsSt, Rows(special))]);

        FieldMatrix Rows(float[] last) => FieldMatrix.Create(2, 4, (t, row) =>
        {
            if (t == 1) last.CopyTo(row);
            else row.Clear();
        });
    }
}
