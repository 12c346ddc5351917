using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AlphaKit.Backtest.Tests;

/// <summary>A web server for one request, on this machine, with a fixed answer.</summary>
internal sealed class LocalHttpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _work;

    public LocalHttpServer(string answer, int status = 200)
    {
        _listener.Start();
        _work = ServeAsync(answer, status);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/robot/send");

    public string Target { get; private set; } = "";

    public string Body { get; private set; } = "";

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        try
        {
            await _work;
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException or IOException)
        {
            // The listener was stopped before anyone came.
        }

        _listener.Dispose();
    }

    private async Task ServeAsync(string answer, int status)
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync();
        await using NetworkStream stream = client.GetStream();
        List<byte> head = [];
        byte[] one = new byte[1];
        while (!(head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n'))
        {
            if (await stream.ReadAsync(one) == 0) return;
            head.Add(one[0]);
        }

        string[] lines = Encoding.ASCII.GetString([.. head]).Split("\r\n");
        Target = lines[0].Split(' ')[1];
        int length = lines.Where(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(l => int.Parse(l.AsSpan(15), System.Globalization.CultureInfo.InvariantCulture)).SingleOrDefault();
        byte[] body = new byte[length];
        await stream.ReadExactlyAsync(body);
        Body = Encoding.UTF8.GetString(body);
        if (answer == "silence")
        {
            await stream.ReadAtLeastAsync(one, 1, throwOnEndOfStream: false);
            return;
        }

        byte[] reply = Encoding.UTF8.GetBytes(answer);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(FormattableString.Invariant($"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {reply.Length}\r\nConnection: close\r\n\r\n")));
        await stream.WriteAsync(reply);
    }
}
