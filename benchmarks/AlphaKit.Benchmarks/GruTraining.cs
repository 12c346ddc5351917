using System.Diagnostics;
using System.Globalization;
using AlphaKit.Models;
using AlphaKit.Torch;

namespace AlphaKit.Benchmarks;

/// <summary>Training steps of GRU 27 × 40 → 30, batch normalisation, head and logistic function on 5,000 samples: forward, −IC, backward, Adam.</summary>
internal static class GruTraining
{
    private const int Rounds = 12;

    /// <summary>Writes the seconds of each step but the first two.</summary>
    public static int Run(string threads)
    {
        int n = int.Parse(threads, CultureInfo.InvariantCulture);
        torch.set_num_threads(n);
        torch.manual_seed(0);
        using RecurrentModule net = new(new RecurrentModuleOptions { Threads = n });
        using torch.optim.Optimizer adam = torch.optim.Adam(net.parameters(), lr: 0.005);
        using Tensor x = torch.randn(5000, 40, 27), y = torch.randn(5000);
        for (int round = -2; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            using (torch.NewDisposeScope())
            {
                adam.zero_grad();
                Tensor p = net.forward(x), a = p - p.mean(), b = y - y.mean();
                (-((a * b).sum() / (a.norm() * b.norm()))).backward();
                adam.step();
            }

            if (round >= 0) Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("F4", CultureInfo.InvariantCulture));
        }

        return 0;
    }
}
