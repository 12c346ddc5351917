using System.Globalization;

namespace AlphaKit.Data.Tushare.Tests.Client;

public sealed class PagingTests
{
    private static readonly DateOnly s_first = new(2007, 1, 1);

    /// <summary>One rate a day: the value tells the row.</summary>
    private static object?[] Rate(int i) => [s_first.AddDays(i).ToString("yyyyMMdd", CultureInfo.InvariantCulture), i];

    private static string Answer(StubRequest request, int rows, int cap, bool ignoreOffset = false, Func<StubRequest, int, bool>? keep = null)
    {
        int[] fitting = [.. Enumerable.Range(0, rows).Where(i => keep?.Invoke(request, i) ?? true)];
        int limit = request.Limit > 0 ? Math.Min(request.Limit, cap) : cap;
        return StubHandler.Reply(["date", "on"], fitting.Skip(ignoreOffset ? 0 : request.Offset).Take(limit).Select(Rate));
    }

    private static bool InSpan(StubRequest request, int i) =>
        string.CompareOrdinal(TushareQuery.Format(s_first.AddDays(i)), request.Parameters.GetValueOrDefault("start_date", "00000000")) >= 0
        && string.CompareOrdinal(TushareQuery.Format(s_first.AddDays(i)), request.Parameters.GetValueOrDefault("end_date", "99999999")) <= 0;

    private static async Task<List<int>> AskAsync(StubHandler handler, TushareQuery? query = null)
    {
        using TempFolder folder = new();
        using TushareClient client = StubHandler.Client(handler, folder);
        List<int> values = [];
        await foreach (ShiborRow row in client.QueryAsync<ShiborRow>(query)) values.Add((int)row.On!.Value);
        return values;
    }

    // The table says 2,000 rows for shibor. What the server's own cap is, the client cannot know.
    [Theory]
    [InlineData(0, 2000, 1)]
    [InlineData(1999, 2000, 1)]
    [InlineData(2000, 2000, 2)]
    [InlineData(2001, 2000, 2)]
    [InlineData(6000, 2000, 4)]
    [InlineData(2350, 1000, 3)]
    [InlineData(300, 300, 2)]
    [InlineData(650, 300, 3)]
    public async Task No_cap_truncates_neither_the_known_nor_a_lower_one(int rows, int serverCap, int requests)
    {
        StubHandler handler = new(r => Answer(r, rows, serverCap));
        Assert.Equal(Enumerable.Range(0, rows), await AskAsync(handler));
        Assert.Equal(requests, handler.Requests.Count);
        Assert.All(handler.Requests, r => Assert.Equal(2000, r.Limit));
        Assert.All(handler.Requests, r => Assert.Equal(TushareEndpoints.Get("shibor").Fields, r.Fields));
    }

    [Fact]
    public async Task More_rows_are_asked_for_when_the_service_says_that_there_are_more()
    {
        StubHandler handler = new(r => StubHandler.Reply(["date", "on"], Enumerable.Range(r.Offset, Math.Min(7, 21 - r.Offset)).Select(Rate), r.Offset + 7 < 21));
        Assert.Equal(Enumerable.Range(0, 21), await AskAsync(handler));
        Assert.Equal([0, 7, 14], handler.Requests.Select(r => r.Offset));
    }

    [Fact]
    public async Task An_interface_that_ignores_the_offset_is_cut_by_days_and_loses_nothing()
    {
        StubHandler handler = new(r => Answer(r, 2500, 2000, ignoreOffset: true, InSpan));
        List<int> values = await AskAsync(handler, new TushareQuery { From = s_first, To = s_first.AddDays(2499), Parameters = new Dictionary<string, string>() });
        Assert.Equal(Enumerable.Range(0, 2500), values.Order());
    }

    [Fact]
    public async Task An_interface_that_ignores_the_offset_and_cannot_be_cut_is_not_taken_as_complete()
    {
        TushareTruncatedException cut = await Assert.ThrowsAsync<TushareTruncatedException>(() => AskAsync(new StubHandler(r => Answer(r, 2500, 2000, ignoreOffset: true))));
        Assert.Equal(("shibor", 2000L), (cut.Api, cut.Rows));
    }

