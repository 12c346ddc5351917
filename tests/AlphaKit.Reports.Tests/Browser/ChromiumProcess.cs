using System.Diagnostics;
using System.Globalization;

namespace AlphaKit.Reports.Tests;

/// <summary>A headless Chromium with a profile of its own, driven through its DevTools port; gone with everything it wrote when disposed.</summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _profile;

    private ChromiumProcess(Process process, string profile, int port)
    {
        _process = process;
        _profile = profile;
        Port = port;
    }

    public static string? Executable { get; } =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public int Port { get; }

    public static async Task<ChromiumProcess> StartAsync()
    {
        string profile = Directory.CreateTempSubdirectory("chromium").FullName;
        ProcessStartInfo start = new(Executable!) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string argument in new[]
        {
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-sync",
            "--disable-component-update", "--disable-default-apps", "--hide-scrollbars", "--force-color-profile=srgb", "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank",
        })
        {
            start.ArgumentList.Add(argument);
        }

        // "DevTools listening on ws://127.0.0.1:PORT/devtools/browser/…" is the line that tells the port.
        const string Lead = "ws://127.0.0.1:";
        TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not { } text)
            {
                port.TrySetException(new InvalidOperationException("Chromium ended without opening its DevTools port."));
                return;
            }

            int at = text.IndexOf(Lead, StringComparison.Ordinal);
            if (at >= 0) port.TrySetResult(int.Parse(text.AsSpan(at + Lead.Length, text.IndexOf('/', at + Lead.Length) - at - Lead.Length), CultureInfo.InvariantCulture));
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ChromiumProcess(process, profile, await port.Task.WaitAsync(TimeSpan.FromMinutes(10)));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // A child that is still dying holds a file of the profile; the system's temporary folder takes care of it.
        }
    }
}
