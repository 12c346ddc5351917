namespace AlphaKit.Data.Simulation.Tests;

public sealed class PriceRulesTests
{
    [Fact]
    public void Every_price_lies_within_the_published_limits_and_some_days_seal()
    {
        SourceTable daily = Markets.Table(Markets.Five, "daily"), limits = Markets.Table(Markets.Five, "stk_limit");
        Dictionary<(Symbol, DateOnly), int> rows = limits.Index();
        int sealedDays = 0, oneprice = 0;
        for (int r = 0; r < daily.RowCount; r++)
        {
            int at = rows[(daily.Symbols()[r], daily.Dates()[r])];
            double up = limits.Numbers("up_limit")[at], down = limits.Numbers("down_limit")[at], high = daily.Numbers("high")[r], low = daily.Numbers("low")[r], close = daily.Numbers("close")[r];
            Assert.True(high <= up && low >= down, $"{daily.Symbols()[r]} {daily.Dates()[r]}: {low}..{high} outside {down}..{up}.");
            Assert.True(low <= Math.Min(close, daily.Numbers("open")[r]) && high >= Math.Max(close, daily.Numbers("open")[r]));
            Assert.Equal(limits.Numbers("pre_close")[at], daily.Numbers("pre_close")[r]);
            Assert.Equal(Math.Round(close, 2), close);
            sealedDays += close == up || close == down ? 1 : 0;
            oneprice += (close == up || close == down) && high == low ? 1 : 0;
        }

        Assert.True(oneprice > 20, $"{oneprice} one-price days.");

        // ashare_2020: 2.3 % of stock-days close at the upper and 1.1 % at the lower limit, in half a year with a crash; calmer years have less.
        double share = (double)sealedDays / daily.RowCount;
        Assert.True(share is > 0.003 and < 0.035, $"{share:P2} of stock-days seal.");
    }

    /// <summary>The ratios as the exchanges publish them, computed here in integers and not by the rulebook.</summary>
    [Fact]
    public void Limits_of_seasoned_shares_follow_board_treatment_and_date_to_the_cent()
    {
        // The second market spans 2026-07-06, when ST shares of the main board got the ordinary limit, and holds Beijing shares.
        SimulatedMarket late = SimulatedMarket.Create(new SimulationOptions { Seed = 5, Stocks = 300, From = new DateOnly(2026, 5, 6), To = new DateOnly(2026, 8, 31), StShare = 0.1 });
        HashSet<(Board, int)> seen = [.. CheckLimits(Markets.Five), .. CheckLimits(late)];
        Assert.Equal(
            [(Board.Main, 5), (Board.Main, 10), (Board.ChiNext, 5), (Board.ChiNext, 10), (Board.ChiNext, 20), (Board.Star, 20), (Board.Beijing, 30)],
            seen.Order());
        Assert.Contains((Board.Main, 10), CheckLimits(late, treatedOnly: true));
    }

    private static HashSet<(Board Board, int Percent)> CheckLimits(SimulatedMarket market, bool treatedOnly = false)
    {
        SourceTable limits = Markets.Table(market, "stk_limit"), basic = Markets.Table(market, "stock_basic");
        HashSet<(Symbol, DateOnly)> treated = [.. Markets.Table(market, "stock_st").Index().Keys];
        Dictionary<Symbol, DateOnly> listed = [];
        for (int r = 0; r < basic.RowCount; r++) listed[basic.Symbols()[r]] = basic.Dates("list_date")[r];
        HashSet<(Board, int)> seen = [];
        for (int r = 0; r < limits.RowCount; r++)
        {
            Symbol symbol = limits.Symbols()[r];
            DateOnly day = limits.Dates()[r];
            double up = limits.Numbers("up_limit")[r];
            if (day < listed[symbol].AddDays(40) || up > 90_000) continue;
            bool special = treated.Contains((symbol, day));
            if (treatedOnly && !special) continue;
            int percent = symbol.Board switch
            {
                Board.Beijing => 30,
                Board.Star => 20,
                Board.ChiNext when day >= new DateOnly(2020, 8, 24) => 20,
                Board.Main when day >= new DateOnly(2026, 7, 6) => 10,
                _ => special ? 5 : 10,
            };
            seen.Add((symbol.Board, percent));
            long reference = (long)Math.Round(limits.Numbers("pre_close")[r] * 100), plus = reference * (100 + percent), minus = reference * (100 - percent);
            (long expectedUp, long expectedDown) = symbol.Board == Board.Beijing ? (plus / 100, (minus + 99) / 100) : ((plus + 50) / 100, (minus + 50) / 100);
            Assert.Equal(Math.Max(expectedUp, reference + 1) / 100.0, up);
            Assert.Equal(Math.Max(1, Math.Min(expectedDown, reference - 1)) / 100.0, limits.Numbers("down_limit")[r]);
        }

        return seen;
    }

    [Fact]
    public void A_main_board_listing_of_2018_is_capped_at_144_percent_and_then_climbs_limit_by_limit()
    {
        SourceTable limits = Markets.Table(Markets.Five, "stk_limit"), basic = Markets.Table(Markets.Five, "stock_basic");
        Dictionary<(Symbol, DateOnly), int> rows = limits.Index();
        int seen = 0;
        for (int r = 0; r < basic.RowCount; r++)
        {
            DateOnly first = basic.Dates("list_date")[r];
            if (first < new DateOnly(2018, 1, 3) || first > new DateOnly(2022, 12, 1) || basic.Symbols()[r].Board != Board.Main) continue;
            long issue = (long)Math.Round(basic.Numbers("issue_price")[r] * 100);
            int at = rows[(basic.Symbols()[r], first)];
            Assert.Equal(((issue * 144) + 50) / 100 / 100.0, limits.Numbers("up_limit")[at]);
            Assert.Equal(((issue * 64) + 50) / 100 / 100.0, limits.Numbers("down_limit")[at]);
            seen++;
        }

        Assert.True(seen > 5);
    }

    [Fact]
    public void Suspended_days_have_no_bar_and_all_others_have_one()
    {
        SourceTable daily = Markets.Table(Markets.Five, "daily"), limits = Markets.Table(Markets.Five, "stk_limit"), suspended = Markets.Table(Markets.Five, "suspend_d");
        HashSet<(Symbol, DateOnly)> bars = [.. daily.Index().Keys], all = [.. limits.Index().Keys];
        HashSet<(Symbol, DateOnly)> out_ = [];
        for (int r = 0; r < suspended.RowCount; r++)
        {
            if (suspended.Texts("suspend_type")[r] == "S") out_.Add((suspended.Symbols()[r], suspended.Dates()[r]));
        }

        Assert.True(out_.Count > 500);
        Assert.False(bars.Overlaps(out_));
        Assert.True(all.SetEquals(bars.Union(out_)));
    }
}
