using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AlphaKit.Backtest.Tests;

/// <summary>A mail server for one message, on this machine. It keeps the conversation.</summary>
internal sealed class LocalSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _work;
    private readonly string _answerToRecipient;

    public LocalSmtpServer(string answerToRecipient = "250 OK")
    {
        _answerToRecipient = answerToRecipient;
        _listener.Start();
        _work = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<string> Commands { get; } = [];

    /// <summary>Headers and body as they came over the wire.</summary>
    public string Message { get; private set; } = "";

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        try
        {
            await _work;
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException or IOException)
        {
            // The listener was stopped before anyone came, or the client left early.
        }

        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync();
        await using NetworkStream stream = client.GetStream();
        using StreamReader reader = new(stream, Encoding.ASCII);
        await using StreamWriter writer = new(stream, new ASCIIEncoding()) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 local");
        while (await reader.ReadLineAsync() is { } line)
        {
            Commands.Add(line);
            string verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                StringBuilder text = new();
                while (await reader.ReadLineAsync() is { } part && part != ".") text.Append(part).Append('\n');
                Message = text.ToString();
                await writer.WriteLineAsync("250 taken");
            }
            else
            {
                await writer.WriteLineAsync(verb switch { "RCPT" => _answerToRecipient, "QUIT" => "221 bye", _ => "250 OK" });
            }

            if (verb == "QUIT") return;
        }
    }
}
