using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AlphaKit.Backtest.Tests;

/// <summary>
/// A mail server for one message, on this machine. It keeps the conversation; with a certificate it offers STARTTLS, with an account it demands a
/// log-in (AUTH LOGIN) and offers it only once the connection is encrypted.
/// </summary>
internal sealed class LocalSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _gate = new();
    private readonly List<string> _commands = [];
    private readonly Task _work;

    public LocalSmtpServer(string answerToRecipient = "250 OK") => (AnswerToRecipient, _work) = (answerToRecipient, StartAsync());

    public LocalSmtpServer(X509Certificate2? certificate, string user = "", string password = "", string refusal = "535 5.7.8 wrong name or password") =>
        (Certificate, User, Password, Refusal, _work) = (certificate, user, password, refusal, StartAsync());

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What the client has said so far, in order (its good-bye may still be on its way); what came encrypted has the mark "tls " before it.</summary>
    public IReadOnlyList<string> Commands
    {
        get
        {
            lock (_gate) return [.. _commands];
        }
    }

    /// <summary>Headers and body as they came over the wire.</summary>
    public string Message { get; private set; } = "";

    private string AnswerToRecipient { get; } = "250 OK";

    private X509Certificate2? Certificate { get; }

    private string User { get; } = "";

    private string Password { get; } = "";

    private string Refusal { get; } = "";

    private string Refused => Refusal.Replace("{password}", Password, StringComparison.Ordinal);

    /// <summary>A certificate for localhost that signs itself and that nobody trusts.</summary>
    public static X509Certificate2 SelfMade()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = request.CreateSelfSigned(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        try
        {
            await _work;
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException or IOException or AuthenticationException)
        {
            // The listener was stopped before anyone came, or the client left early, for example because it does not trust the certificate.
        }

        _listener.Dispose();
    }

    private Task StartAsync()
    {
        _listener.Start();
        return Task.Run(ServeAsync);
    }

    private async Task ServeAsync()
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync();
        await using NetworkStream plain = client.GetStream();
        await WriteAsync(plain, "220 local");
        if (!await TalkAsync(plain, encrypted: false)) return;
        await using SslStream tls = new(plain, leaveInnerStreamOpen: true);
        await tls.AuthenticateAsServerAsync(Certificate!);
        await TalkAsync(tls, encrypted: true);
    }

    // True when the client asked for STARTTLS and got it.
    private async Task<bool> TalkAsync(Stream stream, bool encrypted)
    {
        bool known = User.Length == 0;
        while (await ReadAsync(stream) is { } line)
        {
            lock (_gate) _commands.Add((encrypted ? "tls " : "") + line);
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    string[] offers = ["local", .. Certificate is not null && !encrypted ? ["STARTTLS"] : Array.Empty<string>(), .. User.Length > 0 && encrypted ? ["AUTH LOGIN"] : Array.Empty<string>()];
                    for (int i = 0; i < offers.Length; i++) await WriteAsync(stream, (i == offers.Length - 1 ? "250 " : "250-") + offers[i]);
                    break;
                case "STARTTLS" when Certificate is not null && !encrypted:
                    await WriteAsync(stream, "220 go on");
                    return true;
                case "AUTH":
                    known = await LogInAsync(stream, line);
                    await WriteAsync(stream, known ? "235 welcome" : Refused);
                    break;
                case "MAIL" or "RCPT" or "DATA" when !known:
                    await WriteAsync(stream, Refused);
                    break;
                case "RCPT":
                    await WriteAsync(stream, AnswerToRecipient);
                    break;
                case "DATA":
                    await WriteAsync(stream, "354 go on");
                    StringBuilder text = new();
                    while (await ReadAsync(stream) is { } part && part != ".") text.Append(part).Append('\n');
                    Message = text.ToString();
                    await WriteAsync(stream, "250 taken");
                    break;
                case "QUIT":
                    await WriteAsync(stream, "221 bye");
                    return false;
                default:
                    await WriteAsync(stream, "250 OK");
                    break;
            }
        }

        return false;
    }

    private async Task<bool> LogInAsync(Stream stream, string line)
    {
        string[] words = line.Split(' ');
        string name = words.Length > 2 ? words[2] : await AskAsync(stream, "Username:"), password = await AskAsync(stream, "Password:");
        return Text(name) == User && Text(password) == Password;

        static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
    }

    private static async Task<string> AskAsync(Stream stream, string question)
    {
        await WriteAsync(stream, "334 " + Convert.ToBase64String(Encoding.UTF8.GetBytes(question)));
        return await ReadAsync(stream) ?? "";
    }

    private static async Task WriteAsync(Stream stream, string line)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
        await stream.FlushAsync();
    }

    // Byte by byte: after STARTTLS the next byte belongs to the TLS layer, so nothing may be read ahead.
    private static async Task<string?> ReadAsync(Stream stream)
    {
        StringBuilder line = new();
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n') return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }

        return line.Length > 0 ? line.ToString() : null;
    }
}
