using System.Net.Http;
using System.Text.Json;
using LocalTushare;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AlphaKit.Data.Tushare.Tests.Client;

/// <summary>Single calls: what is tried again, what is not, and that the token does not show.</summary>
public sealed class TransportTests
{
    private static readonly TushareQuery s_one = new() { Day = new DateOnly(2020, 2, 3) };

    private static readonly DateTimeOffset s_now = new(2026, 3, 2, 2, 0, 30, TimeSpan.Zero);

    private static string Bar(StubRequest _) => StubHandler.Reply(["ts_code", "trade_date", "close"], [["600000.SH", "20200203", 10.5]]);

    private static async Task<List<DailyRow>> DailyAsync(TushareClient client)
    {
        List<DailyRow> rows = [];
        await foreach (DailyRow row in client.QueryAsync<DailyRow>(s_one)) rows.Add(row);
        return rows;
    }

    [Fact]
    public async Task A_request_carries_the_interface_the_token_and_every_column()
    {
        using TempFolder folder = new();
        StubHandler handler = new(Bar);
        using TushareClient client = StubHandler.Client(handler, folder, change: o => o with { BaseAddress = new Uri("http://api.example/dataapi/daily") });
        Assert.Equal(10.5, (await DailyAsync(client)).Single().Close);
        StubRequest request = handler.Requests.Single();
        Assert.Equal(("daily", StubHandler.Secret), (request.Api, request.Token));
        Assert.Equal("ts_code,trade_date,open,high,low,close,pre_close,change,pct_chg,vol,amount", request.Fields);
        Assert.Equal(new Dictionary<string, string> { ["trade_date"] = "20200203", ["limit"] = "6000", ["offset"] = "0" }, request.Parameters);
        Assert.Equal("http://api.example/dataapi/daily", handler.Addresses.Single().ToString());
    }

    [Theory]
    [InlineData("HTTP 502")]
    [InlineData("HTTP 429")]
    [InlineData("<html>gateway</html>")]
    [InlineData("{\"code\":0,\"data\":{\"fields\":[\"ts_code\",\"tra")]
    [InlineData("")]
    public async Task What_passes_is_tried_again(string trouble)
    {
        using TempFolder folder = new();
        int calls = 0;
        StubHandler handler = new(r => ++calls <= 3 ? trouble : Bar(r));
        using TushareClient client = StubHandler.Client(handler, folder, new JumpingTime(s_now));
        Assert.Single(await DailyAsync(client));
        Assert.Equal(4, calls);
        Assert.Equal(10_000 * 0.8 - 4, (await client.QuotaAsync("daily")).LeftThisMinute);
    }

    [Fact]
    public async Task A_body_that_is_no_text_or_no_archive_is_tried_again()
    {
        using TempFolder folder = new();
        byte[][] bodies = [[.. "{\"code\":0,\"msg\":\""u8, 0xFF, 0xFE, .. "\",\"data\":null}"u8], [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8]];
        int calls = 0;
        await using TushareServer server = await TushareServer.StartAsync(new SmallSource(), new ServerOptions { Token = StubHandler.Secret, ServesTheFuture = true });
        SocketsHttpHandler patient = TushareClient.NewHandler();
        patient.ConnectTimeout = TimeSpan.FromMinutes(10);
        using HttpClient http = new(new DamagingHandler(patient, () => calls++ is var call && call < 2 ? bodies[call] : null)) { Timeout = Timeout.InfiniteTimeSpan };
        using TushareClient client = new(
            new TushareOptions { Token = new TushareToken(StubHandler.Secret), BaseAddress = server.Address, QuotaFolder = folder.Path, RetryDelay = TimeSpan.FromMilliseconds(1), AttemptTimeout = TimeSpan.FromMinutes(10) }, () => http, null, null);
        Assert.Equal(2, (await DailyAsync(client)).Count);
        Assert.Equal(3, calls);
    }

    [Fact]
    public async Task What_does_not_pass_ends_after_so_many_attempts()
    {
        using TempFolder folder = new();
        StubHandler handler = new(_ => "HTTP 503");
        using TushareClient client = StubHandler.Client(handler, folder, change: o => o with { Attempts = 3 });
        TushareConnectionException failed = await Assert.ThrowsAsync<TushareConnectionException>(() => DailyAsync(client));
        Assert.Equal((3, 3), (failed.Attempts, handler.Requests.Count));
        Assert.Contains("HTTP status 503", failed.Message, StringComparison.Ordinal);

        StubHandler broken = new(_ => throw new HttpRequestException("no route"));
        using TushareClient other = StubHandler.Client(broken, folder, change: o => o with { Attempts = 2 });
        failed = await Assert.ThrowsAsync<TushareConnectionException>(() => DailyAsync(other));
        Assert.Contains("no route", failed.Message, StringComparison.Ordinal);

        StubHandler lost = new(_ => "HTTP 404");
        using TushareClient third = StubHandler.Client(lost, folder);
        await Assert.ThrowsAsync<TushareConnectionException>(() => DailyAsync(third));
        Assert.Single(lost.Requests);
    }

