using System.Diagnostics;
using System.Runtime.InteropServices;
using AlphaKit.Torch;

namespace AlphaKit.Models.Tests.Serving;

[Collection("libtorch")]
public sealed class TorchScriptTests
{
    // Loads the script, feeds it the float arrays of a file and writes what comes out.
    private const string Peer = """
        import array, struct, sys, torch
        net = torch.jit.load(sys.argv[1]); net.eval()
        inputs, at = [], 0
        raw = array.array('f', open(sys.argv[2], 'rb').read())
        for shape in sys.argv[4:]:
            kind, size = shape[0], [int(v) for v in shape[1:].split('x')]
            n = 1
            for v in size: n *= v
            x = torch.tensor(raw[at:at + n]).view(size); at += n
            inputs.append(x > 0.5 if kind == 'b' else x)
        out = net(*inputs)
        out = out if isinstance(out, (tuple, list)) else (out,)
        values = [v for o in out for v in o.detach().reshape(-1).tolist()]
        open(sys.argv[3], 'wb').write(struct.pack('<%df' % len(values), *values))
        print(' '.join(sorted(net.state_dict().keys())))
        """;

    private static readonly MixtureOptions s_mixture = new() { TechnicalFeatures = 5, FundamentalFeatures = 4, HighFrequencyFeatures = 3, Hidden = 8, Heads = 2, Channels = 6 };
    private static readonly CausalDecoderOptions s_decoder = new() { Features = 5, Width = 8, Heads = 2, Layers = 2, FeedForward = 12 };

    [TorchFact]
    public void Scripts_of_every_network_compute_what_the_modules_compute_here_and_in_Python()
    {
        string python = Environment.GetEnvironmentVariable("AK_PYTHON_TORCH") is { Length: > 0 } other ? other : "/usr/bin/python3";
        bool hasPython = File.Exists(python) && Run(python, "-c", "import torch").Code == 0;
        using DisposeScope scope = torch.NewDisposeScope();
        torch.manual_seed(9);
        Tensor x = torch.randn(11, 6, 5), b = torch.randn(11, 4, 4), c = torch.randn(11, 7, 3), day = torch.randn(11, 9), mood = torch.randn(11, 2);
        Tensor padding = torch.tensor([.. Enumerable.Range(0, 66).Select(i => i % 6 < i / 6 % 4 || i / 6 == 9 || (i / 6 == 8 && i % 6 == 5))], [11, 6]);
        foreach (RecurrentCell cell in Enum.GetValues<RecurrentCell>())
        {
            using RecurrentModule net = new(new RecurrentModuleOptions { Cell = cell, Features = 5, Hidden = 7, Output = cell == RecurrentCell.Gru ? RecurrentOutput.Sigmoid : RecurrentOutput.Linear });
            Check(net, () => TorchScriptExport.Of(net), () => [net.forward(x)], x);
        }

        foreach (MixtureOptions options in new[] { s_mixture, s_mixture with { TopExperts = 1 } })
        {
            using MixtureOfExperts net = new(options);
            Check(net, () => TorchScriptExport.Of(net), () =>
            {
                MixtureOutput o = net.forward(x, b, c);
                return [o.LogProbabilities, o.Gate, o.ExpertLogits, o.Volatility, o.Weight];
            }, x, b, c);
        }

        using AttentionDnn dnn = new();
        Check(dnn, () => TorchScriptExport.Of(dnn), () => dnn.forward(day) is var (logits, foreseen) ? [logits, foreseen] : [], day);
        using CausalDecoder plain = new(s_decoder), moody = new(s_decoder with { SentimentFeatures = 2 });
        Check(plain, () => TorchScriptExport.Of(plain), () => plain.forward(x, null, padding) is var (r, s, d) ? [r, s, d] : [], x, padding);
        Check(moody, () => TorchScriptExport.Of(moody), () => moody.forward(x, mood, padding) is var (r, s, d) ? [r, s, d] : [], x, mood, padding);

        void Check(torch.nn.Module net, Func<torch.jit.ScriptModule> export, Func<Tensor[]> forward, params Tensor[] inputs)
        {
            net.eval();
            using IDisposable guard = torch.no_grad();
            using torch.jit.ScriptModule script = export();
            float[] expected = Flat(forward());
            Near(expected, Flat(script.invoke("forward", inputs)), net.GetName());
            if (!hasPython) return;
            string folder = Directory.CreateTempSubdirectory("alphakit-script").FullName;
            try
            {
                string file = Path.Combine(folder, "net.pt"), input = Path.Combine(folder, "in"), output = Path.Combine(folder, "out");
                torch.jit.save(script, file);
                File.WriteAllBytes(input, MemoryMarshal.AsBytes(inputs.SelectMany(t => t.to(ScalarType.Float32).contiguous().data<float>().ToArray()).ToArray().AsSpan()).ToArray());
                (int code, string printed) = Run(python, ["-c", Peer, file, input, output, .. inputs.Select(t => (t.dtype == ScalarType.Bool ? "b" : "f") + string.Join('x', t.shape))]);
                Assert.True(code == 0, printed);
                Near(expected, MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(output)).ToArray(), net.GetName() + " in Python");
                Assert.Equal(script.state_dict().Keys.Order(StringComparer.Ordinal), printed.Trim().Split(' '));
                Assert.Equal(ModuleWeights.Of(net).Select(t => t.Name).Order(StringComparer.Ordinal), printed.Trim().Split(' ').Where(n => !n.EndsWith("num_batches_tracked", StringComparison.Ordinal)));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static float[] Flat(Tensor[] tensors) => [.. tensors.SelectMany(t => t.contiguous().data<float>().ToArray())];

    private static void Near(float[] expected, float[] found, string what)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++) Assert.True(Math.Abs(expected[i] - found[i]) < 2e-6 * Math.Max(1, Math.Abs(expected[i])), $"{what}, {i}: {expected[i]:R} and {found[i]:R}");
    }

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + errors.Result);
    }
}