    [Fact]
    public async Task A_full_hundred_that_comes_again_is_complete()
    {
        StubHandler handler = new(r => Answer(r, 300, 2000, ignoreOffset: true));
        Assert.Equal(300, (await AskAsync(handler)).Count);
    }

    [Fact]
    public async Task Rows_that_paging_repeats_come_once()
    {
        // Two rows were inserted before the second page was asked for: it begins two rows too early.
        StubHandler handler = new(r => StubHandler.Reply(["date", "on"], Enumerable.Range(Math.Max(0, r.Offset - 2), r.Offset == 0 ? 2000 : 12).Select(Rate)));
        Assert.Equal(Enumerable.Range(0, 2010), await AskAsync(handler));
    }

    [Fact]
    public async Task Depth_ends_at_the_ceiling_and_a_span_is_cut_before_it()
    {
        // 120,000 rows on 40 days: paging alone ends at an offset of 100,000.
        const int PerDay = 3000;
        StubHandler handler = new(r =>
        {
            if (r.Offset > TushareClient.MaximumOffset) return StubHandler.Refusal(50101, "查询数据失败，请确认参数！offset不能大于100000");
            int[] days = [.. Enumerable.Range(0, 40).Where(d => InSpan(r, d))];
            return StubHandler.Reply(["date", "on"], Enumerable.Range(days[0] * PerDay, days.Length * PerDay).Skip(r.Offset).Take(2000).Select(i => new object?[] { s_first.AddDays(i / PerDay).ToString("yyyyMMdd", CultureInfo.InvariantCulture), i }));
        });
        List<int> values = await AskAsync(handler, new TushareQuery { From = s_first, To = s_first.AddDays(39) });
        Assert.Equal(Enumerable.Range(0, 40 * PerDay), values.Order());
        Assert.All(handler.Requests, r => Assert.True(r.Offset <= TushareClient.MaximumOffset));
    }

    [Fact]
    public async Task A_failing_question_is_asked_again_then_cut()
    {
        StubHandler handler = new(r => r.Parameters["start_date"] != r.Parameters["end_date"] ? StubHandler.Refusal(50101, "查询数据失败，请确认参数！") : Answer(r, 4, 2000, keep: InSpan));
        Assert.Equal([0, 1, 2, 3], await AskAsync(handler, new TushareQuery { From = s_first, To = s_first.AddDays(3) }));

        StubHandler hopeless = new(_ => StubHandler.Refusal(50101, "查询数据失败，请确认参数！"));
        TushareServiceException refused = await Assert.ThrowsAsync<TushareServiceException>(() => AskAsync(hopeless));
        Assert.Equal((50101, 4), (refused.Code, hopeless.Requests.Count));

        int calls = 0;
        StubHandler passing = new(r => ++calls <= 3 ? StubHandler.Refusal(50101, "查询数据失败，请确认参数！") : Answer(r, 4, 2000));
        Assert.Equal([0, 1, 2, 3], await AskAsync(passing));
    }

    [Fact]
    public async Task An_interface_outside_the_table_is_paged_too()
    {
        StubHandler handler = new(r => StubHandler.Reply(["ts_code", "n"], Enumerable.Range(r.Offset, Math.Max(0, Math.Min(6000, 6500 - r.Offset))).Select(i => new object?[] { "600000.SH", i })));
        using TempFolder folder = new();
        using TushareClient client = StubHandler.Client(handler, folder);
        SourceTable table = await client.QueryAsync("block_trade", new Dictionary<string, string> { ["trade_date"] = "20200203" }, "ts_code,n");
        Assert.Equal(6500, table.RowCount);
        Assert.Equal(6499, table.Find("n")!.Numbers[^1]);
        Assert.Equal("ts_code,n", handler.Requests[0].Fields);
    }
}
