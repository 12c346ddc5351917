using System.Globalization;

namespace AlphaKit.Torch.Tests.Functions;

public sealed class ScriptTests
{
    // The network "gru" of Peers/peer.py in TorchScript's language.
    private const string GruSource = """
        def forward(self, x):
            weights = [self.gru.weight_ih_l0, self.gru.weight_hh_l0, self.gru.bias_ih_l0, self.gru.bias_hh_l0,
                       self.gru.weight_ih_l1, self.gru.weight_hh_l1, self.gru.bias_ih_l1, self.gru.bias_hh_l1]
            start = torch.zeros([2, x.size(0), 8], dtype=x.dtype, device=x.device)
            states, last = torch.gru(x, start, weights, True, 2, 0.0, False, False, True)
            return torch.linear(states[:, -1], self.fc.weight, self.fc.bias).squeeze(-1)
        """;

    [TorchFact]
    public void A_scripted_module_computes_what_its_source_says_and_shares_the_weights()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using PeerNets.Gru net = new();
        net.eval();
        using torch.jit.ScriptModule script = torch.jit.script(net, GruSource);
        Tensor x = PeerNets.Wave(12, 9, 6);
        Assert.Equal(net.forward([x]).data<float>().ToArray(), script.forward(x).data<float>().ToArray());
        Assert.Equal(net.state_dict().Keys.Order(), script.state_dict().Keys.Order());
        using (torch.no_grad()) net.parameters().First().mul_(0.5);
        Assert.Equal(net.forward([x]).data<float>().ToArray(), script.forward(x).data<float>().ToArray());
    }

    [TorchFact]
    public void Saving_and_loading_goes_through_folders_with_blanks_and_Chinese_characters()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        string folder = Directory.CreateTempSubdirectory("模型 目录").FullName;
        try
        {
            string path = Path.Combine(folder, "网络 一.pt");
            using PeerNets.Gru net = new();
            net.eval();
            using torch.jit.ScriptModule script = torch.jit.script(net, GruSource);
            torch.jit.save(script, path);
            using torch.jit.ScriptModule loaded = torch.jit.load(path);
            Tensor x = PeerNets.Wave(12, 9, 6);
            Assert.Equal(script.forward(x).data<float>().ToArray(), loaded.forward(x).data<float>().ToArray());
            Assert.Equal(["网络 一.pt"], Directory.GetFiles(folder).Select(Path.GetFileName));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [PythonTorchFact]
    public void Python_loads_a_module_that_was_scripted_here()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        string path = Path.Combine(Path.GetTempPath(), $"alphakit-{Environment.ProcessId}.pt");
        try
        {
            torch.manual_seed(5);
            using PeerNets.Gru net = new();
            net.eval();
            using torch.jit.ScriptModule script = torch.jit.script(net, GruSource);
            torch.jit.save(script, path);
            double[] answer = [.. PythonTorch.Peer("script", path).Split(' ', StringSplitOptions.TrimEntries).Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
            double[] here = [.. net.forward([PeerNets.Wave(12, 9, 6)]).data<float>().ToArray().Select(v => (double)v)];
            Near.Equal("forward", answer, here, 1e-6);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TorchFact]
    public void What_is_no_script_says_so()
    {
        using PeerNets.Gru net = new();
        TorchOperatorException source = Assert.Throws<TorchOperatorException>(() => torch.jit.script(net, "def forward(self, x): return torch.no_such_function(x)"));
        Assert.Contains("no_such_function", source.Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => torch.jit.load(Path.Combine(Path.GetTempPath(), "alphakit-absent.pt")));
        Assert.Contains("no TorchScript file", Assert.Throws<TorchOperatorException>(() => torch.jit.load("hello"u8.ToArray())).Message, StringComparison.Ordinal);
        Assert.Throws<TorchOperatorException>(() => torch.jit.load([(byte)'P', (byte)'K', 3, 4, 0, 0, 0, 0]));
    }

    [TorchFact]
    public void A_script_with_a_byte_missing_is_refused()
    {
        using PeerNets.Gru net = new();
        using torch.jit.ScriptModule script = torch.jit.script(net, GruSource);
        string path = Path.GetTempFileName();
        try
        {
            torch.jit.save(script, path);
            byte[] whole = File.ReadAllBytes(path);
            foreach (int length in new[] { 10, whole.Length / 2, whole.Length - 10 }) Assert.Throws<TorchOperatorException>(() => torch.jit.load(whole[..length]));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