    [Fact]
    public async Task A_call_that_hangs_is_cut_off()
    {
        using TempFolder folder = new();
        using HttpClient http = new(new HangingHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        TushareOptions options = new() { Token = new TushareToken(StubHandler.Secret), QuotaFolder = folder.Path, AttemptTimeout = TimeSpan.FromSeconds(1), Attempts = 1 };
        using TushareClient client = new(options, () => http, null, null);
        TushareConnectionException failed = await Assert.ThrowsAsync<TushareConnectionException>(() => DailyAsync(client));
        Assert.Contains("00:00:01", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_is_not_a_trouble_of_the_line()
    {
        using TempFolder folder = new();
        using HttpClient http = new(new HangingHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        using TushareClient client = new(new TushareOptions { Token = new TushareToken(StubHandler.Secret), QuotaFolder = folder.Path }, () => http, null, null);
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (TushareBatch _ in client.BatchesAsync(TushareEndpoints.Get("daily"), s_one, stop.Token))
            {
            }
        });
    }

    [Fact]
    public async Task A_minute_that_is_used_up_is_waited_for_and_its_quota_learned()
    {
        using TempFolder folder = new();
        JumpingTime time = new(s_now);
        int calls = 0;
        StubHandler handler = new(r => ++calls == 1 ? StubHandler.Refusal(40203, "抱歉，您每分钟最多访问该接口50次") : Bar(r));
        using TushareClient client = StubHandler.Client(handler, folder, time);
        Assert.Single(await DailyAsync(client));
        Assert.Equal((40, true), await client.QuotaAsync("daily") is var left ? (left.PerMinute, left.IsLearned) : default);
        Assert.True(time.GetUtcNow() >= new DateTimeOffset(2026, 3, 2, 2, 1, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Refusals_have_types_of_their_own_and_are_not_repeated()
    {
        using TempFolder folder = new();
        StubHandler handler = new(r => r.Api switch
        {
            "cyq_perf" => StubHandler.Refusal(40203, "抱歉，您没有接口(cyq_perf)访问权限"),
            "report_rc" => StubHandler.Refusal(40203, "抱歉，您每天最多访问该接口10次"),
            "daily" => StubHandler.Refusal(40001, "必填参数, ts_code"),
            _ => StubHandler.Refusal(40101, "您的token不对，请确认。"),
        });

        // A clock that stands still: a day's quota opens again at midnight.
        using TushareClient client = StubHandler.Client(handler, folder, new JumpingTime(s_now));
        async Task AskAsync(string api, TushareQuery query)
        {
            await foreach (TushareBatch _ in client.BatchesAsync(TushareEndpoints.Get(api), query))
            {
            }
        }

        TusharePermissionException closed = await Assert.ThrowsAsync<TusharePermissionException>(() => AskAsync("cyq_perf", new TushareQuery { Symbol = Symbol.Parse("600000.SH") }));
        Assert.Equal(5000, closed.Points);
        Assert.Equal(10, (await Assert.ThrowsAsync<TushareQuotaException>(() => AskAsync("report_rc", new TushareQuery()))).Limit);
        await Assert.ThrowsAsync<TushareQuotaException>(() => AskAsync("report_rc", new TushareQuery()));
        TushareServiceException refused = await Assert.ThrowsAsync<TushareServiceException>(() => AskAsync("daily", s_one));
        Assert.Equal((40001, "trade_date=20200203"), (refused.Code, refused.Parameters));
        await Assert.ThrowsAsync<TushareTokenException>(() => AskAsync("shibor", new TushareQuery()));

        // A refused token stops everything, also what would have worked.
        await Assert.ThrowsAsync<TushareTokenException>(() => AskAsync("daily", s_one));
        Assert.Equal(4, handler.Requests.Count);
    }

    [Fact]
    public async Task The_token_never_shows()
    {
        using TempFolder folder = new();
        CapturingLog log = new();
        List<string> said = [];
        string[] troubles =
        [
            "HTTP 500", "HTTP 404", "<html>", StubHandler.Refusal(40101, $"您的token不对，请确认。{StubHandler.Secret}"), StubHandler.Refusal(40203, $"抱歉，您没有访问该接口的权限 {StubHandler.Secret}"),
            StubHandler.Refusal(40203, $"抱歉，您每天最多访问该接口10次 {StubHandler.Secret}"), StubHandler.Refusal(50101, $"查询数据失败 {StubHandler.Secret.ToUpperInvariant()}"), StubHandler.Refusal(1, StubHandler.Secret),
            StubHandler.Reply(["trade_date"], []), StubHandler.Reply(["ts_code", "trade_date", "close"], [["600000.SH", "20200203", "x"]]), "{}",
        ];
        foreach (string trouble in troubles)
        {
            int calls = 0;
            StubHandler handler = new(r => ReferenceEquals(trouble, troubles[5]) && ++calls == 1 ? StubHandler.Refusal(40203, $"抱歉，您每分钟最多访问该接口50次 {StubHandler.Secret}") : trouble);
            using TempFolder own = new();
            using TushareClient client = StubHandler.Client(handler, own, new JumpingTime(s_now), o => o with { Attempts = 2 }, log);
            Exception failed = await Assert.ThrowsAnyAsync<AlphaKitException>(() => DailyAsync(client));
            said.Add(failed.ToString());
            said.Add(JsonSerializer.Serialize(failed.Data));
            said.AddRange(handler.Addresses.Select(a => a.ToString()));
            said.AddRange(Directory.GetFiles(own.Path));
            said.AddRange(Directory.GetFiles(own.Path).Select(f => Convert.ToHexString(File.ReadAllBytes(f))));
            said.Add($"{client} {client.Options} {client.Options.Token} {JsonSerializer.Serialize(client.Options)}");
        }

        Assert.True(log.Lines.Count > 2, string.Join('\n', log.Lines));
        said.AddRange(log.Lines);
        Assert.All(said, s => Assert.DoesNotContain(StubHandler.Secret, s, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Token = ***", said.First(s => s.Contains("TushareOptions {", StringComparison.Ordinal)), StringComparison.Ordinal);
        TushareTokenException bad = Assert.Throws<TushareTokenException>(() => new TushareToken("abc def"));
        Assert.DoesNotContain("abc", bad.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registered_services_make_a_client_that_logs_no_token()
    {
        using TempFolder folder = new();
        await using TushareServer server = await TushareServer.StartAsync(new SmallSource(), new ServerOptions { Token = StubHandler.Secret, ServesTheFuture = true });
        CapturingLog log = new();
        ServiceCollection services = new();
        services.AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddTushare(o => o with { Token = new TushareToken(StubHandler.Secret), BaseAddress = server.Address, QuotaFolder = folder.Path });
        await using ServiceProvider provider = services.BuildServiceProvider();
        TushareClient client = provider.GetRequiredService<TushareClient>();
        Assert.Same(client, provider.GetRequiredService<TushareClient>());
        Assert.Equal(2, (await DailyAsync(client)).Count);
        Assert.Contains(log.Lines, l => l.Contains("POST", StringComparison.Ordinal));
        Assert.All(log.Lines, l => Assert.DoesNotContain(StubHandler.Secret, l, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Without_a_token_nothing_begins()
    {
        Assert.Throws<TushareTokenException>(() => new TushareClient(" "));
        if (Environment.GetEnvironmentVariable(TushareToken.EnvironmentVariable) is null) Assert.Throws<TushareTokenException>(() => TushareClient.FromEnvironment());
    }

    [Fact]
    public void Options_have_bounds()
    {
        static void Refused(Func<TushareOptions> make) => Assert.ThrowsAny<ArgumentException>(make);
        Refused(() => new TushareOptions { BaseAddress = new Uri("ftp://x") });
        Refused(() => new TushareOptions { BaseAddress = new Uri("http://x/?token=1") });
        Refused(() => new TushareOptions { BaseAddress = new Uri("http://user@x/") });
        Refused(() => new TushareOptions { BaseAddress = new Uri("x", UriKind.Relative) });
        Refused(() => new TushareOptions { Points = -1 });
        Refused(() => new TushareOptions { CallsPerMinute = 10_001 });
        Refused(() => new TushareOptions { QuotaShare = 0 });
        Refused(() => new TushareOptions { QuotaShare = 1.01 });
        Refused(() => new TushareOptions { Attempts = 0 });
        Refused(() => new TushareOptions { Attempts = 21 });
        Refused(() => new TushareOptions { AttemptTimeout = TimeSpan.FromMilliseconds(999) });
        Refused(() => new TushareOptions { RetryDelay = TimeSpan.Zero });
        Refused(() => new TushareOptions { MaximumReplyBytes = 1 });
        _ = new TushareOptions { Points = 0, CallsPerMinute = 10_000, QuotaShare = 1, Attempts = 20, AttemptTimeout = TimeSpan.FromMinutes(10), RetryDelay = TimeSpan.FromMinutes(1), MaximumReplyBytes = 1 << 30 };
    }

    [Fact]
    public async Task A_reply_larger_than_the_limit_is_refused()
    {
        using TempFolder folder = new();
        StubHandler handler = new(_ => new string(' ', 2 << 20) + "{}");
        using TushareClient client = StubHandler.Client(handler, folder, change: o => o with { MaximumReplyBytes = 1 << 20 });
        Assert.Contains("larger than 1048576 bytes", (await Assert.ThrowsAsync<TushareReplyException>(() => DailyAsync(client))).Message, StringComparison.Ordinal);
    }

    /// <summary>Replaces the bodies of some replies.</summary>
    private sealed class DamagingHandler(HttpMessageHandler inner, Func<byte[]?> body) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (body() is not { } bytes) return await base.SendAsync(request, cancellationToken);
            Stream stream = bytes[0] == 0x1F ? new System.IO.Compression.GZipStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress) : new MemoryStream(bytes);
            return new HttpResponseMessage { Content = new StreamContent(stream) };
        }
    }

    private sealed class HangingHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
