using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AlphaKit.Backtest;

/// <summary>
/// Sends messages to a DingTalk group by its custom robot with signature 加签: timestamp in milliseconds and
/// sign = Base64(HMAC-SHA256(key, timestamp + "\n" + key)), URL-encoded, as query parameters beside the access token.
/// </summary>
/// <threadsafety>Safe for concurrent use.</threadsafety>
public sealed class DingTalkSink : INotificationSink
{
    /// <summary>Most bytes of text that the robot takes.</summary>
    public const int MostBytes = 18_000;

    private readonly HttpClient _http;
    private readonly DingTalkOptions _options;
    private readonly Secret? _token;
    private readonly Secret? _key;
    private readonly TimeProvider _time;

    /// <summary>Makes a sink.</summary>
    /// <param name="http">The client to send with.</param>
    /// <param name="options">Where messages go.</param>
    /// <param name="token">Access token; null in a dry run.</param>
    /// <param name="key">Signing key (begins with SEC); null in a dry run.</param>
    /// <param name="time">Tells the time of the signature; null for the system's clock.</param>
    /// <exception cref="ArgumentException">Messages are to be sent and a secret is missing.</exception>
    public DingTalkSink(HttpClient http, DingTalkOptions options, Secret? token = null, Secret? key = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Delivery == Delivery.Send && (token is null || key is null)) throw new ArgumentException("Sending needs the access token and the signing key, see Secret.FromEnvironment.", token is null ? nameof(token) : nameof(key));
        _http = http;
        _options = options;
        _token = token;
        _key = key;
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public string Name => $"DingTalk robot at {_options.Address}";

    /// <inheritdoc/>
    public async Task<DeliveryReceipt> SendAsync(Notification notification, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notification);
        string json = Body(notification);
        DeliveryReceipt receipt = new(Name, _options.Delivery, json);
        if (_options.Delivery == Delivery.DryRun) return receipt;
        using CancellationTokenSource patience = new(_options.Timeout, _time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using ByteArrayContent content = new(Encoding.UTF8.GetBytes(json));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        try
        {
            using HttpResponseMessage reply = await _http.PostAsync(SignedAddress(), content, either.Token).ConfigureAwait(false);
            string text = await reply.Content.ReadAsStringAsync(either.Token).ConfigureAwait(false);
            if (!reply.IsSuccessStatusCode) throw new DeliveryException(Name, FormattableString.Invariant($"the server answered {(int)reply.StatusCode}."));
            if (Refusal(text) is { } reason) throw new DeliveryException(Name, reason);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DeliveryException(Name, FormattableString.Invariant($"no answer within {_options.Timeout.TotalSeconds} s."));
        }
        catch (HttpRequestException failure)
        {
            // The failure itself is not passed on: its text may hold the address, and the address holds the token.
            throw new DeliveryException(Name, $"the server could not be reached ({failure.HttpRequestError}).");
        }

        return receipt;
    }

    /// <summary>The signature of a moment.</summary>
    internal static string Sign(long milliseconds, string key)
    {
        string text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{milliseconds}\n{key}");
        return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
    }

    private Uri SignedAddress()
    {
        long now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        string query = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"access_token={Uri.EscapeDataString(_token!.Reveal())}&timestamp={now}&sign={Uri.EscapeDataString(Sign(now, _key!.Reveal()))}");
        return new UriBuilder(_options.Address) { Query = query }.Uri;
    }

    private static string? Refusal(string reply)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(reply);
            if (!json.RootElement.TryGetProperty("errcode", out JsonElement code) || !code.TryGetInt64(out long number)) return "the answer has no errcode.";
            string message = json.RootElement.TryGetProperty("errmsg", out JsonElement text) ? text.ToString() : "";
            return number == 0 ? null : FormattableString.Invariant($"errcode {number}, {message}");
        }
        catch (JsonException)
        {
            return "the answer is not JSON.";
        }
    }

    private static string Body(Notification notification)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("msgtype", "markdown");
            json.WriteStartObject("markdown");
            json.WriteString("title", notification.Title);
            json.WriteString("text", Fitting(notification.ToMarkdown()));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    // Whole lines up to the limit, then a line that says so.
    private static string Fitting(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= MostBytes) return text;
        StringBuilder kept = new();
        int bytes = 0;
        foreach (string line in text.Split('\n'))
        {
            bytes += Encoding.UTF8.GetByteCount(line) + 1;
            if (bytes > MostBytes - 100) break;
            kept.Append(line).Append('\n');
        }

        return kept.Append("\n… cut: the message is longer than a robot takes.\n").ToString();
    }
}
