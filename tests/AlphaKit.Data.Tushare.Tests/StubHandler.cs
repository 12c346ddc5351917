using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;

namespace AlphaKit.Data.Tushare.Tests;

/// <summary>Answers requests from a function, and keeps what was asked.</summary>
internal sealed class StubHandler(Func<StubRequest, string> answer) : HttpMessageHandler
{
    public List<StubRequest> Requests { get; } = [];

    public List<Uri> Addresses { get; } = [];

    /// <summary>A client over a stub, with its own quota folder and no waits to speak of.</summary>
    public static TushareClient Client(StubHandler handler, TempFolder folder, TimeProvider? time = null, Func<TushareOptions, TushareOptions>? change = null, CapturingLog? log = null)
    {
        TushareOptions options = new() { Token = new TushareToken(Secret), QuotaFolder = folder.Path, RetryDelay = TimeSpan.FromMilliseconds(1), CallsPerMinute = 10_000, AttemptTimeout = TimeSpan.FromMinutes(10) };
        HttpClient http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        return new TushareClient(change is null ? options : change(options), () => http, time, log);
    }

    /// <summary>A token that no other text holds.</summary>
    public const string Secret = "s3cretTokenThatMustNotShow0123456789abcdef";

    /// <summary>A reply of success.</summary>
    public static string Reply(string[] fields, IEnumerable<object?[]> rows, bool hasMore = false) =>
        JsonSerializer.Serialize(new { request_id = "r", code = 0, msg = (string?)null, data = new { fields, items = rows, has_more = hasMore } });

    /// <summary>A refusal.</summary>
    public static string Refusal(int code, string message) => JsonSerializer.Serialize(new { request_id = "r", code, msg = message, data = (object?)null });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using JsonDocument body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
        JsonElement root = body.RootElement;
        Dictionary<string, string> parameters = root.GetProperty("params").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString());
        StubRequest asked = new(root.GetProperty("api_name").GetString()!, root.GetProperty("token").GetString()!, parameters, root.GetProperty("fields").GetString()!);
        lock (Requests)
        {
            Requests.Add(asked);
            Addresses.Add(request.RequestUri!);
        }

        string text = answer(asked);
        return text.StartsWith("HTTP ", StringComparison.Ordinal)
            ? new HttpResponseMessage((HttpStatusCode)int.Parse(text.AsSpan(5), System.Globalization.CultureInfo.InvariantCulture)) { Content = new StringContent("<html>trouble</html>") }
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
    }
}
