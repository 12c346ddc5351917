using System.Diagnostics;
using AlphaKit.TestSupport;

namespace AlphaKit.Torch.Tests;

/// <summary>Runs Peers/peer.py with the system's Python (Debian's python3-torch; another by AK_PYTHON_TORCH).</summary>
internal static class PythonTorch
{
    public const string Missing = "PyTorch for /usr/bin/python3 is not here: this comparison runs where python3-torch is installed.";

    private static readonly string Python = Environment.GetEnvironmentVariable("AK_PYTHON_TORCH") is { Length: > 0 } other ? other : "/usr/bin/python3";
    private static readonly Lazy<bool> Found = new(() => File.Exists(Python) && Run("-c", "import importlib.util as u, sys; sys.exit(0 if u.find_spec('torch') else 1)").Code == 0);
    private static readonly Lazy<string> Made = new(Make);

    public static bool IsHere => Found.Value;

    /// <summary>What PyTorch computed for a case of the script; made once in a run.</summary>
    public static SafetensorsFile Case(string name) => SafetensorsFile.Read(Path.Combine(Made.Value, name + ".safetensors"));

    /// <summary>Runs the script and returns what it prints.</summary>
    public static string Peer(params string[] arguments)
    {
        (int code, string output, string errors) = Run([Script, .. arguments]);
        Assert.True(code == 0, $"peer.py {string.Join(' ', arguments)} failed:\n{errors}");
        return output;
    }

    private static string Script => Path.Combine(SharedData.RepositoryRoot, "tests", "AlphaKit.Torch.Tests", "Peers", "peer.py");

    private static string Make()
    {
        string folder = Directory.CreateTempSubdirectory("alphakit-torch-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        Peer("make", folder);
        return folder;
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
