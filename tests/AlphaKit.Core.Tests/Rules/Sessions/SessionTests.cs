using System.Globalization;

namespace AlphaKit.Core.Tests;

public sealed class SessionTests
{
    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Shape(string symbol, string date) => string.Join(
        ' ',
        Rulebook.AShare.SessionsOn(Symbol.Parse(symbol), Day(date)).Select(s => $"{s.Phase}@{s.From:HH\\:mm}-{s.Until:HH\\:mm}"));

    private const string Before = "OpeningAuction@09:15-09:25 ContinuousMorning@09:30-11:30 ContinuousAfternoon@13:00-15:00";
    private const string With = "OpeningAuction@09:15-09:25 ContinuousMorning@09:30-11:30 ContinuousAfternoon@13:00-14:57 ClosingAuction@14:57-15:00";
    private const string After = With + " AfterHoursFixedPrice@15:05-15:30";

    [Theory]
    [InlineData("600000.SH", "2018-08-17", Before)]
    [InlineData("600000.SH", "2018-08-20", With)]
    [InlineData("600000.SH", "2026-07-03", With)]
    [InlineData("600000.SH", "2026-07-06", After)]
    [InlineData("000001.SZ", "2006-06-30", Before)]
    [InlineData("000001.SZ", "2016-05-09", With)]
    [InlineData("000001.SZ", "2026-07-06", After)]
    [InlineData("300750.SZ", "2020-08-21", With)]
    [InlineData("300750.SZ", "2020-08-24", After)]
    [InlineData("688001.SH", "2019-07-22", After)]
    [InlineData("430047.BJ", "2021-11-15", With)]
    [InlineData("430047.BJ", "2026-07-06", After)]
    [InlineData("510300.SH", "2026-07-03", Before)]
    [InlineData("510300.SH", "2026-07-06", After)]
    public void The_phases_of_a_day_change_on_their_days(string symbol, string date, string expected) => Assert.Equal(expected, Shape(symbol, date));

    [Fact]
    public void Shenzhen_took_orders_before_the_open_until_2016()
    {
        Assert.Contains("OpeningOrderEntry@09:25-09:30", Shape("000001.SZ", "2016-05-06"), StringComparison.Ordinal);
        Assert.DoesNotContain("OpeningOrderEntry", Shape("000001.SZ", "2016-05-09"), StringComparison.Ordinal);
    }

    [Fact]
    public void ChiNext_block_trades_are_confirmed_all_day_since_2026()
    {
        Assert.DoesNotContain("BlockTrade", Shape("300750.SZ", "2026-07-03"), StringComparison.Ordinal);
        Assert.Contains("BlockTradeMorning@09:30-11:30", Shape("300750.SZ", "2026-07-06"), StringComparison.Ordinal);
        Assert.Contains("BlockTradeAfternoon@13:00-15:30", Shape("300750.SZ", "2026-07-06"), StringComparison.Ordinal);
    }

    [Fact]
    public void Auctions_end_cancelling()
    {
        IReadOnlyList<TradingSession> day = Rulebook.AShare.SessionsOn(Symbol.Parse("600000.SH"), Day("2024-06-03"));
        Assert.Equal(new TimeOnly(9, 20), day[0].CancelUntil);
        Assert.Equal(day[^1].From, day[^1].CancelUntil);
    }

    [Fact]
    public void Days_and_instruments_without_sessions_are_refused()
    {
        Assert.Throws<RuleNotAvailableException>(() => Shape("688001.SH", "2019-07-19"));
        Assert.Throws<ArgumentException>(() => Shape("000300.SH", "2024-06-03"));
    }

    [Theory]
    [InlineData("2015-12-31", 0)]
    [InlineData("2016-01-04", 2)]
    [InlineData("2016-01-07", 2)]
    [InlineData("2016-01-08", 0)]
    public void The_market_breaker_lived_four_days(string date, int levels) => Assert.Equal(levels, Rulebook.AShare.MarketBreakerOn(Day(date)).Count);

    [Fact]
    public void The_breaker_halts_fifteen_minutes_then_closes_the_market_and_did_so_twice()
    {
        IReadOnlyList<MarketBreakerLevel> levels = Rulebook.AShare.MarketBreakerOn(Day("2016-01-05"));
        Assert.Equal([(0.05m, (int?)15), (0.07m, null)], levels.Select(l => (l.Level, l.Minutes)));
        MarketHalt[] closed = [.. Rulebook.AShare.MarketHalts.Where(h => h.Until == new TimeOnly(15, 0))];
        Assert.Equal([Day("2016-01-04"), Day("2016-01-07")], closed.Select(h => h.Date));
        Assert.All(closed, h => Assert.Equal(0.07m, h.Level));
    }

    [Theory]
    [InlineData(Board.Main, "2023-04-07", 0)]
    [InlineData(Board.Main, "2023-04-10", 2)]
    [InlineData(Board.ChiNext, "2020-08-24", 2)]
    [InlineData(Board.Star, "2019-07-22", 2)]
    [InlineData(Board.Beijing, "2021-11-12", 0)]
    [InlineData(Board.Beijing, "2021-11-15", 2)]
    public void Shares_without_a_limit_halt_at_thirty_and_sixty_percent(Board board, string date, int count)
    {
        IReadOnlyList<IntradayHalt> halts = Rulebook.AShare.IntradayHaltsOn(board, Day(date));
        Assert.Equal(count, halts.Count);
        if (count == 0) return;
        Assert.Equal([0.30m, 0.60m], halts.Select(h => h.Level));
        Assert.All(halts, h => Assert.Equal((10, new TimeOnly(14, 57)), (h.Minutes, h.ResumeBy)));
    }

    [Fact]
    public void Shares_turn_around_the_next_day_and_convertibles_at_once()
    {
        SettlementRule share = Rulebook.AShare.SettlementOn(Symbol.Parse("600000.SH"), Day("2024-06-03"));
        Assert.Equal((1, 0, 1), (share.SellAfter, share.CashBuysAfter, share.CashLeavesAfter));
        Assert.Equal(0, Rulebook.AShare.SettlementOn(Symbol.Parse("113050.SH"), Day("2024-06-03")).SellAfter);
        Assert.Equal(1, Rulebook.AShare.SettlementOn(SettlementClass.EquityFund, Day("2024-06-03")).SellAfter);
        Assert.Equal(0, Rulebook.AShare.SettlementOn(SettlementClass.OtherFund, Day("2024-06-03")).SellAfter);
        Assert.Throws<ArgumentException>(() => Rulebook.AShare.SettlementOn(Symbol.Parse("510300.SH"), Day("2024-06-03")));
        Assert.Throws<RuleNotAvailableException>(() => Rulebook.AShare.SettlementOn(Symbol.Parse("600000.SH"), Day("1994-12-30")));
        Assert.Equal(1, Rulebook.AShare.SettlementOn(Symbol.Parse("600000.SH"), Day("1995-01-03")).SellAfter);
    }
}
