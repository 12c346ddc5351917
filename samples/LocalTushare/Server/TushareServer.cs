using System.Collections.Concurrent;
using System.Text.Json;
using AlphaKit;
using AlphaKit.Data;
using AlphaKit.Data.Tushare;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LocalTushare;

/// <summary>
/// Speaks the protocol of Tushare Pro over HTTP on loopback, from any source of vendor tables: row caps, paging with its ceiling, quotas,
/// permissions and their messages, rows that appear at their hour, corrections, and faults of the line.
/// </summary>
public sealed class TushareServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IMarketDataSource _source;
    private readonly ServerOptions _options;
    private readonly QuotaCounter _quotas = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<ServedTable?>>> _tables = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly RandomStream _faults;

    private TushareServer(WebApplication app, IMarketDataSource source, ServerOptions options)
    {
        _app = app;
        _source = source;
        _options = options;
        _faults = RandomStream.Create(options.Seed, "server/faults");
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>What it saw.</summary>
    public ServerLog Log { get; } = new();

    /// <summary>Starts to listen.</summary>
    public static async Task<TushareServer> StartAsync(IMarketDataSource source, ServerOptions options)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}");
        TushareServer server = new(builder.Build(), source, options);
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync().ConfigureAwait(false);
        server.Address = new Uri(server._app.Urls.First());
        return server;
    }

    /// <summary>Stops.</summary>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync().ConfigureAwait(false);

    private async Task AnswerAsync(HttpContext context)
    {
        using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted).ConfigureAwait(false);
        JsonElement root = body.RootElement;
        string name = root.GetProperty("api_name").GetString() ?? "", token = root.GetProperty("token").GetString() ?? "";
        Dictionary<string, string> parameters = root.GetProperty("params").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal);
        string[] fields = (root.GetProperty("fields").GetString() ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Log.Asked($"{name}({string.Join(", ", parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"))})");
        byte[] reply = await ReplyAsync(name, token, parameters, fields).ConfigureAwait(false);
        await SendAsync(context, reply).ConfigureAwait(false);
    }

    private async Task<byte[]> ReplyAsync(string name, string token, Dictionary<string, string> parameters, string[] fields)
    {
        if (token != _options.Token) return ReplyWriter.Refusal(40101, "您的token不对，请确认。");
        TushareEndpoint? endpoint = TushareEndpoints.Find(name) ?? TushareEndpoints.All.FirstOrDefault(e => e.MarketWideName == name);
        if (endpoint is null) return ReplyWriter.Refusal(40001, "请指定正确的接口名");
        bool marketWide = endpoint.Name != name;
        if ((marketWide ? endpoint.MarketWidePoints : endpoint.Points) > _options.Points)
            return ReplyWriter.Refusal(40203, $"抱歉，您没有接口({name})访问权限，权限的具体详情访问：https://tushare.pro/document/1?doc_id=108。");
        DateTimeOffset now = _options.Time.GetUtcNow();
        int perMinute = _options.MinuteQuotas.GetValueOrDefault(name, _options.CallsPerMinute > 0 ? _options.CallsPerMinute : endpoint.CallsPerMinute(_options.Points));
        if (_quotas.Take(name, now, perMinute, _options.HourQuotas.GetValueOrDefault(name), _options.DayQuotas.GetValueOrDefault(name)) is { } refusal)
        {
            Log.RefusedByQuota(name);
            return ReplyWriter.Refusal(40203, refusal);
        }

        string code = endpoint.Slicing.Parameter;
        if (!marketWide && endpoint.Slicing.Rule is TushareSliceRule.Stock or TushareSliceRule.Index && parameters.GetValueOrDefault(code, "").Length == 0)
            return ReplyWriter.Refusal(40001, $"必填参数, {code}");
        int cap = _options.Caps.GetValueOrDefault(name, endpoint.Cap);
        int limit = parameters.Remove("limit", out string? asked) && asked.Length > 0 ? Math.Min(cap, Number(asked)) : cap;
        int offset = parameters.Remove("offset", out string? skipped) && skipped.Length > 0 ? Number(skipped) : 0;
        if (offset > _options.MaximumOffset) return ReplyWriter.Refusal(50101, "查询数据失败，请确认参数！offset不能大于100000");
        if (_options.IgnoringOffset.Contains(name)) offset = 0;
        ServedTable? table = await _tables.GetOrAdd(endpoint.Name, _ => new(() => LoadAsync(endpoint))).Value.ConfigureAwait(false);
        int[] rows = table is null ? [] : [.. table.Rows(parameters, _options.ServesTheFuture ? null : now).Skip(offset).Take(limit + 1)];
        TushareColumn[] columns = fields.Length == 0 ? [.. endpoint.Columns.Where(c => c.IsDefault)] : [.. endpoint.Columns.Where(c => fields.Contains(c.Name))];
        Correction[] corrections = [.. _options.Corrections.Where(c => c.Api == endpoint.Name && c.From <= now)];
        Log.Answered(name);
        return ReplyWriter.Rows(columns, table, rows.Length > limit ? rows[..limit] : rows, rows.Length > limit, (row, column) =>
            corrections.LastOrDefault(c => c.Column == column && c.Day == table!.DayOf(row) && c.Symbol == table.CodeOf(row))?.Value);
    }

    private async Task<ServedTable?> LoadAsync(TushareEndpoint endpoint)
    {
        if (_source.Tables.Contains(endpoint.Name)) return new ServedTable(endpoint, await _source.ReadAsync(endpoint.Name).ConfigureAwait(false));
        bool minutes = endpoint.Name == "stk_mins" && _source is IDatasetSource own && own.Datasets.Any(d => d.Name == Datasets.MinuteBars.Name);
        return minutes ? new ServedTable(endpoint, await MinuteTable.RenderAsync((IDatasetSource)_source).ConfigureAwait(false)) : null;
    }

    private async Task SendAsync(HttpContext context, byte[] reply)
    {
        double fault;
        lock (_gate) fault = _faults.NextDouble();
        int kind = fault < _options.FaultShare ? (int)(fault / _options.FaultShare * 6) : -1;
        context.Response.ContentType = "application/json; charset=utf-8";
        switch (kind)
        {
            case 0:
                Log.Faulted("dropped connection");
                context.Abort();
                return;
            case 1:
                Log.Faulted("half a body, then dropped");
                context.Response.ContentLength = reply.Length;
                await context.Response.Body.WriteAsync(reply.AsMemory(0, reply.Length / 2)).ConfigureAwait(false);
                await context.Response.Body.FlushAsync().ConfigureAwait(false);
                context.Abort();
                return;
            case 2:
                Log.Faulted("half a body, as if whole");
                await context.Response.Body.WriteAsync(reply.AsMemory(0, reply.Length / 2)).ConfigureAwait(false);
                return;
            case 3:
                Log.Faulted("gateway error");
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                await context.Response.WriteAsync("<html>502 Bad Gateway</html>").ConfigureAwait(false);
                return;
            case 4:
                Log.Faulted("query failure");
                await context.Response.Body.WriteAsync(ReplyWriter.Refusal(50101, "查询数据失败，请确认参数！")).ConfigureAwait(false);
                return;
            case 5:
                Log.Faulted("slow reply");
                await Task.Delay(_options.SlowReply, _options.Time).ConfigureAwait(false);
                break;
        }

        context.Response.ContentLength = reply.Length;
        await context.Response.Body.WriteAsync(reply).ConfigureAwait(false);
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
