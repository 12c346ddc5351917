using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.Json;

namespace AlphaKit.Backtest.Tests;

public sealed class DeliveryTests
{
    private static readonly MonitorAlert[] Alerts =
    [
        new RetrainAlert(new DateOnly(2024, 5, 6), "gru", 0.0031, -2.4, 60, 0.02),
        new CoverageAlert(new DateOnly(2024, 5, 6), "gru", 1800, 4000, 0.8),
    ];

    // Ends a test that hangs; no machine is too slow for it.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    private static Notification Message => Notification.Of("AlphaKit 监控", Alerts) with
    {
        Tables = [new Table("orders", TableColumn.Text("symbol", ["600000.SH", "000001.SZ"]), TableColumn.Integer("shares", [1200, -300]))],
    };

    private static SmtpOptions Mail(int port, Delivery delivery = Delivery.Send) => new()
    {
        Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None, From = "monitor@example.com", To = ["desk@example.com", "risk@example.com"], Delivery = delivery, Timeout = s_patience,
    };

    private static Secret Hidden(string value)
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, value + "\n");
        Secret secret = Secret.FromFile(file);
        File.Delete(file);
        return secret;
    }

    [Fact]
    public async Task Mail_arrives_whole_with_its_chinese_title()
    {
        await using LocalSmtpServer server = new();
        DeliveryReceipt receipt = await new SmtpSink(Mail(server.Port)).SendAsync(Message);
        Assert.Equal(["RCPT TO:<desk@example.com>", "RCPT TO:<risk@example.com>"], server.Commands.Where(c => c.StartsWith("RCPT", StringComparison.Ordinal)).Select(c => c.Trim()));
        string[] parts = server.Message.Split("\n\n", 2);
        string subject = parts[0].Split('\n').First(l => l.StartsWith("Subject:", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes("AlphaKit 监控")), subject, StringComparison.Ordinal);
        string body = Encoding.UTF8.GetString(Convert.FromBase64String(parts[1].Replace("\n", "", StringComparison.Ordinal)));
        Assert.Contains("2024-05-06 gru: train anew: mean rank IC 0.0031 over 60 days", body, StringComparison.Ordinal);
        Assert.Contains("600000.SH", body, StringComparison.Ordinal);
        Assert.EndsWith(body.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd(), receipt.Text.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(Delivery.Send, receipt.Delivery);
    }

    [Fact]
    public async Task A_refused_recipient_is_an_error_that_says_so()
    {
        await using LocalSmtpServer server = new("550 no such person");
        DeliveryException failure = await Assert.ThrowsAsync<DeliveryException>(() => new SmtpSink(Mail(server.Port)).SendAsync(Message));
        Assert.Contains("desk@example.com", failure.Sink, StringComparison.Ordinal);
        Assert.IsAssignableFrom<SmtpException>(failure.InnerException);
    }

    [Fact]
    public async Task A_dry_run_sends_nothing_and_needs_no_secret()
    {
        // Port 9 of this machine has no server: a connection would fail.
        DeliveryReceipt mail = await new SmtpSink(Mail(9, Delivery.DryRun) with { User = "monitor" }).SendAsync(Message);
        Assert.StartsWith("From: monitor@example.com\nTo: desk@example.com, risk@example.com\nSubject: AlphaKit 监控\n\n2024-05-06 gru: train anew", mail.Text, StringComparison.Ordinal);
        using HttpClient http = new();
        DeliveryReceipt chat = await new DingTalkSink(http, new DingTalkOptions { Address = new Uri("http://127.0.0.1:9/robot/send") }).SendAsync(Message);
        Assert.Equal(Delivery.DryRun, chat.Delivery);
        Assert.Equal("AlphaKit 监控", JsonDocument.Parse(chat.Text).RootElement.GetProperty("markdown").GetProperty("title").GetString());
        Assert.Equal(Delivery.DryRun, new SmtpOptions { Host = "h", From = "a@b.c", To = ["a@b.c"] }.Delivery);
    }

    // Python: base64(hmac(key, f"{timestamp}\n{key}", sha256)).
    [Fact]
    public void The_signature_equals_what_python_computes() => Assert.Equal("yBKp5IlG6qCzcQWmgyRK/ziJBdVNJmHfFE2ST/CzT/g=", DingTalkSink.Sign(1700000000000, "SECtest0123456789"));

    [Fact]
    public async Task A_chat_message_is_signed_with_the_time_it_is_sent()
    {
        await using LocalHttpServer server = new("""{"errcode":0,"errmsg":"ok"}""");
        using HttpClient http = new();
        DingTalkSink sink = new(http, new DingTalkOptions { Address = server.Address, Delivery = Delivery.Send, Timeout = s_patience }, Hidden("token+1"), Hidden("SECtest0123456789"), new FixedTime(DateTimeOffset.FromUnixTimeMilliseconds(1700000000000)));
        await sink.SendAsync(Message);
        Dictionary<string, string> query = server.Target.Split('?')[1].Split('&').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));
        Assert.Equal("token+1", query["access_token"]);
        Assert.Equal("1700000000000", query["timestamp"]);
        Assert.Equal("yBKp5IlG6qCzcQWmgyRK/ziJBdVNJmHfFE2ST/CzT/g=", query["sign"]);
        JsonElement markdown = JsonDocument.Parse(server.Body).RootElement.GetProperty("markdown");
        Assert.Contains("- 2024-05-06 gru: train anew", markdown.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("| 600000.SH | 1,200 |", markdown.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"errcode":310000,"errmsg":"sign not match"}""", 200, "errcode 310000, sign not match")]
    [InlineData("<html>", 200, "not JSON")]
    [InlineData("{}", 200, "no errcode")]
    [InlineData("{}", 502, "502")]
    [InlineData("silence", 200, "no answer within 0.5 s")]
    public async Task A_refusal_is_an_error_without_any_secret(string answer, int status, string reason)
    {
        await using LocalHttpServer server = new(answer, status);
        using HttpClient http = new();
        DingTalkSink sink = new(http, new DingTalkOptions { Address = server.Address, Delivery = Delivery.Send, Timeout = answer == "silence" ? TimeSpan.FromSeconds(0.5) : s_patience }, Hidden("tokentoken"), Hidden("SECkeykey"));
        DeliveryException failure = await Assert.ThrowsAsync<DeliveryException>(() => sink.SendAsync(Message));
        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("tokentoken", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SECkeykey", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_error_without_any_secret()
    {
        using HttpClient http = new();
        DingTalkSink sink = new(http, new DingTalkOptions { Address = new Uri("http://127.0.0.1:9/robot/send"), Delivery = Delivery.Send, Timeout = s_patience }, Hidden("tokentoken"), Hidden("SECkeykey"));
        DeliveryException failure = await Assert.ThrowsAsync<DeliveryException>(() => sink.SendAsync(Message));
        Assert.DoesNotContain("tokentoken", failure.ToString(), StringComparison.Ordinal);
        using CancellationTokenSource stopped = new();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sink.SendAsync(Message, stopped.Token));
    }

    [Fact]
    public async Task A_long_message_is_cut_at_a_line_and_says_so()
    {
        Notification longOne = new() { Title = "t", Lines = [.. Enumerable.Range(0, 3000).Select(i => string.Create(CultureInfo.InvariantCulture, $"行 {i}"))] };
        using HttpClient http = new();
        string text = JsonDocument.Parse((await new DingTalkSink(http, new DingTalkOptions()).SendAsync(longOne)).Text).RootElement.GetProperty("markdown").GetProperty("text").GetString()!;
        Assert.True(Encoding.UTF8.GetByteCount(text) <= DingTalkSink.MostBytes);
        Assert.EndsWith("… cut: the message is longer than a robot takes.\n", text, StringComparison.Ordinal);
        Assert.StartsWith("### t\n- 行 0\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_table_says_how_many_rows_it_has()
    {
        Notification message = new() { Title = "t", Tables = [new Table("orders", TableColumn.Integer("n", Enumerable.Range(0, 50).Select(i => (long)i)))] };
        Assert.Contains("… 10 more rows", message.ToText(), StringComparison.Ordinal);
        Assert.Contains("… 10 more rows", message.ToMarkdown(), StringComparison.Ordinal);
        Assert.DoesNotContain("\n45", message.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_shows_itself_nowhere()
    {
        Secret secret = Hidden("very secret");
        Assert.Equal("***", secret.ToString());
        Assert.Equal("***", $"{secret}");
        Assert.DoesNotContain("very", JsonSerializer.Serialize(secret), StringComparison.Ordinal);
        Assert.Equal("very secret", secret.Reveal());
        Environment.SetEnvironmentVariable("ALPHAKIT_TEST_SECRET", "from outside");
        Assert.Equal("from outside", Secret.FromEnvironment("ALPHAKIT_TEST_SECRET").Reveal());
        Assert.Throws<SecretNotFoundException>(() => Secret.FromEnvironment("ALPHAKIT_TEST_SECRET_THAT_IS_NOT_SET"));
        Assert.Throws<SecretNotFoundException>(() => Secret.FromFile("/no/such/file"));
    }

    [Fact]
    public void What_cannot_be_right_is_refused_before_anything_is_sent()
    {
        using HttpClient http = new();
        Assert.Throws<ArgumentException>(() => new SmtpSink(Mail(25) with { From = "nobody" }));
        Assert.Throws<ArgumentException>(() => new SmtpSink(Mail(25), Hidden("p")));                       // no password without protection
        Assert.Throws<ArgumentException>(() => new SmtpSink(Mail(25) with { User = "u", Security = SmtpSecurity.StartTls }));
        Assert.Throws<ArgumentException>(() => new DingTalkSink(http, new DingTalkOptions { Delivery = Delivery.Send }));
        Assert.Throws<ArgumentException>(() => new DingTalkOptions { Address = new Uri("http://example.com/robot/send") });
        Assert.Throws<ArgumentException>(() => new DingTalkOptions { Address = new Uri("https://example.com/robot/send?access_token=x") });
        Assert.Throws<ArgumentException>(() => Notification.Of("t", []));
        Assert.Throws<ArgumentException>(() => new Notification { Title = "two\nlines" });
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
