using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace AlphaKit.Backtest.Tests;

/// <summary>Mail with STARTTLS and a log-in, against a server on this machine with a certificate made by the test.</summary>
public sealed class ProtectedMailTests : IDisposable
{
    private const string Password = "a very secret one 密";

    private static readonly Notification s_message = new() { Title = "AlphaKit", Lines = ["train anew"] };

    private readonly X509Certificate2 _certificate = LocalSmtpServer.SelfMade();

    private static Secret Hidden(string value)
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, value + "\n");
        Secret secret = Secret.FromFile(file);
        File.Delete(file);
        return secret;
    }

    private static SmtpSink Sink(LocalSmtpServer server, string password = Password) => new(
        new SmtpOptions { Host = "localhost", Port = server.Port, From = "monitor@example.com", To = ["desk@example.com"], User = "monitor", Delivery = Delivery.Send, Timeout = TimeSpan.FromMinutes(10) },
        Hidden(password));

    // The only way to make SmtpClient accept a certificate that no authority signed: exactly this one, for as long as the test runs.
#pragma warning disable SYSLIB0014
    private void Trust() => ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, _) => shown is X509Certificate2 one && one.Thumbprint == _certificate.Thumbprint;

    public void Dispose()
    {
        ServicePointManager.ServerCertificateValidationCallback = null;
        _certificate.Dispose();
    }
#pragma warning restore SYSLIB0014

    private static void HoldsNoSecret(string text)
    {
        Assert.DoesNotContain(Password, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_password_and_mail_travel_encrypted_only()
    {
        Trust();
        await using LocalSmtpServer server = new(_certificate, "monitor", Password);
        DeliveryReceipt receipt = await Sink(server).SendAsync(s_message);
        Assert.Contains("train anew", Encoding.UTF8.GetString(Convert.FromBase64String(server.Message.Split("\n\n", 2)[1])), StringComparison.Ordinal);
        Assert.Equal(["EHLO", "STARTTLS"], server.Commands.Where(c => !c.StartsWith("tls ", StringComparison.Ordinal)).Select(c => c.Split(' ')[0].ToUpperInvariant()));
        Assert.Equal(["EHLO", "AUTH", "MAIL", "RCPT", "DATA"], server.Commands.Where(c => c.StartsWith("tls ", StringComparison.Ordinal)).Select(c => c.Split(' ')[1].ToUpperInvariant()).Where(c => c != "QUIT"));
        HoldsNoSecret(receipt.ToString() + Sink(server) + Sink(server).Name + JsonSerializer.Serialize(receipt));
    }

    [Fact]
    public async Task A_server_that_cannot_prove_its_name_learns_neither_password_nor_mail()
    {
        await using LocalSmtpServer server = new(_certificate, "monitor", Password);
        DeliveryException failure = await Assert.ThrowsAsync<DeliveryException>(() => Sink(server).SendAsync(s_message));
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("tls ", StringComparison.Ordinal));
        Assert.Equal("", server.Message);
        HoldsNoSecret(failure.ToString());
    }

    [Fact]
    public async Task A_server_without_encryption_learns_neither_password_nor_mail()
    {
        await using LocalSmtpServer server = new((X509Certificate2?)null, "monitor", Password);
        DeliveryException failure = await Assert.ThrowsAsync<DeliveryException>(() => Sink(server).SendAsync(s_message));
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) || c.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
        HoldsNoSecret(failure.ToString());
    }

    [Fact]
    public async Task A_wrong_password_is_an_error_that_does_not_show_it()
    {
        Trust();
        await using LocalSmtpServer server = new(_certificate, "monitor", "another one");
        DeliveryException failure = await Assert.ThrowsAsync<DeliveryException>(() => Sink(server).SendAsync(s_message));
        Assert.Equal("", server.Message);
        Assert.Contains("desk@example.com", failure.Sink, StringComparison.Ordinal);
        HoldsNoSecret(failure.ToString());
    }

    [Fact]
    public async Task A_server_that_repeats_the_password_does_not_bring_it_into_the_error()
    {
        Trust();
        // The name is another, so that the log-in fails; the server answers with the password it was given, once as it is and once as it was sent.
        string sent = Convert.ToBase64String(Encoding.UTF8.GetBytes("plainsecret"));
        await using LocalSmtpServer server = new(_certificate, "somebody", "plainsecret", $"535 no entry for {{password}} ({sent})");
        DeliveryException failure = await Assert.ThrowsAsync<DeliveryException>(() => Sink(server, "plainsecret").SendAsync(s_message));
        Assert.DoesNotContain("plainsecret", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(sent, failure.ToString(), StringComparison.Ordinal);
    }
}
