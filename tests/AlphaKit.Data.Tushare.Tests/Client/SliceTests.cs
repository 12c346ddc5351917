namespace AlphaKit.Data.Tushare.Tests.Client;

public sealed class SliceTests
{
    private static string[] Cut(string api, TushareQuery query) => [.. SliceMaker.Make(TushareEndpoints.Get(api), query).Select(s => s.ToString())];

    private static DateOnly Day(int month, int day) => new(2020, month, day);

    [Fact]
    public void A_span_of_a_cross_section_is_one_question_for_each_weekday() =>
        Assert.Equal(["trade_date=20200207", "trade_date=20200210"], Cut("daily", new TushareQuery { From = Day(2, 7), To = Day(2, 10) }));

    [Fact]
    public void Trading_days_are_taken_where_they_are_given() =>
        Assert.Equal(["trade_date=20200203"], Cut("daily", new TushareQuery { From = Day(1, 24), To = Day(2, 3), TradingDays = [Day(1, 23), Day(2, 3), Day(2, 4)] }));

    [Fact]
    public void A_code_with_a_span_is_one_question() =>
        Assert.Equal(["ts_code=600000.SH, start_date=20200207, end_date=20200210"], Cut("daily", new TushareQuery { Symbol = Symbol.Parse("600000.SH"), From = Day(2, 7), To = Day(2, 10) }));

    [Fact]
    public void Long_spans_are_cut_below_the_cap()
    {
        Assert.Equal(
            ["start_date=20200101, end_date=20201026", "start_date=20201027, end_date=20201231"],
            Cut("moneyflow_hsgt", new TushareQuery { From = Day(1, 1), To = Day(12, 31) }));
        Assert.Equal(["start_date=20200101, end_date=20201025"], Cut("moneyflow_hsgt", new TushareQuery { From = Day(1, 1), To = Day(10, 25) }));
        Assert.Single(Cut("shibor", new TushareQuery { Day = DateOnly.MaxValue }));
    }

    [Fact]
    public void Variants_are_asked_once_each()
    {
        Assert.Equal(["list_status=L", "list_status=D", "list_status=P"], Cut("stock_basic", new TushareQuery()));
        Assert.Equal(["list_status=L"], Cut("stock_basic", new TushareQuery { Parameters = new Dictionary<string, string> { ["list_status"] = "L" } }));
        Assert.Equal(6, Cut("index_classify", new TushareQuery()).Length);
        Assert.Equal(["exchange=SH, trade_date=20200203", "exchange=SZ, trade_date=20200203"], Cut("hk_hold", new TushareQuery { Day = Day(2, 3) }));
    }

    [Fact]
    public void Quarters_are_asked_by_their_ends() =>
        Assert.Equal(["end_date=20191231", "end_date=20200331"], Cut("disclosure_date", new TushareQuery { From = new DateOnly(2019, 12, 31), To = Day(6, 29) }));

    [Fact]
    public void Minutes_take_times_of_day() =>
        Assert.Equal(
            ["freq=1min, ts_code=600000.SH, start_date=2020-02-03 00:00:00, end_date=2020-02-03 23:59:59"],
            Cut("stk_mins", new TushareQuery { Symbol = Symbol.Parse("600000.SH"), Day = Day(2, 3) }));

    [Fact]
    public void Codes_are_asked_one_by_one() =>
        Assert.Equal(
            ["index_code=000300.SH, start_date=20200101, end_date=20200131", "index_code=000905.SH, start_date=20200101, end_date=20200131"],
            Cut("index_weight", new TushareQuery { Symbols = [Symbol.Parse("000300.SH"), Symbol.Parse("000905.SH")], From = Day(1, 1), To = Day(1, 31) }));

    [Fact]
    public void What_an_interface_cannot_answer_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Cut("income", new TushareQuery()));
        Assert.Throws<ArgumentException>(() => Cut("income", new TushareQuery { Symbol = Symbol.Parse("600000.SH"), Day = Day(2, 3) }));
        Assert.Throws<ArgumentException>(() => Cut("stock_basic", new TushareQuery { Day = Day(2, 3) }));
        Assert.Throws<ArgumentException>(() => Cut("daily", new TushareQuery { From = Day(2, 3) }));
        Assert.Throws<ArgumentException>(() => Cut("daily", new TushareQuery { From = Day(2, 3), To = Day(2, 2) }));
        Assert.Throws<ArgumentException>(() => Cut("daily", new TushareQuery { From = Day(2, 3), To = Day(2, 4), Day = Day(2, 3) }));
    }

    [Fact]
    public void A_span_splits_into_halves_that_make_it_whole()
    {
        TushareSlice slice = SliceMaker.Make(TushareEndpoints.Get("shibor"), new TushareQuery { From = Day(2, 3), To = Day(2, 6) }).Single();
        Assert.True(slice.TrySplit(out TushareSlice earlier, out TushareSlice later));
        Assert.Equal((Day(2, 3), Day(2, 4), Day(2, 5), Day(2, 6)), (earlier.From!.Value, earlier.To!.Value, later.From!.Value, later.To!.Value));
        Assert.True(earlier.TrySplit(out TushareSlice day, out _));
        Assert.False(day.TrySplit(out _, out _));
    }
}
