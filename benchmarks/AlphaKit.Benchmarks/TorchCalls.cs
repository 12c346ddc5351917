using System.Diagnostics;
using System.Globalization;
using AlphaKit.Models;
using AlphaKit.Torch;

namespace AlphaKit.Benchmarks;

/// <summary>What a call of an operator costs beside its arithmetic, and what a second thread brings the networks.</summary>
internal static class TorchCalls
{
    private const int Calls = 500;
    private const int CallRounds = 400;
    private const int Rounds = 9;

    /// <summary>Writes for each of some operators on small tensors its name and the nanoseconds of a call, the least of four hundred rounds, which other work on the machine hardly reaches; eng/claims/operator_calls.py does the same in Python.</summary>
    public static int Operators()
    {
        torch.set_num_threads(1);
        using Tensor a = torch.randn(8), b = torch.randn(8), m = torch.randn(4, 4), w = torch.randn(4, 4), bias = torch.randn(4);
        using Tensor g = torch.randn([8], requires_grad: true);
        (string Name, Action Call)[] all =
        [
            ("add", () => (a + b).Dispose()),
            ("mul_scalar", () => (a * 2.0).Dispose()),
            ("sum", () => a.sum().Dispose()),
            ("view", () => a.view(2, 4).Dispose()),
            ("matmul", () => m.matmul(w).Dispose()),
            ("linear", () => torch.nn.functional.linear(m, w, bias).Dispose()),
            ("cat", () => torch.cat([a, b]).Dispose()),
            ("add_grad", () => (g + b).Dispose()),
            ("softmax", () => m.softmax(1).Dispose()),
        ];
        foreach ((string name, Action call) in all)
        {
            double least = double.PositiveInfinity;
            for (int round = 0; round < CallRounds; round++)
            {
                long start = Stopwatch.GetTimestamp();
                for (int i = 0; i < Calls; i++) call();
                least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {least:F0}"));
        }

        return 0;
    }

    /// <summary>Training steps of each network at the shape of its defaults (the decoder smaller), one thread and two in turn; 1 if two are slower for any.</summary>
    public static int Threads()
    {
        double worst = 0;
        foreach ((string name, torch.nn.Module net, Func<Tensor> loss) in Networks())
        {
            using torch.nn.Module owned = net;
            using torch.optim.Optimizer adam = torch.optim.AdamW(net.parameters(), lr: 1e-3);
            double[] seconds = [double.PositiveInfinity, double.PositiveInfinity];
            for (int round = 0; round < 2 * Rounds; round++)
            {
                torch.set_num_threads(1 + (round % 2));
                long start = Stopwatch.GetTimestamp();
                for (int i = 0; i < 2; i++)
                {
                    using DisposeScope scope = torch.NewDisposeScope();
                    adam.zero_grad();
                    loss().backward();
                    adam.step();
                }

                seconds[round % 2] = Math.Min(seconds[round % 2], Stopwatch.GetElapsedTime(start).TotalSeconds / 2);
            }

            double percent = 100 * seconds[1] / seconds[0];
            worst = Math.Max(worst, percent);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: one thread {seconds[0]:F4} s, two {seconds[1]:F4} s, {percent:F0} %"));
        }

        return worst <= 100 ? 0 : 1;
    }

    private static IEnumerable<(string Name, torch.nn.Module Net, Func<Tensor> Loss)> Networks()
    {
        torch.manual_seed(1);
        RecurrentModule one = new(new RecurrentModuleOptions { Threads = 2 });
        Tensor days = torch.randn(2000, 40, 27), y = torch.randn(2000);
        yield return ("gru", one, () => torch.nn.functional.mse_loss(one.forward(days), y));
        MixtureOfExperts mixture = new();
        Tensor a = torch.randn(1000, 60, 30), b = torch.randn(1000, 8, 20), c = torch.randn(1000, 16, 10), classes = torch.arange(1000).remainder(3);
        yield return ("mixture of experts", mixture, () => torch.nn.functional.nll_loss(mixture.forward(a, b, c).LogProbabilities, classes));
        AttentionDnn dnn = new();
        Tensor day = torch.randn(20_000, 9), labels = torch.arange(20_000).remainder(3);
        yield return ("attention dnn", dnn, () => torch.nn.functional.cross_entropy(dnn.forward(day).Logits, labels));
        CausalDecoder decoder = new(new CausalDecoderOptions { Width = 128, Layers = 2, Heads = 4, FeedForward = 512 });
        Tensor x = torch.randn(100, 60, 24), z = torch.randn(100);
        yield return ("causal decoder", decoder, () => torch.nn.functional.mse_loss(decoder.forward(x, null, null).Return, z));
    }
}
