using System.Globalization;
using AlphaKit.Models;
using AlphaKit.Torch;

namespace AlphaKit.Benchmarks;

/// <summary>Ten thousand training steps of each network: what stays behind in live tensors and in resident memory.</summary>
internal static class TrainingLeaks
{
    private const int WarmUp = 1500;
    private const int Steps = 10_000;
    private const int Batch = 16;

    /// <summary>Writes for each network its name, the tensors left and the growth of resident memory in tenths of a percent.</summary>
    public static int Run()
    {
        // A first short pass lets the runtime compile and settle; what it takes is no leak of a step.
        foreach ((_, Func<(torch.nn.Module Net, Func<Tensor> Loss)> make) in All()) Train(make, Steps / 2);
        foreach ((string name, Func<(torch.nn.Module Net, Func<Tensor> Loss)> make) in All())
        {
            (long tensors, double permille) = Train(make, Steps);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {Math.Abs(tensors)} {Math.Max(0, Math.Ceiling(permille)):F0}"));
        }

        return 0;
    }

    private static IEnumerable<(string Name, Func<(torch.nn.Module Net, Func<Tensor> Loss)> Make)> All()
    {
        foreach (RecurrentCell cell in Enum.GetValues<RecurrentCell>())
        {
            yield return (cell.ToString(), () =>
            {
                RecurrentModule net = new(new RecurrentModuleOptions { Cell = cell, Features = 4, Hidden = 8 });
                Tensor x = torch.randn(Batch, 5, 4), y = torch.randn(Batch);
                return (net, () => torch.nn.functional.mse_loss(net.forward(x), y));
            });
        }

        yield return ("mixture", () =>
        {
            MixtureOfExperts net = new(new MixtureOptions { TechnicalFeatures = 5, FundamentalFeatures = 4, HighFrequencyFeatures = 3, Hidden = 8, Heads = 2, Channels = 6 });
            Tensor a = torch.randn(Batch, 4, 5), b = torch.randn(Batch, 3, 4), c = torch.randn(Batch, 4, 3), classes = torch.arange(Batch).remainder(3);
            return (net, () =>
            {
                MixtureOutput o = net.forward(a, b, c);
                return torch.nn.functional.nll_loss(o.LogProbabilities, classes) + o.Regulariser(0.1, 0.1) + o.Volatility.mean();
            });
        });
        yield return ("attention_dnn", () =>
        {
            AttentionDnn net = new();
            Tensor x = torch.randn(Batch, 9), classes = torch.arange(Batch).remainder(3);
            return (net, () => net.forward(x) is var (logits, foreseen) ? torch.nn.functional.cross_entropy(logits, classes) + foreseen.square().mean() : classes);
        });
        yield return ("decoder", () =>
        {
            CausalDecoder net = new(new CausalDecoderOptions { Features = 4, Width = 8, Heads = 2, Layers = 1, FeedForward = 12, SentimentFeatures = 2 });
            Tensor x = torch.randn(Batch, 5, 4), mood = torch.randn(Batch, 2), padding = torch.zeros([Batch, 5], ScalarType.Bool), y = torch.randn(Batch);
            return (net, () => net.forward(x, mood, padding) is var (r, s, d) ? torch.nn.functional.l1_loss(r, y) + torch.nn.functional.mse_loss(s, y) + d.mean() : y);
        });
    }

    /// <summary>Tensors and tenths of a percent of resident memory that came between the end of the warm-up and the end.</summary>
    private static (long Tensors, double Permille) Train(Func<(torch.nn.Module Net, Func<Tensor> Loss)> make, int steps)
    {
        torch.manual_seed(1);
        torch.set_num_threads(1);
        using DisposeScope all = torch.NewDisposeScope();
        (torch.nn.Module net, Func<Tensor> loss) = make();
        using torch.nn.Module owned = net;
        using torch.optim.Optimizer adam = torch.optim.AdamW(net.parameters(), lr: 1e-3);
        long tensors = 0, resident = 0;
        for (int step = 0; step < WarmUp + steps; step++)
        {
            if (step == WarmUp) (tensors, resident) = (Tensor.TotalCount, Resident());
            using DisposeScope scope = torch.NewDisposeScope();
            adam.zero_grad();
            loss().backward();
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0);
            adam.step();
        }

        return (Tensor.TotalCount - tensors, 1000.0 * (Resident() - resident) / resident);
    }

    private static long Resident()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        string line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal));
        return long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
