using System.Globalization;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AlphaKit.Reports.Tests;

/// <summary>One tab, driven by the DevTools protocol: opens files, evaluates scripts, takes pictures, and keeps every complaint of the console.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly List<string> _complaints = [];
    private readonly List<string> _requests = [];
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly HashSet<string> _loaded = [];
    private int _last;

    /// <summary>Errors and warnings of the console, exceptions, failed loads.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Addresses that the page asked for, other than its own file.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public static async Task<BrowserPage> OpenAsync(ChromiumProcess browser, int width = 1280, int height = 900)
    {
        using HttpClient http = new();
        using HttpResponseMessage reply = await http.PutAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{browser.Port}/json/new?about:blank")), null);
        JsonNode tab = (await reply.Content.ReadFromJsonAsync<JsonNode>())!;
        BrowserPage page = new();
        await page._socket.ConnectAsync(new Uri((string)tab["webSocketDebuggerUrl"]!), CancellationToken.None);
        foreach (string domain in new[] { "Page", "Runtime", "Log", "Network" }) await page.SendAsync($"{domain}.enable");
        await page.SendAsync("Page.setLifecycleEventsEnabled", new JsonObject { ["enabled"] = true });
        await page.ResizeAsync(width, height);
        return page;
    }

    public Task ResizeAsync(int width, int height) =>
        SendAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });

    /// <summary>Opens a file and waits until it has been loaded and painted once.</summary>
    public async Task GoAsync(string file, string fragment = "")
    {
        // A page that only changes its fragment is not loaded again.
        await LoadAsync("about:blank");
        string own = new Uri(file).AbsoluteUri;
        await LoadAsync(own + fragment);
        Assert.Equal("file: complete", await TextAsync("location.protocol + ' ' + document.readyState"));
        await EvaluateAsync("new Promise(r => requestAnimationFrame(() => setTimeout(r, 0)))");
        _requests.RemoveAll(r => r == own || r == own + fragment);
    }

    /// <summary>The value of an expression as JSON; a promise is awaited.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        JsonNode reply = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        if (reply["exceptionDetails"] is { } failure) throw new InvalidOperationException($"{expression}: {Detail(failure)}");
        return reply["result"]?["value"];
    }

    public async Task<double> NumberAsync(string expression) => (double)(await EvaluateAsync(expression))!;

    public async Task<string> TextAsync(string expression) => (string)(await EvaluateAsync(expression))!;

    /// <summary>A picture of the whole page, or of a part of its height.</summary>
    public async Task<byte[]> ScreenshotAsync(double top = 0, double height = double.MaxValue)
    {
        JsonNode size = (await SendAsync("Page.getLayoutMetrics"))["cssContentSize"]!;
        JsonObject clip = new() { ["x"] = 0, ["y"] = top, ["width"] = (double)size["width"]!, ["height"] = Math.Min(height, (double)size["height"]! - top), ["scale"] = 1 };
        return Convert.FromBase64String((string)(await SendAsync("Page.captureScreenshot", new JsonObject { ["format"] = "png", ["captureBeyondViewport"] = true, ["clip"] = clip }))["data"]!);
    }

    /// <summary>The page as it would be printed on A4.</summary>
    public async Task<byte[]> PrintAsync() =>
        Convert.FromBase64String((string)(await SendAsync("Page.printToPDF", new JsonObject { ["paperWidth"] = 8.27, ["paperHeight"] = 11.69, ["printBackground"] = true, ["preferCSSPageSize"] = true }))["data"]!);

    public async Task<JsonNode> SendAsync(string method, JsonObject? parameters = null)
    {
        int id = ++_last;
        JsonObject message = new() { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        while (true)
        {
            JsonNode received = await ReceiveAsync();
            if ((int?)received["id"] != id)
            {
                Note(received);
                continue;
            }

            return received["error"] is { } error ? throw new InvalidOperationException($"{method}: {error["message"]}") : received["result"]!;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket.State == WebSocketState.Open) await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        _socket.Dispose();
    }

    /// <summary>Navigates, and waits until this very document is loaded, not one that came before it.</summary>
    private async Task LoadAsync(string address)
    {
        string document = (string)(await SendAsync("Page.navigate", new JsonObject { ["url"] = address }))["loaderId"]!;
        while (!_loaded.Contains(document)) Note(await ReceiveAsync());
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        // Ends a test that hangs; no machine is too slow for it.
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(10));
        using MemoryStream message = new();
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_buffer.AsMemory(), patience.Token);
            message.Write(_buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonSerializer.Deserialize<JsonNode>(message.GetBuffer().AsSpan(0, (int)message.Length))!;
    }

    private static string Detail(JsonNode failure) => (string?)failure["exception"]?["description"] ?? (string?)failure["text"] ?? "";

    private void Note(JsonNode message)
    {
        if ((string?)message["method"] is not { } method) return;
        JsonNode about = message["params"]!;
        if (method == "Page.lifecycleEvent" && (string?)about["name"] == "load") _loaded.Add((string)about["loaderId"]!);
        if (method == "Runtime.exceptionThrown") _complaints.Add($"exception: {Detail(about["exceptionDetails"]!)}");
        if (method == "Network.loadingFailed") _complaints.Add($"load: {(string?)about["errorText"]}");
        if (method == "Log.entryAdded") _complaints.Add($"log: {about["entry"]!.ToJsonString()}");
        if (method == "Runtime.consoleAPICalled" && (string?)about["type"] is "error" or "warning" or "assert") _complaints.Add($"console: {about.ToJsonString()}");
        if (method != "Network.requestWillBeSent") return;
        string address = (string)about["request"]!["url"]!;
        if (!address.StartsWith("data:", StringComparison.Ordinal)) _requests.Add(address);
    }
}
